import type { Browser, BrowserContext, Page } from '@playwright/test'
import Papa from 'papaparse'
import { csv, february, january, januaryLines, jsonFile, loginsModel } from './support/files.ts'
import {
  applyConfiguration,
  chooseFiles,
  download,
  downloadText,
  exportScores,
  goTo,
  importFile,
  readRecords,
  rowsOf,
} from './support/steps.ts'
import { expect, test, watchContext } from './support/test.ts'

const logins = jsonFile('logins.json', loginsModel)

test('a backup restored into another profile gives the same history, model and scores', async ({
  page,
  browser,
  site,
}) => {
  await page.goto('./')
  await applyConfiguration(page, logins)
  await importFile(page, january)
  await importFile(page, february)
  const before = await everything(page)
  await goTo(page, 'Data')
  const backup = await download(page, 'Back up')

  await inContext(browser, site.url, {}, async (elsewhere) => {
    await chooseFiles(elsewhere, backup)
    await elsewhere.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(elsewhere.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    expect(await everything(elsewhere)).toEqual(before)
  })
})

/** What a person can take along: the scores of both months, the model, and every file's rows. */
async function everything(page: Page): Promise<unknown[]> {
  const inFebruary = await exportScores(page)
  await page.getByLabel('Snapshot shown').selectOption('Jan 31, 2026')
  const inJanuary = await exportScores(page)
  await page.getByLabel('Snapshot shown').selectOption('Feb 28, 2026')
  await goTo(page, 'Model')
  const model = await downloadText(page, 'Export configuration')
  await goTo(page, 'Data')
  const deliveries = await rowsOf(
    page.getByRole('region', { name: 'Deliveries' }).getByRole('table'),
  )
  return [inFebruary, inJanuary, model, deliveries]
}

test('names that a spreadsheet would run are harmless in the export, and come back as they were', async ({
  page,
}) => {
  const names = [
    '=1+2',
    '+49 30 1',
    '@sum',
    '-5',
    '\t=x',
    '＝1+2',
    "'=quoted",
    '=HYPERLINK("a")\nb',
  ]
  const keys = ['=k', '-7', '+k', '@k', 'k-5', 'k-6', 'k-7', 'k-8']
  const cells = names.map((name, place) => ({
    'Account ID': keys[place],
    Name: name,
    Plan: 'Pro',
    ARR: 1,
    Logins: 80,
    Overdue: 0,
  }))
  await page.goto('./')
  await applyConfiguration(page, logins)
  await importFile(page, csv('live-2026-01-31.csv', [Papa.unparse(cells)]))
  const exported = await exportScores(page)
  const rows = Papa.parse<string[]>(exported.trimEnd()).data.slice(1)
  const live = rows.flatMap(([key = '', name = '']) => [key, name]).filter(isLive)
  expect(live).toEqual([])

  // The export itself is a file that can be imported: its guards are taken off again.
  await importFile(page, csv('live-2026-02-28.csv', [exported.trimEnd()]))
  const again = readRecords(await exportScores(page))
  expect(again.map((row) => [row.get('account_id'), row.get('name')])).toEqual(
    readRecords(exported).map((row) => [row.get('account_id'), row.get('name')]),
  )
  await goTo(page, 'Data')
  const [first = []] = await rowsOf(
    page.getByRole('region', { name: 'Snapshots' }).getByRole('table'),
  )
  expect(first.slice(0, 2)).toEqual(['Feb 28, 2026', '8'])
})

/** Begins, behind what a spreadsheet skips, with what makes it a formula, and is no number. */
const isLive = (cell: string): boolean =>
  /^[\s\uFEFF\0]*[=+\-@＝＋－＠\t\r\n\0]/.test(cell) && Number.isNaN(Number(cell))

test('the same file and model give the same bytes in any place, language and time zone', async ({
  browser,
  site,
}) => {
  const places = [
    { locale: 'en-US', timezoneId: 'Pacific/Honolulu' },
    { locale: 'de-DE', timezoneId: 'Asia/Kolkata' },
    { locale: 'ar-EG', timezoneId: 'Pacific/Auckland' },
  ]
  const lines = [
    `${januaryLines[0]},Renewal`,
    ...januaryLines.slice(1).map((line, place) => `${line},2026-0${place + 1}-01`),
  ]
  const model = {
    ...loginsModel,
    derived: [{ id: 'days', name: 'Days', expression: 'days_until(renewal)' }],
    flags: [{ id: 'soon', name: 'Soon', kind: 'risk', when: 'days < 70 and contains(name, "I")' }],
  }
  const exports = await Promise.all(
    places.map((place) =>
      inContext(browser, site.url, place, async (page) => {
        await applyConfiguration(page, jsonFile('model.json', model))
        await importFile(page, csv('accounts-2026-01-31.csv', lines))
        return exportScores(page)
      }),
    ),
  )
  expect(exports[0]).toContain('soon')
  expect(new Set(exports).size).toBe(1)
})

test('no account disappears from the list, whatever it is sorted or filtered by', async ({
  page,
}) => {
  const lines = [...januaryLines, 'n-1,,Pro,,,', 'n-2,Nothing known,Pro,,,', 'n-3,Owing,Team,9,,3']
  await page.goto('./')
  await applyConfiguration(page, logins)
  await importFile(page, csv('accounts-2026-01-31.csv', lines))
  await goTo(page, 'Accounts')
  const table = page.getByRole('table', { name: 'Accounts' })
  await expect(table.getByRole('rowheader')).toHaveCount(7)
  const headers = await table.getByRole('columnheader').getByRole('button').allTextContents()
  expect(headers.length).toBeGreaterThan(3)
  for (const header of headers)
    for (const order of ['first', 'second']) {
      const button = table.getByRole('button', { name: header.replace(/[↑↓]/, ''), exact: true })
      await button.click()
      await expect(table.locator('th[aria-sort]')).toContainText(header.replace(/[↑↓]/, ''))
      const links = await table.getByRole('rowheader').getByRole('link').count()
      expect(links, `${header}, ${order} press`).toBe(7)
    }
  await expect(page.getByText('7 of 7 accounts')).toBeVisible()
  const facets = page.getByRole('complementary', { name: 'Filters by value' })
  const band = facets.locator('details', { has: page.getByText('Band', { exact: true }) })
  const counts = (await band.locator('.n').allTextContents()).map(Number)
  expect(counts.toSorted()).toEqual([2, 2, 3])
  await band.getByRole('checkbox', { name: /^Not scored/ }).check()
  await expect(page.getByText('3 of 7 accounts')).toBeVisible()
  await expect(table.getByRole('rowheader')).toHaveCount(3)
})

async function inContext<T>(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0],
  task: (page: Page) => Promise<T>,
): Promise<T> {
  const context: BrowserContext = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'Pacific/Auckland',
    ...options,
  })
  const seen = watchContext(context, new URL(url).origin)
  const page = await context.newPage()
  await page.goto(url)
  const result = await task(page)
  await context.close()
  expect(seen).toEqual([])
  return result
}
