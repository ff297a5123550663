import { readFileSync } from 'node:fs'
import { hasShared, sharedPath, withoutShared } from '../shared.ts'
import { csv, february, januaryLines, january, jsonFile, loginsModel } from './support/files.ts'
import {
  applyConfiguration,
  chooseFiles,
  downloadText,
  dropFiles,
  expectRead,
  goTo,
  importFile,
  pressImport,
  readRecords,
  reviewCounts,
  rowsOf,
} from './support/steps.ts'
import { isNothingStored, stored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

test.describe('exports of real companies', () => {
  test.skip(!hasShared, withoutShared)

  test('a chosen export is checked, imported and scored, and nothing of it is written before Import', async ({
    page,
  }) => {
    await page.goto('./')
    await chooseFiles(page, sharedPath('data/telco_churn_ibm.csv'))
    expect(await reviewCounts(page)).toEqual({ new: 7043, merged: 0, rejected: 0 })
    await expect(page.getByText('7,043 rows, 21 columns')).toBeVisible()
    await expect(page.getByLabel('Account key')).toHaveText(/customerID/)
    await expect(page.getByText('Customers per band under this model')).toBeAttached()
    expect(await isNothingStored(page)).toBe(true)

    await pressImport(page)
    await expect(page.getByText(/^Imported telco_churn_ibm\.csv as /)).toBeVisible()
    await expect(page.getByRole('link', { name: /^Accounts 7,043/ })).toBeVisible()
    expect(await stored(page)).toMatchObject({ workspaces: 1, deliveries: 1, configurations: 1 })

    await goTo(page, 'Accounts')
    await expect(page.getByText('7,043 of 7,043 accounts')).toBeVisible()
    const [first = []] = await rowsOf(page.getByRole('table', { name: 'Accounts' }))
    const [, name = '', , score = ''] = first
    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(score)
  })

  test('an export without a key column is counted by rows, and says so', async ({ page }) => {
    await page.goto('./')
    await chooseFiles(page, sharedPath('data/iranian_churn.csv'))
    expect(await reviewCounts(page)).toEqual({ new: 3150, merged: 0, rejected: 0 })
    await expect(page.getByText(/No column names the accounts, so rows are counted/)).toBeVisible()
    await expect(page.getByLabel('Account key').locator('option:checked')).toHaveText('Row number')
    await pressImport(page)
    await expect(page.getByRole('link', { name: /^Accounts 3,150/ })).toBeVisible()
  })

  test('a file that is dropped anywhere opens its review, day-first dates understood', async ({
    page,
  }) => {
    const text = readFileSync(sharedPath('data/ravenstack_dmy_accounts.csv'), 'utf8')
    await page.goto('./')
    await dropFiles(page, { name: 'ravenstack_dmy_accounts.csv', text })
    expect(await reviewCounts(page)).toEqual({ new: 500, merged: 0, rejected: 0 })
    await expect(page.getByLabel('Type of signup_date')).toHaveValue('date')
    await pressImport(page)
    await goTo(page, 'Data')
    const quality = await rowsOf(page.getByRole('region', { name: 'Quality' }).getByRole('table'))
    const signup = quality.find(([label]) => label === 'Signup date')
    expect(signup?.slice(1)).toEqual([
      'date',
      'ravenstack dmy accounts',
      expect.any(String),
      '',
      '',
      '100.0\u202f%',
      expect.any(String),
    ])
  })
})

test('a range copied from a spreadsheet is pasted as a file of its own', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./')
  const range = januaryLines.join('\n').replaceAll(',', '\t')
  await page.evaluate((text) => navigator.clipboard.writeText(text), range)
  await page.keyboard.press('ControlOrMeta+V')
  expect(await reviewCounts(page)).toEqual({ new: 4, merged: 0, rejected: 0 })

  await page.goto('./')
  await page.getByRole('button', { name: 'Paste from a spreadsheet' }).click()
  expect(await reviewCounts(page)).toEqual({ new: 4, merged: 0, rejected: 0 })
})

