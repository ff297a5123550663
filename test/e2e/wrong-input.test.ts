import { csv, january, januaryLines } from './support/files.ts'
import {
  chooseFiles,
  csvFile,
  goTo,
  importFile,
  pressImport,
  reviewCounts,
} from './support/steps.ts'
import { isNothingStored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const quoteLeftOpen = csv('quote.csv', [...januaryLines.slice(0, 2), '00418,"Castell', 'x,y,z'])

const unreadable = [
  [csvFile('empty.csv', ''), 'The file is empty. Export it again, and see that it holds rows.'],
  [
    csvFile('photo.csv', png),
    'This is an image, not a table in text. Export the table itself as CSV.',
  ],
  [
    csvFile('book.csv', 'PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml'),
    'Open it in a spreadsheet, save the sheet as CSV UTF-8, and choose that.',
  ],
  [
    csvFile('old-book.csv', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex')),
    'Open it in a spreadsheet, save the sheet as CSV UTF-8, and choose that.',
  ],
  [
    csvFile('exports.csv', 'PK\u0003\u0004\u0014\u0000\u0000\u0000accounts.csv'),
    'This is a ZIP archive, not a table in text. Unpack it and choose the CSV inside.',
  ],
  [
    csvFile('report.csv', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    'This is a PDF, not a table in text. Export the table as CSV where the PDF came from.',
  ],
  [
    csvFile('answer.csv', '[{"id": 1, "name": "Brontë Foods"}, {"id": 2, "name": "Delph"}]'),
    'This is JSON, not a table in text. Export the table as CSV.',
  ],
  [
    csvFile('signed-out.csv', '<!doctype html>\n<html><head><title>Sign in</title></head></html>'),
    'This is a web page, not a table in text. Export the table as CSV; a sign-in page may have been saved instead.',
  ],
] as const

test('a file that is no table is refused with a sentence that says what to do, and the next one goes in', async ({
  page,
}) => {
  await page.goto('./')
  for (const [file, sentence] of unreadable) {
    await chooseFiles(page, file)
    await expect(page.getByRole('alert')).toContainText(sentence)
    expect(await isNothingStored(page)).toBe(true)
  }
  await importFile(page, csv('mended.csv', januaryLines))
  await expect(page.getByRole('link', { name: /^Accounts 4/ })).toBeVisible()
})

test('names without rows are told, and nothing is written until they are read as a row', async ({
  page,
}) => {
  await page.goto('./')
  await chooseFiles(page, csv('header.csv', januaryLines.slice(0, 1)))
  await expect(page.getByText('There are no rows below the column names.')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing was imported')
  expect(await isNothingStored(page)).toBe(true)
  await page.getByRole('button', { name: 'Read them as a row' }).click()
  await pressImport(page)
  await expect(page.getByRole('link', { name: /^Accounts 1/ })).toBeVisible()
})

test('a quotation mark that is never closed swallows no rows: its line is told, and the mended file takes its place', async ({
  page,
}) => {
  await page.goto('./')
  await chooseFiles(page, quoteLeftOpen)
  expect(await reviewCounts(page)).toEqual({ new: 3, merged: 0, rejected: 0 })
  await expect(page.getByText('Line 3 opens a quotation mark that is not closed.')).toBeVisible()
  await page
    .locator('.notice', { hasText: '2 rows have fewer cells' })
    .getByRole('button', { name: 'Show them' })
    .click()
  await expect(page.getByRole('dialog', { name: 'Short rows' })).toContainText(
    'Only 2 of 6 cells; the others are missing.',
  )
  await page.getByRole('button', { name: 'Close list' }).click()
  await importFile(page, csv('quote.csv', januaryLines))
  await expect(page.getByRole('link', { name: /^Accounts 4/ })).toBeVisible()
})

test('one column makes accounts without a model, and the page says what is missing', async ({
  page,
}) => {
  await page.goto('./')
  await chooseFiles(page, csv('ids-2026-01-31.csv', ['Account ID', 'a-1', 'a-2', 'a-3']))
  expect(await reviewCounts(page)).toEqual({ new: 3, merged: 0, rejected: 0 })
  await expect(page.getByRole('heading', { name: 'No model yet' })).toBeVisible()
  await pressImport(page)
  await goTo(page, 'Accounts')
  await expect(page.getByText('3 of 3 accounts')).toBeVisible()
  await page.getByRole('button', { name: 'Export scores' }).click()
  await expect(page.getByText('There is no model yet, so there is nothing to show.')).toBeVisible()
})

test('a key column with gaps and repeats: the last row wins, rows without a key stay out, each is named', async ({
  page,
}) => {
  const lines = ['Account ID,Seats', 'a-1,1', ',2', 'a-2,3', 'a-1,4', 'a-3,5', ' ,6']
  await page.goto('./')
  await chooseFiles(page, csv('gaps-2026-01-31.csv', lines))
  expect(await reviewCounts(page)).toEqual({ new: 3, merged: 1, rejected: 2 })
  await page.getByRole('button', { name: '2 rejected' }).click()
  await expect(page.getByRole('dialog')).toContainText('No account key: “Account ID” is empty.')
  await page.getByRole('button', { name: 'Close list' }).click()
  await page.getByRole('button', { name: '1 merged' }).click()
  await expect(page.getByRole('dialog')).toContainText(
    'The key “a-1” comes again in line 5, which was taken.',
  )
  await page.getByRole('button', { name: 'Close list' }).click()

  await page.getByRole('button', { name: 'Cancel' }).click()
  await chooseFiles(page, csv('keyless-2026-01-31.csv', ['Account ID,Seats', ',1', ',2', ',3']))
  await page.getByLabel('Account key').selectOption('Account ID')
  await expect(page.getByRole('alert')).toContainText(
    'The column “Account ID” is empty throughout, so no row can be told apart. Choose another account key.',
  )
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('alert')).toBeInViewport()
  expect(await isNothingStored(page)).toBe(true)
})

test('a cell of a megabyte is longer than the first look at a file, and is read all the same', async ({
  page,
}) => {
  const note = 'x'.repeat(1_000_000)
  const lines = ['Account ID,Note,Logins', `a-1,${note},10`, `a-2,${note},20`, 'a-3,,30']
  await page.goto('./')
  await chooseFiles(page, csv('notes-2026-01-31.csv', lines))
  expect(await reviewCounts(page)).toEqual({ new: 3, merged: 0, rejected: 0 })
})

const MOST_SECONDS = 5

for (const [shape, beginning] of [
  ['from its first byte on', ''],
  ['behind a header', 'Account ID,Seats\n'],
] as const) {
  test(`200 MB without a line break ${shape} are answered in seconds, and the page stays alive`, async ({
    page,
  }) => {
    await page.goto('./')
    const dataTransfer = await page.evaluateHandle((start) => {
      const transfer = new DataTransfer()
      const chunk = new Uint8Array(1_000_000).fill(0x61)
      const chunks = Array.from({ length: 200 }, () => chunk)
      transfer.items.add(new File([start, ...chunks], 'huge.csv'))
      return transfer
    }, beginning)
    const dropped = Date.now()
    await page.dispatchEvent('body', 'drop', { dataTransfer })
    await expect(page.getByRole('alert')).toContainText(
      'A row is longer than 4,000,000 characters.',
    )
    expect((Date.now() - dropped) / 1000).toBeLessThan(MOST_SECONDS)
    expect(await isNothingStored(page)).toBe(true)
    await importFile(page, january)
    await expect(page.getByRole('link', { name: /^Accounts 4/ })).toBeVisible()
  })
}
