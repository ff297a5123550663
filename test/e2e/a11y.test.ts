import type { Page } from '@playwright/test'
import { axeFindings, COLOURS, FOR_AXE } from './support/axe.ts'
import { csv, february, january, jsonFile, loginsModel } from './support/files.ts'
import { chooseFiles, csvFile, expectRead, pressImport, rowsOf } from './support/steps.ts'
import { expect, test } from './support/test.ts'

test.use(FOR_AXE)

/** A date that may be day first or month first, shares or numbers, two currencies, and a letter beyond ASCII. */
const doubtful = csv('doubtful.csv', [
  'Account ID,Name,Signed,Discount,Amount',
  ...Array.from(
    { length: 30 },
    (_, row) =>
      `A-${row},Société ${row},0${(row % 8) + 1}/0${(row % 9) + 1}/2025,${row} %,${row % 3 ? '$' : '€'}${row}`,
  ),
])

const WINDOWS = [
  ['wide', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
] as const

for (const [where, viewport] of WINDOWS)
  test(`axe finds nothing on any page, ${where}, light and dark`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.goto('./')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await check(page, 'start')

    await chooseFiles(page, csvFile('report.csv', '%PDF-1.7\n1 0 obj\n'))
    await expect(page.getByRole('alert')).toBeVisible()
    await check(page, 'a refused file')
    await page.goto('./#/import')
    await chooseFiles(page, doubtful)
    await expect(page.getByRole('button', { name: '1 answer needed' })).toBeVisible()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('button', { name: 'Change encoding' }).click()
    await check(page, 'a review with questions and no model')
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()

    await chooseFiles(page, jsonFile('logins.json', { ...loginsModel, colour: 'blue' }))
    await expect(page.getByRole('button', { name: 'Apply', exact: true })).toBeVisible()
    await check(page, 'configuration')
    await page.getByRole('button', { name: 'Apply', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Model', level: 1 })).toBeVisible()
    await chooseFiles(page, january)
    await pressImport(page)

    await chooseFiles(page, february)
    await expectRead(page)
    await check(page, 'review')
    await page.getByRole('button', { name: '2 rejected' }).click()
    await check(page, 'rejected rows')
    await page.getByRole('button', { name: 'Close list' }).click()
    await pressImport(page)
    await check(page, 'overview')

    const crossed = 'segments?by=plan&across=logins'
    const why = `segments?why=${encodeURIComponent("plan == 'Pro'")}`
    const pages = ['segments', crossed, `${crossed}&show=table`, why, 'trends', 'model', 'data']
    for (const name of [...pages, 'accounts']) {
      await page.goto(`./#/${name}`)
      await check(page, name)
    }
    await rowsOf(page.getByRole('table', { name: 'Accounts' }))
    await page.goto('./#/data')
    await page.getByRole('button', { name: /to look at in accounts-2026-02-28/ }).click()
    await check(page, 'rows of a delivery')
    await page.getByRole('button', { name: 'Close rows' }).click()
    await page.getByRole('rowheader').getByRole('button').first().click()
    await check(page, 'a column')
    await page.goto('./#/accounts')
    await rowsOf(page.getByRole('table', { name: 'Accounts' }))
    await page.getByRole('link', { name: /^Castell/ }).click()
    await expect(page.getByRole('heading', { name: /^Castell/, level: 1 })).toBeVisible()
    await check(page, 'account')
  })

/** In both themes: of one that only colours what the other has shown, no more than the colours can be wrong. */
async function check(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Reading…')).toHaveCount(0)
  expect(await axeFindings(page), name).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page, COLOURS), `${name}, dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}
