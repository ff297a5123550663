import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { showApp } from '../support/app.ts'
import { accountRow, accountRows } from '../support/portfolio.ts'
import { formatShortMoney } from '../../src/ui/parts/format.ts'

beforeEach(() => page.viewport(1280, 900))

test('a list of 100,000 accounts draws only what is in sight and says how many there are', async () => {
  const { screen } = await showApp('#/accounts', { rows: accountRows(100_000) })
  const table = screen.getByRole('table', { name: 'Accounts' })
  await expect.element(table).toHaveAttribute('aria-rowcount', '100001')
  expect(table.getByRole('row').elements().length).toBeLessThan(80)
  await expect.element(screen.getByText('100,000 of 100,000 accounts')).toBeVisible()
})

test('the last account of 100,000 is reached by scrolling', async () => {
  const { screen } = await showApp('#/accounts?sort=name', { rows: accountRows(100_000) })
  const table = screen.getByRole('table', { name: 'Accounts' })
  await expect.element(table).toBeVisible()
  const scroller = table.element().closest('.scroll')
  scroller?.scrollTo(0, scroller.scrollHeight)
  const last = () => table.element().querySelector('tr[aria-rowindex="100001"]')?.textContent ?? ''
  await expect.poll(last).toMatch(/Watch|At risk|Healthy|Not scored/)
})

test('a click on a head sorts by it, another one turns the order around', async () => {
  const { screen } = await showApp('#/accounts?sort=name')
  const head = (name: string) => screen.getByRole('columnheader', { name })
  await expect.element(head('Account')).toHaveAttribute('aria-sort', 'ascending')
  await screen.getByRole('button', { name: 'Score', exact: true }).click()
  await expect.element(head('Score')).toHaveAttribute('aria-sort', 'descending')
  await expect.element(head('Account')).not.toHaveAttribute('aria-sort')
  await screen.getByRole('button', { name: 'Score', exact: true }).click()
  await expect.element(head('Score')).toHaveAttribute('aria-sort', 'ascending')
})

test('accounts that are not scored stand at the end in both orders, and are all there', async () => {
  const rows = [accountRow(16, { name: 'Silent' }), accountRow(1, { name: 'Loud', score: 50 })]
  for (const sort of ['score', '-score']) {
    const { screen } = await showApp(`#/accounts?sort=${sort}`, { rows })
    const names = () =>
      screen
        .getByRole('rowheader')
        .elements()
        .map((cell) => cell.textContent)
    await expect.poll(names).toEqual(['Loud', 'Silent'])
    await screen.unmount()
  }
})

