import type { Page } from '@playwright/test'
import { axeFindings, FOR_AXE } from './support/axe.ts'
import { csv } from './support/files.ts'
import { chooseFiles, expectRead, goTo } from './support/steps.ts'
import { expect, test } from './support/test.ts'

const accounts = csv('accounts 2026-01-31.csv', [
  'Account ID,Account Name,Plan,Logins',
  'a,Aldergrove,Pro,90',
  'b,Brontë Foods,Team,20',
  'c,Castell & Moor,Pro,50',
])
const tickets = csv('tickets 2026-01-31.csv', [
  'ticket_id,account_id,created_at,status,priority',
  't1,a,2026-01-28,open,urgent',
  't2,a,2025-12-01,solved,low',
  't3,b,2025-11-10,solved,urgent',
  't4,z,2026-01-10,solved,low',
])
const usage = csv('usage.csv', [
  'usage_id,subscription_id,usage_date,usage_count',
  'u1,s1,2026-01-05,3',
  'u2,s1,2025-12-01,90',
  'u3,s2,2026-01-20,80',
  'u4,s2,2026-01-30,40',
])

test('what kept tickets come to is changed on Data without a file, and taken back', async ({
  page,
}) => {
  await page.goto('./')
  await chooseFiles(page, accounts, tickets)
  await page.getByRole('button', { name: 'Import all 2' }).click()
  await expect(page.getByText('Imported 2 files')).toBeVisible()
  await expectInput(page, 'Tickets in 90 days', '2')

  await goTo(page, 'Data')
  await page.getByRole('button', { name: 'Change what tickets come to' }).click()
  await page.getByRole('button', { name: /^Change ?: Tickets in 90 days/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Days', { exact: true }).fill('30')
  await dialog.getByLabel('Name of the column').fill('Tickets in 90 days')
  await dialog.getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('button', { name: 'Add up anew' }).click()
  await expect(page.getByText('Added up tickets anew')).toBeVisible()
  await expectInput(page, 'Tickets in 90 days', '1')

  await page.reload()
  await expectInput(page, 'Tickets in 90 days', '1')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Went back to what tickets came to before')).toBeVisible()
  await expectInput(page, 'Tickets in 90 days', '2')
})

async function expectInput(page: Page, name: string, value: string): Promise<void> {
  await goTo(page, 'Accounts')
  await page.getByRole('link', { name: 'Aldergrove' }).first().click()
  const inputs = page.getByRole('region', { name: /Inputs/ })
  await expect(inputs.getByRole('row', { name: `${name} ${value}` }).first()).toBeVisible()
}

const widths = [
  ['wide', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
] as const

for (const colorScheme of ['light', 'dark'] as const)
  for (const [width, viewport] of widths)
    test.describe(`axe finds nothing, ${colorScheme}, ${width}`, () => {
      test.use({ ...FOR_AXE, colorScheme, viewport })

      test('on all that a review says of events', async ({ page }) => {
        await page.goto('./')
        await chooseFiles(page, usage)
        await check(page, 'Whose are these rows?')
        await page.getByRole('button', { name: /^Take each/ }).click()
        await check(page, 'so the 2 keys found here are taken for accounts')
        await page.getByRole('button', { name: 'Cancel', exact: true }).click()

        await page.goto('./')
        await chooseFiles(page, tickets, accounts, usage)
        await check(page, 'How these 3 files belong together')
        await page.getByRole('button', { name: 'Import', exact: true }).click()
        await check(page, /^1 row name|^1 row names/)
        await page.getByLabel('Snapshot date').fill('2027-01-31')
        await check(page, /^The newest row is of/)
        await page.getByLabel('Snapshot date').fill('2026-01-01')
        await check(page, /^No list of accounts is dated up to/)
        await page.getByLabel('Snapshot date').fill('2026-01-31')
        await expectRead(page)
        await page.getByRole('button', { name: 'Import', exact: true }).click()
        await check(page, 'Whose are these rows?')
        await page.getByRole('button', { name: 'Skip this file' }).or(cancel(page)).first().click()

        await page.goto('./#/data')
        await page.getByRole('button', { name: 'Change what tickets come to' }).click()
        await check(page, 'Add up another column')
        await page.getByRole('button', { name: 'Add up another column' }).click()
        await check(page, 'Made as')
      })

      test('on a guess that leaves most out, and columns that are read alike', async ({ page }) => {
        await page.goto('./')
        await chooseFiles(page, mostlyInactive)
        await check(page, 'Leaves out 38 of 40 accounts')
        await page.getByRole('radio', { name: /^Keep all/ }).click()
        await check(page, '3 columns can be read in two ways')
      })
    })

const cancel = (page: Page) => page.getByRole('button', { name: 'Cancel', exact: true })

const mostlyInactive = csv('companies.csv', [
  'company_id,name,created_at,updated_at,last_request_at,Active,Logins,NPS',
  ...Array.from(
    { length: 40 },
    (_, n) =>
      `k${n},Company ${n},${1_700_000_000 + n * 9_000},${1_760_000_000 + n * 7_000},${1_767_000_000 + n * 5_000},${n % 20 === 0 ? 'yes' : 'no'},${(n * 37) % 90},${n % 11}`,
  ),
])

async function check(page: Page, said: string | RegExp): Promise<void> {
  await expect(page.getByText(said).first()).toBeVisible()
  await expect(page.getByText('Reading…')).toHaveCount(0)
  expect(await axeFindings(page), String(said)).toEqual([])
}
