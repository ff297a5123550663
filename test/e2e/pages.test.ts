import type { Locator, Page } from '@playwright/test'
import { command, openSample, tabTo } from './support/keys.ts'
import { expect, test } from './support/test.ts'

// Of each page what a screen reader is told of its parts, and a way through it without the mouse.

test.use({ viewport: { width: 1440, height: 900 } })

const main = (page: Page): Locator => page.getByRole('main')
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })

test('Start', async ({ page }) => {
  await page.goto('./')
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the page"
    - region "Add files":
      - button "Choose files"
    - banner:
      - button "Shortcuts"
      - 'button "Theme: follows the system"'
    - main:
      - heading "Drop a customer export anywhere" [level=1]
      - button "Paste from a spreadsheet"
      - list:
        - listitem:
          - button /Try with sample data/
        - listitem:
          - button /Open a configuration/
        - listitem:
          - button /Restore a backup/
      - group
      - figure:
        - 'table "Example: who to call first"'
    - status
  `)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(main(page)).toBeFocused()
  await tabTo(page, main(page).locator('summary'))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/network/i).first()).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.reload()
  await tabTo(page, page.getByRole('button', { name: /^Try with sample data/ }))
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Overview')).toBeVisible()
})

test('Overview', async ({ page }) => {
  await openSample(page, '#/overview')
  await expect(page.getByRole('region', { name: 'Score distribution' })).toBeVisible()
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Overview" [level=1]
      - combobox "Compared with"
      - button "Add files"
      - link /Accounts \\d+/
      - link /Average score/
      - link /ARR at risk/
      - link /Not scored/
      - img /At risk .* Watch .* Healthy/
      - region "Accounts by value at risk and worsening":
        - heading "Triage" [level=2]
        - link "See all"
        - table "Accounts by value at risk and worsening":
          - rowgroup:
            - row "Account Band Score Change Last 12 Top driver ARR Renews, days Owner"
          - rowgroup:
            - row /At risk/:
              - rowheader:
                - link
              - cell "At risk"
              - cell /\\d/
              - cell /−/
              - cell:
                - img /^From .* to /
      - region "Needs attention":
        - heading "Needs attention" [level=2]
        - list
      - region "Band share over time":
        - button /Arrow keys read the values/
      - region "Score distribution":
        - button /Arrow keys read the values/
      - region "Renewals ahead":
        - table "Renewals ahead"
  `)
  const triage = page.getByRole('table', { name: 'Accounts by value at risk and worsening' })
  const third = triage.getByRole('link').nth(2)
  const name = (await third.textContent()) ?? ''
  await tabTo(page, third)
  await page.keyboard.press('Enter')
  await expect(heading(page, name)).toBeFocused()
  await page.goBack()
  await expect(third).toBeFocused()
  await tabTo(
    page,
    page.getByRole('region', { name: 'Needs attention' }).locator('summary').first(),
  )
  await page.keyboard.press('Enter')
  const first = page.getByRole('button', { name: /^Done: / }).first()
  const done = (await first.getAttribute('aria-label')) ?? ''
  await tabTo(page, first)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Done: ${done.replace('Done: ', '')}`, { exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('button', { name: done, exact: true }).first()).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Show table: Score distribution' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: 'Score distribution' })).toBeVisible()
})

test('Accounts', async ({ page }) => {
  await openSample(page, '#/accounts')
  await expect(page.getByRole('link', { name: /^All accounts 403/ })).toBeVisible()
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Accounts" [level=1]
      - button /Columns/
      - button "Export view"
      - button "Export scores"
      - navigation "Saved views":
        - link "All accounts 403"
        - button "Save view"
      - group "Filters":
        - button "Filter"
      - group "Looks of the list":
        - button "Dense rows"
        - button "Show as pages"
      - complementary "Filters by value":
        - searchbox "Find a filter"
        - group "Score":
          - spinbutton "Score, from"
          - spinbutton "Score, up to"
          - checkbox "Not scored 15"
        - group "Band":
          - checkbox /At risk \\d+/
        - heading "Columns" [level=2]
        - button "Industry"
      - table "Accounts":
        - rowgroup:
          - row:
            - columnheader "Select all 403"
            - columnheader "Account"
      - status: /403 of 403 accounts/
  `)
  await tabTo(page, page.getByRole('link', { name: /^Room to grow/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Remove filter/ })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: /^Remove filter/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /^Room to grow changed/ })).toBeVisible()
  await command(page, 'Show accounts as pages')
  await expect(page.getByText('Page 1 of 9: 1 to 50')).toBeVisible()
})

test('Trends', async ({ page }) => {
  await openSample(page, '#/trends')
  await expect(page.getByRole('table', { name: 'Snapshots' })).toBeVisible()
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Trends" [level=1]
      - region "Band share over time":
        - button /Arrow keys read the values/
      - region /Movement from/:
        - table "Movement"
        - figure /Flow of accounts/
      - region "Why the average moved":
        - table "Why the average moved"
      - region "Movers":
        - heading "Down" [level=3]
        - table "Down"
        - heading "Up" [level=3]
        - table "Up"
      - region "Average score":
        - button /Arrow keys read the values/
      - group "Segments drawn":
        - combobox "Segments by"
      - region "Snapshots":
        - table "Snapshots"
  `)
  const shares = page.getByRole('region', { name: 'Band share over time' })
  await tabTo(page, shares.getByRole('button', { name: 'ARR', exact: true }))
  await page.keyboard.press('Enter')
  await expect(shares.getByRole('button', { name: 'ARR', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await tabTo(page, shares.getByRole('button', { name: /Arrow keys read the values/ }))
  await page.keyboard.press('ArrowLeft')
  await expect(shares.getByText(/Sep 30, 2026|Oct 31, 2026/).first()).toBeVisible()
  const down = page.getByRole('table', { name: 'Down' }).getByRole('link').first()
  const name = (await down.textContent()) ?? ''
  await tabTo(page, down)
  await page.keyboard.press('Enter')
  await expect(heading(page, name)).toBeFocused()
})
