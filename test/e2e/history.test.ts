import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { csv, february, january, januaryLines, jsonFile, loginsModel } from './support/files.ts'
import { applyConfiguration, exportScores, goTo, importFile, rowsOf } from './support/steps.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('./')
  await applyConfiguration(page, jsonFile('logins.json', loginsModel))
})

test('an old snapshot that is corrected says other numbers, and the newer ones stay', async ({
  page,
}) => {
  await importFile(page, january)
  await importFile(page, february)
  await goTo(page, 'Trends')
  const before = await snapshots(page)
  const exported = await exportScores(page)
  const corrected = januaryLines.map((line) => line.replace('Pro,1000,80', 'Pro,1000,30'))
  await importFile(page, csv('accounts-2026-01-31.csv', corrected))
  await goTo(page, 'Trends')
  const [newest, oldest] = await snapshots(page)
  expect(newest).toEqual(before[0])
  // Of 80, 39, 20 and 55 the first is 30 now.
  expect([before[1]?.at(-2), oldest?.at(-2)]).toEqual(['48.5', '36.0'])
  expect(await exportScores(page)).toBe(exported)
})

test('columns come and go with the files; each snapshot keeps its own', async ({ page }) => {
  await importFile(page, january)
  const lines = ['Account ID,Name,Plan,ARR,Logins,NPS', '00417,Brontë Foods,Pro,1000,70,9']
  await importFile(page, csv('accounts-2026-02-28.csv', lines))
  await goTo(page, 'Accounts')
  await page.getByRole('link', { name: 'Brontë Foods' }).click()
  const inputs = page
    .getByRole('table', { name: /Inputs/ })
    .or(page.locator('section', { has: page.getByRole('heading', { name: 'Inputs' }) }))
  await expect(inputs.first()).toContainText('NPS')
  await expect(inputs.first()).not.toContainText('Overdue')
  await page.getByRole('button', { name: 'Earlier snapshot' }).click()
  await expect(inputs.first()).toContainText('Overdue')
  await expect(inputs.first()).not.toContainText('NPS')
  await goTo(page, 'Trends')
  await expect(page.getByText(/^There is no snapshot before Jan 31, 2026/)).toBeVisible()
  await page.getByRole('button', { name: 'Later snapshot' }).click()
  await expect(page.getByRole('figure', { name: /^Flow of accounts/ })).toBeVisible()
})

