import type { Locator, Page } from '@playwright/test'
import { csv, februaryLines, january, jsonFile, loginsModel } from './support/files.ts'
import { openSample, tabTo } from './support/keys.ts'
import { chooseFiles, importFile } from './support/steps.ts'
import { expect, test } from './support/test.ts'

// Of each page what a screen reader is told of its parts, and a way through it without the mouse.

test.use({ viewport: { width: 1440, height: 900 } })

const main = (page: Page): Locator => page.getByRole('main')
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })

test('Model', async ({ page }) => {
  await openSample(page, '#/model')
  await expect(page.getByRole('region', { name: 'Effect' })).toBeVisible()
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Model" [level=1]
      - link "How this works"
      - button "Export configuration"
      - navigation "The model":
        - link "Edit"
        - link "Templates"
        - link "Side by side"
        - link "Test a record"
        - link "Versions"
      - region "The model":
        - region "Bands"
        - region "Flags"
      - region "Selected":
        - heading "Seats in use" [level=2]
        - textbox "Input"
        - group "Scale":
          - button "Linear" [pressed]
      - region "Effect":
        - table "Bands"
        - table "Moves"
        - button /Save as model/ [disabled]
  `)
  const save = page.getByRole('button', { name: /^Save as model/ })
  await tabTo(page, page.getByRole('spinbutton', { name: '100 points at' }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('60')
  await page.keyboard.press('Tab')
  await expect(save).toBeEnabled()
  await tabTo(page, page.getByRole('button', { name: 'Discard' }))
  await page.keyboard.press('Enter')
  await expect(save).toBeDisabled()
})

test('Configuration', async ({ page }) => {
  await page.goto('./')
  await importFile(page, january)
  await chooseFiles(page, jsonFile('logins.json', { ...loginsModel, colour: 'blue' }))
  const apply = page.getByRole('button', { name: 'Apply', exact: true })
  await expect(apply).toBeVisible()
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Logins" [level=1]
      - paragraph: logins.json, not in force yet
      - button "Leave it"
      - button "Apply"
      - region "What differs":
        - heading "What differs" [level=2]
        - list
  `)
  await tabTo(page, apply)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Model')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText(/^Went back to the configuration before/)).toBeVisible()
})

test('How', async ({ page }) => {
  await openSample(page, '#/how')
  await expect(heading(page, 'How this works')).toBeVisible()
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "How this works" [level=1]
      - link "Model"
      - button "Print"
      - region "How a score is made":
        - table "How a score is made"
      - region "Who is a customer"
      - region "Onboarding":
        - table "Onboarding"
      - region "Customers in use":
        - table "Customers in use"
      - region "Bands"
  `)
  await tabTo(page, page.getByRole('button', { name: 'Print' }))
  await tabTo(page, main(page).getByRole('link', { name: 'Model' }))
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Model')).toBeFocused()
})

test('Data', async ({ page }) => {
  await page.goto('./')
  await importFile(page, january)
  await importFile(page, csv('accounts-2026-02-28.csv', februaryLines))
  await page.goto('./#/data')
  await expect(page.getByRole('table', { name: 'Quality' })).toBeVisible()
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Data" [level=1]
      - button "Back up"
      - button "Restore"
      - region "Snapshots":
        - table "Snapshots":
          - rowgroup:
            - row "Date Accounts From Delete"
          - rowgroup:
            - row /Feb 28, 2026/:
              - rowheader "Feb 28, 2026"
              - cell "4"
              - cell "accounts-2026-02-28.csv"
              - cell:
                - button "Delete Feb 28, 2026"
      - region "Deliveries":
        - table "Deliveries"
      - region "Quality":
        - table "Quality"
      - region "Erase":
        - button "Erase everything…"
  `)
  await tabTo(page, page.getByRole('button', { name: 'Delete Feb 28, 2026' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Deleted the snapshot of Feb 28, 2026')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('button', { name: 'Delete Feb 28, 2026' })).toBeVisible()
  const erase = page.getByRole('button', { name: 'Erase everything…' })
  await tabTo(page, erase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Erase everything?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(erase).toBeFocused()
})