test('the next month is compared account by account, and every row of it is accounted for', async ({
  page,
}) => {
  await page.goto('./')
  await applyConfiguration(page, jsonFile('logins.json', loginsModel))
  await importFile(page, january)
  const before = await stored(page)

  await chooseFiles(page, february)
  expect(await reviewCounts(page)).toEqual({
    new: 1,
    updated: 2,
    unchanged: 1,
    'missing since Jan 2026': 1,
    merged: 1,
    rejected: 2,
  })
  await expect(page.getByText('7 rows, 6 columns')).toBeVisible()
  await expect(page.getByLabel('Snapshot date')).toHaveValue('2026-02-28')
  expect(await stored(page)).toEqual(before)

  await page.getByRole('button', { name: '2 rejected' }).click()
  const report = await downloadText(page, 'Download report')
  expect(readRecords(report).map((row) => [...row.values()].slice(0, 4))).toEqual([
    ['2', 'merged', '', '00417'],
    ['5', 'accepted', 'Account ID', '1E5'],
    ['6', 'rejected', 'Account ID', ''],
    ['8', 'rejected', '', '00501 | Jarrow | Pro | 400 | 60 | 0 | one cell too many'],
  ])
  await page.getByRole('button', { name: 'Close list' }).click()

  await pressImport(page)
  await goTo(page, 'Data')
  const deliveries = page.getByRole('region', { name: 'Deliveries' })
  const rows = await rowsOf(deliveries.getByRole('table'))
  expect(rows.map((cells) => cells.slice(0, 8))).toEqual([
    ['accounts-2026-02-28.csv', 'accounts', 'Feb 28, 2026', '7', '4', '1', '2', '4'],
    ['accounts-2026-01-31.csv', 'accounts', 'Jan 31, 2026', '4', '4', '0', '0', '1'],
  ])
  await page.getByRole('button', { name: /to look at in accounts-2026-02-28/ }).click()
  expect(await downloadText(page, 'Download report')).toBe(report)
})

test('lines around the table of a report are left out and told, and kept where a person wants them', async ({
  page,
}) => {
  const report = [
    'Accounts report',
    '',
    ...januaryLines,
    '',
    'Grand total,,,6400,,',
    'Confidential',
  ]
  await page.goto('./')
  await chooseFiles(page, csv('report-2026-01-31.csv', report))
  expect(await reviewCounts(page)).toEqual({ new: 4, merged: 0, rejected: 0 })
  await expect(page.getByText('2 lines before it left out')).toBeVisible()
  await expect(page.getByText('2 lines were left out as no rows')).toBeVisible()
  await page.getByRole('button', { name: 'Keep them as rows' }).click()
  await expect(page.getByText('2 lines were left out as no rows')).toBeHidden()
  expect(await reviewCounts(page)).toEqual({ new: 6, merged: 0, rejected: 0 })
})

test('what is corrected in the review is what is imported', async ({ page }) => {
  const lines = [
    'Account ID,Customer No,Plan,Seats,Secret',
    'a,7001,Pro,10,x',
    'b,7002,Team,20,y',
    'c,7003,Pro,30,z',
  ]
  await page.goto('./')
  await chooseFiles(page, csv('accounts-2026-01-31.csv', lines))
  await page.getByLabel('Account key').selectOption('Customer No')
  await page.getByLabel('Snapshot date').fill('2026-03-31')
  await page.getByLabel('Type of Seats').selectOption('text')
  await page.getByLabel('Role of Secret').selectOption('ignored')
  await expectRead(page)
  await expect(page.getByLabel('Role of Customer No')).toHaveValue('key')
  await pressImport(page)

  await goTo(page, 'Data')
  const snapshots = await rowsOf(page.getByRole('region', { name: 'Snapshots' }).getByRole('table'))
  expect(snapshots.map(([day, accounts]) => [day, accounts])).toEqual([['Mar 31, 2026', '3']])
  const quality = await rowsOf(page.getByRole('region', { name: 'Quality' }).getByRole('table'))
  expect(quality.map(([label, type]) => [label, type])).toEqual([
    ['Account ID', 'text'],
    ['Customer No', 'text'],
    ['Plan', 'text'],
    ['Seats', 'text'],
  ])

  // What was chosen holds for the next file of the kind.
  await chooseFiles(page, csv('accounts-2026-04-30.csv', lines))
  await expectRead(page)
  await expect(page.getByLabel('Account key').locator('option:checked')).toHaveText('Customer No')
  await expect(page.getByLabel('Role of Secret')).toHaveValue('ignored')
  await expect(page.getByLabel('Type of Seats')).toHaveValue('text')
})