test('old snapshots are thinned out to the last of each month, which is said first and can be taken back', async ({
  page,
}) => {
  const days = ['2024-12-10', '2024-12-20', '2024-12-31', '2026-02-28']
  for (const day of days) await importFile(page, csv(`accounts-${day}.csv`, januaryLines))
  await goTo(page, 'Data')
  const table = page.getByRole('region', { name: 'Snapshots' })
  const dates = async () => (await rowsOf(table.getByRole('table'))).map(([date]) => date)
  const all = ['Feb 28, 2026', 'Dec 31, 2024', 'Dec 20, 2024', 'Dec 10, 2024']
  expect(await dates()).toEqual(all)
  await page.getByRole('button', { name: 'Thin out…' }).click()
  await expect(page.getByRole('radio', { name: 'Keep all 4 snapshots' })).toBeChecked()
  const monthly = page.getByRole('radio', {
    name: /^Older than a year: keep the last of each month/,
  })
  await expect(monthly).toHaveAccessibleName(
    /2 snapshots from Dec 10, 2024 to Dec 20, 2024 would go, and free \d/,
  )
  await monthly.check()
  await page.getByRole('button', { name: 'Thin out 2 snapshots' }).click()
  await expect.poll(dates).toEqual(['Feb 28, 2026', 'Dec 31, 2024'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(dates).toEqual(all)
})

test('what is compared with is the last snapshot, days ago, the start of the quarter, or any date', async ({
  page,
}) => {
  const days = ['2025-05-01', '2026-01-31', '2026-03-31', '2026-04-30', '2026-05-24', '2026-05-31']
  for (const day of days) await importFile(page, csv(`accounts-${day}.csv`, januaryLines))
  const compared = page.getByRole('combobox', { name: 'Compared with' })
  const says = page.locator('.compare .pick').first()
  for (const [choice, day] of [
    ['', 'May 24, 2026'],
    ['7', 'May 24, 2026'],
    ['30', 'Apr 30, 2026'],
    ['90', 'Jan 31, 2026'],
    ['365', 'May 1, 2025'],
    ['quarter', 'Mar 31, 2026'],
    ['2026-01-31', 'Jan 31, 2026'],
  ] as const) {
    await compared.first().selectOption(choice)
    await expect(says).toContainText(day)
  }
  await page.getByLabel('Compared with any date').first().fill('2026-04-15')
  await expect(says).toContainText('Mar 31, 2026')
  await expect(page).toHaveURL(/since=2026-04-15/)
  await goTo(page, 'Trends')
  await expect(
    page.getByRole('heading', { name: 'Movement from Mar 31, 2026 to May 31, 2026' }),
  ).toBeVisible()
})

test('a chart is read point by point by keyboard, as a table, on paper, and saved as a picture', async ({
  page,
}) => {
  await importFile(page, january)
  await importFile(page, february)
  await goTo(page, 'Trends')
  const chart = page.getByRole('button', { name: /^Average score\. The average score is/ })
  await chart.focus()
  await page.keyboard.press('End')
  await expect(page.locator('output.spoken')).toHaveText(/^Feb 28, 2026: Average score 48\.5$/)
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('output.spoken')).toHaveText(/^Jan 31, 2026: Average score 48\.5$/)

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download picture: Average score' }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe('average-score.png')
  const bytes = await readFile(await file.path())
  expect([...bytes.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const plot = page.locator('.plot').first()
  await expect(plot).toHaveCSS('max-width', '640px')
  await expect(plot).toHaveCSS('color-scheme', 'light')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(plot).not.toHaveCSS('max-width', '640px')
})

test('two files of one day are one snapshot, and a trend waits for a second', async ({ page }) => {
  await importFile(page, january)
  await importFile(page, csv('accounts-2026-01-31-again.csv', januaryLines), '2026-01-31')
  await goTo(page, 'Trends')
  await expect(page.getByRole('heading', { name: 'A trend needs two snapshots' })).toBeVisible()
  await importFile(page, csv('accounts-2025-01-20.csv', januaryLines))
  await goTo(page, 'Trends')
  expect((await snapshots(page)).map(([date]) => date)).toEqual(['Jan 31, 2026', 'Jan 20, 2025'])
})

const snapshots = (page: Page) =>
  rowsOf(page.getByRole('region', { name: 'Snapshots' }).getByRole('table'))

test('why it moved opens row by row for an account, a segment and the portfolio, as of any date', async ({
  page,
}) => {
  const march = januaryLines.map((line) => line.replace('Pro,1000,80', 'Pro,1000,50'))
  await importFile(page, january)
  await importFile(page, february)
  await importFile(page, csv('accounts-2026-03-31.csv', march))

  await goTo(page, 'Accounts')
  await page.getByRole('link', { name: 'Brontë Foods' }).click()
  await page.getByLabel('Compared with any date').fill('2026-02-10')
  const changes = page.locator('section', {
    has: page.getByRole('heading', { name: /^What changed/ }),
  })
  await expect(changes.getByText(/^Down 30\.0 since Jan 31, 2026: Logins −38\s%/)).toBeVisible()
  await changes.getByRole('button', { name: /Logins/ }).click()
  await expect(changes.locator('.behind')).toContainText('80')
  await expect(page.getByText(/^−30\.0 points since Jan 31, 2026, when it was 80\.0/)).toBeVisible()

  await goTo(page, 'Trends')
  await expect(
    page.getByRole('heading', { name: 'Movement from Jan 31, 2026 to Mar 31, 2026' }),
  ).toBeVisible()
  await expect(
    page.getByText(/^The average score is 41\.0, down from 48\.5 on Jan 31, 2026\.$/),
  ).toBeVisible()
  const average = page.locator('section', {
    has: page.getByRole('heading', { name: 'Why the average moved' }),
  })
  await average.getByRole('button', { name: /Logins/ }).click()
  await expect(average.getByRole('table', { name: 'Accounts behind Logins' })).toContainText(
    'Brontë',
  )

  await page.getByRole('combobox', { name: 'Segment', exact: true }).selectOption('plan.Pro')
  await expect(page.getByText(/Down 15\.0 since Jan 31, 2026/)).toBeVisible()
  // It stays open, and is of the segment now.
  const behind = average.getByRole('table', { name: 'Accounts behind Logins' })
  await expect(behind).toContainText('Brontë Foods')
  await expect(behind).not.toContainText('Castell')
})

test('an account that comes and goes leaves a gap, and is found again', async ({ page }) => {
  await importFile(page, january)
  await importFile(page, february)
  await importFile(page, csv('accounts-2026-03-31.csv', januaryLines))
  await goTo(page, 'Trends')
  const passing = page.getByRole('region', { name: 'New, gone and back again' })
  await expect(passing).toContainText(/Back again\s*1, 3K\s*Delph/)
  await passing.locator('div', { hasText: 'Back again' }).getByRole('link').click()
  await page.getByRole('link', { name: 'Delph' }).click()
  await page.getByRole('button', { name: 'Show table: History' }).click()
  const scores = await rowsOf(page.getByRole('table', { name: 'History' }))
  expect(scores.map(([, score]) => score)).toEqual(['20.0', '–', '20.0'])
})
