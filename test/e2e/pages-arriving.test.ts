import type { Locator, Page } from '@playwright/test'
import { csv, februaryLines, january } from './support/files.ts'
import { tabTo } from './support/keys.ts'
import { chooseFiles, download, expectRead, goTo, importFile } from './support/steps.ts'
import { clearDatabase } from './support/stored.ts'
import { expect, test } from './support/test.ts'

// Of the pages by which data comes, or comes back, what a screen reader is told of their parts, and a way through each without the mouse.

test.use({ viewport: { width: 1440, height: 900 } })

const main = (page: Page): Locator => page.getByRole('main')
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })

test.beforeEach(async ({ page }) => {
  await page.goto('./')
  await importFile(page, january)
})

test('Import', async ({ page }) => {
  await chooseFiles(page, csv('accounts-2026-02-28.csv', februaryLines))
  await expectRead(page)
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "accounts-2026-02-28.csv" [level=1]
      - paragraph: 7 rows, 6 columns, 283 bytes
      - paragraph: Nothing is saved before Import
      - term: Encoding
      - definition: /UTF-8/
      - term: Separator
      - definition: /comma/
      - term: Dates
      - definition: yyyy-mm-dd
      - paragraph: /A spreadsheet has shortened 1 id/
      - region "Columns":
        - heading "Columns" [level=2]
        - region "Columns and first rows":
          - table "First 5 of 7 rows, with part, type and distribution of every column":
            - rowgroup:
              - row:
                - columnheader "Account ID"
                - columnheader "Name"
              - row:
                - cell:
                  - combobox "Role of Account ID"
                  - combobox "Type of Account ID"
              - row /4 different values/
              - row /2 of 7 rejected/
            - rowgroup:
              - row:
                - rowheader "00417"
                - cell "Brontë Foods"
      - region "What the rows are":
        - heading "What the rows are" [level=2]
        - combobox "Account key"
        - combobox "Compare keys"
        - textbox "Snapshot date": 2026-02-28
        - combobox "Each row is"
        - group "Who is a customer":
          - combobox "Column"
      - region "Model in force":
        - list:
          - listitem: /Usage 73 %/
      - region "What it would give":
        - table "Customers per band under this model":
          - rowgroup:
            - row "At risk 0 0 %"
      - term: new
      - definition:
        - button "1 new"
      - term: rejected
      - definition:
        - button "2 rejected"
      - status: The file is read
      - button "Cancel"
      - button "Import"
  `)
  await tabTo(page, main(page).getByRole('button', { name: '2 rejected' }).last())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await tabTo(page, page.getByRole('button', { name: 'Import', exact: true }))
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Overview')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Took back the import of accounts-2026-02-28.csv')).toBeVisible()
})

test('Restore', async ({ page }) => {
  await goTo(page, 'Data')
  const backup = await download(page, 'Back up')
  await page.goto('./#/restore')
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Restore a backup" [level=1]
      - heading "No backup chosen" [level=2]
      - paragraph: A backup is the file that Back up on Data gave you.
      - button "Choose a backup"
  `)
  await chooseFiles(page, backup)
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Restore a backup" [level=1]
      - paragraph: /kB$/
      - paragraph: "The whole backup is read and checked first: it is restored as it was, or nothing changes."
      - button "Restore as a workspace of its own"
  `)
  await tabTo(page, page.getByRole('button', { name: 'Restore as a workspace of its own' }))
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Overview')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Took back the restored backup')).toBeVisible()
})

test('Recovery', async ({ page, context }) => {
  await clearDatabase(page, context)
  await expect(heading(page, 'Your data is missing')).toBeVisible()
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the page"
    - region "Add files":
      - button "Choose files"
    - main:
      - alert "Your data is missing":
        - heading "Your data is missing" [level=1]
        - paragraph: /Hale had stored 1 workspace with 1 snapshot \\(4 accounts in the newest\\) in this browser\\. Now it finds nothing\\.$/
        - paragraph: /^Hale did not remove it/
        - button "Restore a backup"
        - button "Start anew"
    - status
  `)
  await tabTo(page, page.getByRole('button', { name: 'Start anew' }))
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Drop a customer export anywhere')).toBeVisible()
})
