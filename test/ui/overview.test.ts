import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { failure } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { accountRow, configuration, opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1280, 1400))

const rows = [
  accountRow(0, { name: 'Lost & Found', score: 20, band: 0, change: -12.5, value: 90_000 }),
  accountRow(1, { score: 55, band: 1, value: 50_000 }),
  accountRow(2, { score: 85, band: 2, value: 70_000 }),
  accountRow(16, { name: 'Silent Co' }),
]

test('every figure is a link to the accounts it counts', async () => {
  const { screen } = await showApp('#/overview', { rows })
  const linked = async (name: RegExp, hash: string) =>
    expect.element(screen.getByRole('link', { name })).toHaveAttribute('href', hash)
  await linked(/^ARR at risk 90K/, '#/accounts?filter=band+%3D%3D+%27red%27&sort=-value')
  await linked(/^Not scored 1/, '#/accounts?filter=is_missing%28band%29')
  await linked(/^Watch 1 33.3/, '#/accounts?filter=band+%3D%3D+%27yellow%27')
})

test('the head names the day compared with, and by what it was found', async () => {
  const { screen } = await showApp('#/overview', { rows })
  const compared = screen.getByRole('combobox', { name: 'Compared with' })
  await compared.selectOptions('90')
  await expect.element(screen.getByText(/^\w+ \d+, 2026 \(90 days before\)$/)).toBeVisible()
})

test('triage keeps the order of the engine and says why in words', async () => {
  const { screen } = await showApp('#/overview', { rows })
  const triage = screen.getByRole('table', { name: /by value at risk/ })
  const lines = () =>
    triage
      .getByRole('row')
      .elements()
      .map(({ textContent }) => textContent)
  await expect.poll(() => lines().length).toBe(5)
  expect(lines()[1]).toMatch(/Lost & Found\s*At risk\s*20\.0.*−12\.5.*Logins, 30 days −\d+\s%/)
})

test('an account that is not scored is grey with a word, never red and never 0', async () => {
  const { screen } = await showApp('#/overview', { rows: [accountRow(16, { name: 'Silent Co' })] })
  const row = screen.getByRole('row', { name: /Silent Co/ })
  await expect.element(row.getByText('Not scored')).toHaveClass('none')
  await expect.element(row.getByRole('cell').nth(1)).toHaveTextContent(/^–$/)
  await expect.element(row.getByText('No data for 65 % of the weight')).toBeVisible()
})

test('without a value column the accounts at risk are counted', async () => {
  const { value: _, ...account } = configuration.account
  const valueless = opened({ configuration: { ...configuration, account } })
  const { screen } = await showApp('#/overview', { rows, opened: valueless })
  await expect.element(screen.getByRole('link', { name: /^Accounts at risk 1/ })).toBeVisible()
  await expect.element(screen.getByText('ARR', { exact: true })).not.toBeInTheDocument()
})

test('the chart of scores shows the same numbers as a table', async () => {
  const { screen } = await showApp('#/overview', { rows })
  await screen.getByRole('button', { name: 'Show table: Score distribution' }).click()
  const table = screen.getByRole('table', { name: 'Score distribution' })
  await expect.element(table.getByRole('row', { name: '20–25 1 0 0' })).toBeVisible()
})

test('what the engine cannot answer is said and stays', async () => {
  const overview = () =>
    Promise.resolve(failure({ code: 'storage-failed', message: 'gone' } as const))
  const { screen } = await showApp('#/overview', { answers: { overview } })
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/gone/)
})

test('a configuration that leaves everybody out says so and leads to the model', async () => {
  const { screen } = await showApp('#/overview', { rows: [] })
  await expect.element(screen.getByRole('heading', { name: 'No accounts to show' })).toBeVisible()
  await expect.element(screen.getByRole('link', { name: 'See the model' })).toBeVisible()
})