test('columns are chosen, moved and remembered', async () => {
  localStorage.clear()
  const first = await showApp('#/accounts')
  const heads = (screen: typeof first.screen) =>
    screen
      .getByRole('columnheader')
      .elements()
      .map((head) => head.textContent?.replace(/[↑↓]/g, '').trim())
      .filter(Boolean)
  await expect.poll(() => heads(first.screen)).toContain('Top driver')
  await first.screen.getByRole('button', { name: /^Columns/ }).click()
  const dialog = first.screen.getByRole('dialog', { name: 'Columns' })
  await dialog.getByRole('checkbox', { name: 'Top driver' }).click()
  await dialog.getByRole('checkbox', { name: 'Segment' }).click()
  await dialog.getByRole('button', { name: 'Move Score up' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const wanted = [
    ...['Account', 'Score', 'Band', 'Change', 'Last 12', 'ARR', 'Renews, days', 'Owner', 'Segment'],
  ]
  expect(heads(first.screen)).toEqual(wanted)
  await first.screen.unmount()
  const again = await showApp('#/accounts')
  await expect.poll(() => heads(again.screen)).toEqual(wanted)
  localStorage.clear()
})

test('rows are picked one by one or all but some, and count and value follow', async () => {
  const { screen } = await showApp('#/accounts?sort=name', { rows: accountRows(20) })
  const total = accountRows(20).reduce((sum, row) => sum + (row.value ?? 0), 0)
  await screen.getByRole('checkbox', { name: 'Select all 20' }).click()
  await expect.element(screen.getByText('20 selected')).toBeVisible()
  const name = accountRow(3).name
  await screen.getByRole('checkbox', { name: `Select ${name}` }).click()
  await expect.element(screen.getByText('19 selected')).toBeVisible()
  const worth = formatShortMoney(total - (accountRow(3).value ?? 0))
  const picked = screen.getByRole('group', { name: 'Selected accounts' })
  await expect.element(picked.getByText(worth, { exact: true })).toBeVisible()
  await screen.getByRole('button', { name: 'Select none' }).click()
  await expect.element(screen.getByText('19 selected')).not.toBeInTheDocument()
})

test('with Shift a second column sorts the equals of the first', async () => {
  const { session, screen } = await showApp('#/accounts?sort=owner')
  await expect.element(screen.getByRole('columnheader', { name: 'Owner' })).toBeVisible()
  await userEvent.keyboard('{Shift>}')
  await screen.getByRole('button', { name: 'Score', exact: true }).click()
  await userEvent.keyboard('{/Shift}')
  expect(session.route.query('sort')).toBe('owner,-score')
})

test('a search that finds nothing says so and can be cleared', async () => {
  const { screen } = await showApp('#/accounts?q=zzzz')
  await expect.element(screen.getByRole('heading', { name: 'No account matches' })).toBeVisible()
  await screen.getByRole('button', { name: 'Clear all filters' }).click()
  await expect.element(screen.getByText('215 of 215 accounts')).toBeVisible()
})

test('j and k move from row to row, and the focus survives scrolling away', async () => {
  const { screen } = await showApp('#/accounts?sort=name')
  const table = screen.getByRole('table', { name: 'Accounts' })
  await expect.element(table).toBeVisible()
  await userEvent.keyboard('jjk')
  const focused = document.activeElement
  expect(focused?.closest('tr')?.getAttribute('aria-rowindex')).toBe('2')
  table.element().closest('.scroll')?.scrollTo(0, 5000)
  await expect.poll(() => table.element().querySelector('tr[aria-rowindex="155"]')).toBeTruthy()
  expect(document.activeElement).toBe(focused)
})

test('the scores are exported as the file the engine made', async () => {
  const { screen } = await showApp('#/accounts')
  let saved = ''
  const catchIt = (event: Event) => {
    const link = event.target as HTMLAnchorElement
    if (link.download) saved = link.download
    event.preventDefault()
  }
  const click = HTMLAnchorElement.prototype.click
  HTMLAnchorElement.prototype.click = function () {
    catchIt({ target: this, preventDefault: () => {} } as unknown as Event)
  }
  await screen.getByRole('button', { name: 'Export scores' }).click()
  await expect.poll(() => saved).toBe('scores-2026-10-31.csv')
  HTMLAnchorElement.prototype.click = click
})

test('a name that looks like markup is text', async () => {
  const rows = [accountRow(0, { name: '<img src=x onerror=alert(1)>' })]
  const { screen } = await showApp('#/accounts', { rows })
  await expect.element(screen.getByRole('link', { name: '<img src=x' })).toBeVisible()
})

test('the list is shown page by page for who asks for it, and the address keeps the page', async () => {
  localStorage.clear()
  const { session, screen } = await showApp('#/accounts?sort=name', { rows: accountRows(120) })
  await screen.getByRole('button', { name: 'Show as pages' }).click()
  const table = screen.getByRole('table', { name: 'Accounts' })
  const places = () =>
    [...table.element().querySelectorAll('tbody tr')].map((row) => row.ariaRowIndex)
  await expect.element(screen.getByText('Page 1 of 3: 1 to 50')).toBeVisible()
  await screen.getByRole('button', { name: 'Next' }).click()
  await screen.getByRole('button', { name: 'Next' }).click()
  await expect.element(screen.getByText('Page 3 of 3: 101 to 120')).toBeVisible()
  expect([places().length, places()[0], places().at(-1)]).toEqual([20, '102', '121'])
  await expect.element(screen.getByRole('button', { name: 'Next' })).toBeDisabled()
  expect(session.route.query('page')).toBe('3')
  await screen.getByRole('button', { name: 'Score', exact: true }).click()
  await expect.element(screen.getByText('Page 1 of 3: 1 to 50')).toBeVisible()
  await screen.getByRole('button', { name: 'Show as one list' }).click()
  await expect.element(table).toHaveAttribute('aria-rowcount', '121')
})
