import type { Page } from '@playwright/test'
import { csv } from './support/files.ts'
import { command } from './support/keys.ts'
import { applyConfiguration, importFile } from './support/steps.ts'
import { jsonFile, loginsModel } from './support/files.ts'
import { expect, test } from './support/test.ts'

// One account, and nobody who counts as a customer: every page says what there is, or why there is nothing.

const HEADERS = 'Account ID,Name,Plan,ARR,Logins,Overdue'
const one = csv('accounts-2026-03-31.csv', [HEADERS, '7,Brontë Foods,Pro,1000,80,0'])

const PAGES = [
  'overview',
  'accounts',
  'segments',
  'segments?by=plan&across=band',
  'trends',
] as const

async function visit(page: Page, hash: string) {
  await page.evaluate((address) => (location.hash = `#/${address}`), hash)
  await expect(page.getByText('Reading…')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

const main = (page: Page) => page.getByRole('main')

test('a portfolio of one account: its figures, its line, its segment, and what waits for a second snapshot', async ({
  page,
}) => {
  await page.goto('./')
  await applyConfiguration(page, jsonFile('logins.json', loginsModel))
  await importFile(page, one)
  await visit(page, 'overview')
  await expect(page.getByRole('link', { name: /^Accounts 1/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Average score 80\.0/ })).toBeVisible()
  await visit(page, 'accounts')
  await expect(page.getByText('1 of 1 accounts')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Brontë Foods', level: 1 })).toBeVisible()
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next account (j)' })).toBeDisabled()
  await visit(page, 'segments?by=plan')
  await expect(page.getByRole('table', { name: 'Segments' }).getByRole('row')).toHaveCount(3)
  await visit(page, 'segments?by=plan&across=logins')
  await expect(page.getByRole('link', { name: /^Pro, .*1 account/ })).toBeVisible()
  await visit(page, 'trends')
  await expect(page.getByRole('heading', { name: 'A trend needs two snapshots' })).toBeVisible()
  await visit(page, 'data')
  await expect(page.getByRole('table', { name: 'Snapshots' }).getByRole('row')).toHaveCount(2)
})

test('where nobody is a customer every page says so and leads to the model, and commands find no account', async ({
  page,
}) => {
  await page.goto('./')
  const nobody = { ...loginsModel.account, include: "plan == 'None'" }
  await applyConfiguration(page, jsonFile('nobody.json', { ...loginsModel, account: nobody }))
  await importFile(page, one)
  for (const address of PAGES)
    await test.step(address, async () => {
      await visit(page, address)
      await expect(main(page)).not.toContainText(/NaN|undefined|Infinity/)
      await expect(main(page).getByRole('link', { name: 'Brontë Foods' })).toHaveCount(0)
      if (address === 'trends') return
      await expect(page.getByRole('heading', { name: 'No accounts to show' })).toBeVisible()
      await expect(main(page).getByRole('link', { name: 'See the model' })).toBeVisible()
    })
  await visit(page, 'account/0')
  await expect(main(page)).not.toContainText(/NaN|undefined|Infinity/)
  await command(page, 'Accounts')
  await page.getByRole('searchbox', { name: 'Search accounts' }).fill('bront')
  await expect(page.getByRole('link', { name: 'Brontë Foods' })).toHaveCount(0)
})
