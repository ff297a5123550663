import { command } from './support/keys.ts'
import { csv } from './support/files.ts'
import { chooseFiles, expectRead, pressImport, reviewCounts, rowsOf } from './support/steps.ts'
import { expect, test } from './support/test.ts'

const accountLines = [
  'Account ID,Account Name,Plan,Created',
  'a,Aldergrove,Pro,2026-01-31',
  'b,Brontë Foods,Team,2025-11-02',
  'c,Castell & Moor,Pro,2025-10-20',
]
const accounts = csv('z-accounts.csv', accountLines)
const subscriptions = csv('subscriptions.csv', [
  'subscription_id,account_id,start_date,end_date,arr_amount',
  's1,a,2025-01-01,,9000',
  's2,b,2025-01-01,,5000',
  's3,b,2025-01-01,2025-06-30,4000',
  's4,c,2025-03-01,,1000',
])
const tickets = csv('tickets.csv', [
  'ticket_id,account_id,created_at,status,satisfaction_score',
  't1,a,2026-01-20,open,1',
  't2,a,2026-01-29,open,2',
  't3,b,2026-01-10,solved,5',
])
const usage = csv('a-usage.csv', [
  'usage_id,subscription_id,usage_date,usage_count',
  'u1,s1,2026-01-05,3',
  'u2,s1,2025-12-01,90',
  'u3,s2,2026-01-20,80',
  'u4,s4,2026-01-30,40',
  'u5,s4,2026-01-31,1',
])

test('a stranger’s four exports, dropped at once, are one ranked list with reasons', async ({
  page,
}) => {
  await page.goto('./')
  await chooseFiles(page, tickets, accounts, usage, subscriptions)
  const together = page.getByRole('region', { name: 'How these 4 files belong together' })
  await expect(together.getByRole('listitem')).toHaveText([
    /z-accounts.csv lists accounts, by Account ID this one/,
    /subscriptions.csv added up for each account, by account_id/,
    /tickets.csv added up for each account, by account_id/,
    /a-usage.csv added up for each account, by way of subscription_id in subscriptions.csv/,
  ])
  await expect(page.getByLabel('Snapshot date')).toHaveValue('2026-01-31')
  await page.getByRole('button', { name: 'Import all 4' }).click()

  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  const triage = page.getByRole('table', { name: 'Accounts by value at risk and worsening' })
  const rows = await rowsOf(triage)
  expect(rows.map(([name]) => name)).toEqual(
    expect.arrayContaining(['Aldergrove', 'Brontë Foods', 'Castell & Moor']),
  )
  expect(rows[0]).toEqual(expect.arrayContaining(['Aldergrove', '9,000']))

  await expect(page.getByText('Imported 4 files')).toBeVisible()
  await page.getByRole('link', { name: 'Aldergrove' }).click()
  const why = page.getByRole('table', { name: 'Points' })
  await expect(why.getByRole('row', { name: /Usage count in 30 days 3 / })).toBeVisible()
  await expect(why.getByRole('row', { name: /Tickets in 90 days 2 / })).toBeVisible()
})

test('files imported at one press are taken back at one press, exactly', async ({ page }) => {
  await page.goto('./')
  await chooseFiles(page, accounts)
  await expectRead(page)
  await pressImport(page)
  const before = await page.getByRole('main').innerText()

  await chooseFiles(page, tickets, usage, subscriptions)
  await page.getByRole('button', { name: 'Import all 3' }).click()
  await expect(page.getByText('Imported 3 files')).toBeVisible()
  await expect.poll(() => page.getByRole('main').innerText()).not.toBe(before)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await command(page, 'Undo')
  await expect(page.getByText('Took back the import of 3 files')).toBeVisible()
  await expect.poll(() => page.getByRole('main').innerText()).toBe(before)
  await page.getByRole('link', { name: 'Data' }).click()
  await expect(page.getByRole('table', { name: 'Deliveries' }).getByRole('row')).toHaveCount(2)
})

test('rows of accounts that no list has wait, are told of, and count once a list has them', async ({
  page,
}) => {
  const more = csv('accounts.csv', [accountLines[0]!, 'b,Brontë Foods,Team,2026-01-31'])
  await page.goto('./')
  await chooseFiles(page, more)
  await expectRead(page)
  await pressImport(page)
  await chooseFiles(page, tickets)
  await expectRead(page)
  await expect(page.getByText(/^2 rows name no account that a file lists/)).toBeVisible()
  await pressImport(page)
  await expect(page.getByRole('link', { name: /^Accounts 1/ })).toBeVisible()

  await chooseFiles(page, csv('accounts.csv', accountLines))
  await expectRead(page)
  await pressImport(page)
  await page.getByRole('link', { name: 'Aldergrove' }).first().click()
  await expect(page.getByRole('row', { name: /Tickets in 90 days 2/ }).first()).toBeVisible()
})

test('a window without a row is nought for a count, and missing for what is averaged', async ({
  page,
}) => {
  const old = csv('tickets 2026-12-31.csv', [
    'ticket_id,account_id,created_at,status,satisfaction_score',
    't1,a,2026-01-20,open,1',
    't2,a,2026-01-29,solved,2',
    't3,b,2026-12-30,solved,5',
  ])
  await page.goto('./')
  await chooseFiles(page, old)
  await expectRead(page)
  await pressImport(page)
  await page.getByRole('link', { name: /^Accounts 2/ }).click()
  await page.getByRole('link', { name: 'a', exact: true }).click()
  const inputs = page.getByRole('region', { name: /Inputs/ })
  await expect(inputs.getByRole('row', { name: /Tickets in 90 days/ })).toContainText('0')
  await expect(inputs.getByRole('row', { name: /Satisfaction score/ })).toContainText('–')
})

test('rows that wait for their accounts are kept, and the pages say what to do', async ({
  page,
}) => {
  await page.goto('./')
  await chooseFiles(page, usage)
  await expectRead(page)
  await page.getByRole('button', { name: 'Keep them until then' }).click()
  await expectRead(page)
  await pressImport(page)
  for (const name of ['Overview', 'Accounts', 'Segments']) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByText('No account is known yet')).toBeVisible()
  }
  await chooseFiles(page, subscriptions)
  await expectRead(page)
  await pressImport(page)
  await expect(page.getByRole('link', { name: /^Accounts 3/ })).toBeVisible()
})

test('tickets alone are added up by account, and a list of accounts that comes later names them', async ({
  page,
}) => {
  await page.goto('./')
  await chooseFiles(page, tickets)
  await expectRead(page)
  expect(await reviewCounts(page)).toEqual({ rows: 3, accounts: 2, rejected: 0 })
  await pressImport(page)
  await expect(page.getByRole('link', { name: /^Accounts 2/ })).toBeVisible()

  await chooseFiles(page, accounts)
  await expectRead(page)
  await pressImport(page)
  await expect(page.getByRole('link', { name: /^Accounts 3/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Brontë Foods' })).toBeVisible()
})

test('rows that name no account are asked about before anything is written', async ({ page }) => {
  await page.goto('./')
  await chooseFiles(page, usage)
  await expectRead(page)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/Whose are these rows\?/)).toBeVisible()
  await page.getByRole('button', { name: 'Take each subscription_id for an account' }).click()
  await expect.poll(() => reviewCounts(page)).toEqual({ rows: 5, accounts: 3, rejected: 0 })
})
