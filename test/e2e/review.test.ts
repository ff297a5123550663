import { csv, january } from './support/files.ts'
import {
  chooseFiles,
  csvFile,
  dropFiles,
  expectRead,
  pressImport,
  reviewCounts,
  type ChosenFile,
} from './support/steps.ts'
import { stored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

test('a wrong guess is corrected in the review, and the file is read again under it', async ({
  page,
}) => {
  const rows = Array.from(
    { length: 20 },
    (_, row) => `K${row};Wei\u00df ${row};${row * 37},50;${row}`,
  )
  const text = ['Export vom 1. Juni', 'Kunde;Name;Umsatz;Logins', ...rows, 'Ende;;;'].join('\r\n')
  await page.goto('./')
  await chooseFiles(page, csvFile('kunden-2026-06-30.csv', Buffer.from(text, 'latin1')))
  await expectRead(page)
  await expect(page.getByText('“Weiß”')).toBeVisible()
  await page.getByRole('button', { name: 'Change encoding' }).click()
  await page.getByLabel('Encoding', { exact: true }).selectOption('windows-1253')
  await expect(page.getByText('“Weiί”')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Weiί 0' })).toBeVisible()
  await page.getByRole('button', { name: 'Change encoding' }).click()
  await page.getByLabel('Encoding', { exact: true }).selectOption('windows-1252')
  await expect(page.getByRole('cell', { name: 'Weiß 0' })).toBeVisible()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Change last lines' }).click()
  await page.getByLabel('Last lines', { exact: true }).selectOption('1')
  expect(await reviewCounts(page)).toMatchObject({ new: 20, rejected: 0 })
  await page.getByRole('button', { name: 'Change names in' }).click()
  await page.getByLabel('Names in', { exact: true }).selectOption('row 3')
  expect(await reviewCounts(page)).toMatchObject({ new: 19, rejected: 0 })
  await page.getByRole('button', { name: 'Change names in' }).click()
  await page.getByLabel('Names in', { exact: true }).selectOption('row 2')
  expect(await reviewCounts(page)).toMatchObject({ new: 20, rejected: 0 })
  await pressImport(page)
  await expect(page.getByRole('link', { name: /^Accounts 20/ })).toBeVisible()
})

test('a column that the proposal left out is made a factor, and scored by it', async ({ page }) => {
  const rows = Array.from({ length: 40 }, (_, row) => `A-${row},Company ${row},${(row * 7) % 41}`)
  await page.goto('./')
  await chooseFiles(page, csv('shipped-2026-06-30.csv', ['Account ID,Name,Kg', ...rows]))
  await expectRead(page)
  await expect(page.getByRole('heading', { name: 'No model yet' })).toBeVisible()
  await page.getByRole('button', { name: /^Let it count/ }).click()
  await expect(page.getByText('More kg is healthier', { exact: false })).toBeVisible()
  await expect(page.getByLabel('Role of Kg')).toHaveValue('factor')
  await page.getByRole('button', { name: /^Turn round/ }).click()
  await expect(page.getByText('Fewer kg is healthier', { exact: false })).toBeVisible()
  await pressImport(page)
  await expect(page.getByRole('link', { name: /^Not scored 0/ })).toBeVisible()
})

test('files dropped together come one after the other; a list of tickets is told from one of accounts', async ({
  page,
}) => {
  const tickets = Array.from({ length: 30 }, (_, row) => `T-${row},0041${7 + (row % 3)},open`)
  const text = (file: ChosenFile) => (typeof file === 'string' ? '' : file.buffer.toString())
  await page.goto('./')
  await dropFiles(
    page,
    { name: 'accounts-2026-01-31.csv', text: text(january) },
    {
      name: 'tickets-2026-01-31.csv',
      text: ['ticket_id,account_id,status', ...tickets].join('\n'),
    },
  )
  await expect(page.getByText('1 file to follow', { exact: false })).toBeVisible()
  await expectRead(page)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'tickets-2026-01-31.csv' })).toBeVisible()
  await expect(page.getByLabel('Each row is')).toHaveValue('event')
  expect(await reviewCounts(page)).toEqual({ rows: 30, accounts: 3, rejected: 0 })
  await page.getByLabel('Each row is').selectOption('an account')
  await expect(page.getByLabel('Account key')).toHaveValue('0')
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByRole('link', { name: /^Accounts 4/ })).toBeVisible()

  const before = await stored(page)
  await chooseFiles(page, january)
  await expect(page.getByText('This very file was imported already')).toBeVisible()
  await page.getByLabel('Snapshot date').fill('2026-03-31')
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await page.goForward()
  await expect(page.getByLabel('Snapshot date')).toHaveValue('2026-03-31')
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  expect(await stored(page)).toEqual(before)
})
