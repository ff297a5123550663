import { readFile } from 'node:fs/promises'
import { openSample } from './support/keys.ts'
import { expect, test } from './support/test.ts'

const RED = '#/accounts?filter=band+%3D%3D+%27red%27&sort=-value'

test('a filter in the address is there after Back and in a bookmark', async ({ page }) => {
  await openSample(page, RED)
  const chip = page.getByRole('button', { name: /^Band At risk/ })
  await expect(chip).toBeVisible()
  const count = await page.getByRole('status').filter({ hasText: 'accounts' }).textContent()
  await page.getByRole('button', { name: 'Remove filter: Band At risk' }).click()
  await expect(chip).toBeHidden()
  await page.goBack()
  await expect(chip).toBeVisible()
  await page.goto(`./${RED}`)
  await page.reload()
  await expect(chip).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'accounts' })).toHaveText(count ?? '')
})

test('the sample opens on the page that its address names, and stays there when it is loaded again', async ({
  page,
}) => {
  await openSample(page, '#/trends')
  await expect(page.getByRole('heading', { name: 'Trends', level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Movement from' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#/trends')
})

test('who comes back from an account finds the list where it was, with the focus on the account', async ({
  page,
}) => {
  await openSample(page, '#/accounts?sort=name')
  const table = page.getByRole('table', { name: 'Accounts' })
  const scroller = page.locator('.scroll', { has: table })
  await expect(table.getByRole('rowheader').first()).toBeVisible()
  await scroller.evaluate((element) => (element.scrollTop = 4_000))
  const link = table.locator('tr[aria-rowindex="130"] a')
  const name = await link.textContent()
  await link.focus()
  const top = await scroller.evaluate((element) => element.scrollTop)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '')
  await page.goBack()
  await expect(table.locator('tr[aria-rowindex="130"] a')).toBeFocused()
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(top)
  expect(top).toBeGreaterThan(3_900)
})

test('what was opened from Triage has the focus again on the way back', async ({ page }) => {
  await openSample(page, '#/overview')
  const link = page
    .getByRole('table', { name: 'Accounts by value at risk and worsening' })
    .getByRole('link')
    .nth(5)
  const name = await link.textContent()
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '')
  await page.goBack()
  await expect(link).toBeFocused()
  await link.press('Enter')
  const where = page.getByRole('navigation', { name: 'Where you are' })
  await expect(where).toContainText('6 of 403')
  await page.keyboard.press('j')
  await expect(where).toContainText('7 of 403')
  await where.getByRole('link', { name: 'Overview' }).click()
  await expect(link).toBeFocused()
})

test('arrows walk through the rows, Enter opens one', async ({ page }) => {
  await openSample(page, '#/accounts?sort=name')
  const table = page.getByRole('table', { name: 'Accounts' })
  await table.locator('tr[aria-rowindex="2"] a').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(table.locator('tr[aria-rowindex="4"] a')).toBeFocused()
  await page.keyboard.press('End')
  await expect(table.locator('tr').last().locator('a')).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  const name = await table.locator('tr[aria-rowindex="3"] a').textContent()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '')
})

test('what is picked is copied as cells and exported as CSV', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSample(page, RED)
  const boxes = page.getByRole('table', { name: 'Accounts' }).getByRole('checkbox')
  await boxes.nth(1).check()
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('Copied: paste it into a spreadsheet.')).toBeVisible()
  const pasted = await page.evaluate(() => navigator.clipboard.readText())
  const lines = pasted.trim().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]?.split('\t').slice(0, 3)).toEqual(['Account', 'Band', 'Score'])
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export view' }).click()
  const file = await readFile(await (await waiting).path(), 'utf8')
  expect(file.trim().split('\r\n')).toHaveLength(3)
})

test('a screen reader is told every row and column of the list, though few are drawn', async ({
  page,
}) => {
  await openSample(page, RED)
  const table = page.getByRole('table', { name: 'Accounts' })
  await expect(table).toHaveAttribute('aria-rowcount', /^\d\d+$/)
  await expect(table).toMatchAriaSnapshot(`
    - table "Accounts":
      - rowgroup:
        - row /Select all 47 Account Band/:
          - columnheader "Select all 47":
            - checkbox "Select all 47"
          - columnheader "Account":
            - button "Account"
          - columnheader "Band":
            - button "Band"
          - columnheader "Score":
            - button "Score"
          - columnheader "Change":
            - button "Change"
          - columnheader "Last 12"
          - columnheader "Top driver"
          - columnheader "ARR":
            - button "ARR"
  `)
  const drawn = await table.locator('tbody tr[aria-rowindex]').count()
  const indexes = await table
    .locator('tbody tr[aria-rowindex]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))))
  expect(indexes).toEqual(Array.from({ length: drawn }, (_, place) => place + 2))
})
