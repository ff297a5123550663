import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { toIsoDay } from '../../src/state/days.ts'
import { showApp } from '../support/app.ts'
import { accountRow, accountRows, NEWEST } from '../support/portfolio.ts'

beforeEach(async () => {
  await page.viewport(1280, 900)
  localStorage.clear()
})

type Screen = Awaited<ReturnType<typeof showApp>>['screen']

const picked = (screen: Screen, count: number) =>
  expect
    .element(screen.getByRole('group', { name: 'Selected accounts' }).getByRole('status'))
    .toHaveTextContent(new RegExp(`^${count} selected`))

const nonePicked = (screen: Screen) =>
  expect.element(screen.getByRole('group', { name: 'Selected accounts' })).not.toBeInTheDocument()

const boxOf = (screen: Screen, row: number) =>
  screen.getByRole('checkbox', { name: `Select ${accountRow(row).name}`, exact: true })

const show = (rows: number, query = 'sort=key') =>
  showApp(`#/accounts?${query}`, { rows: accountRows(rows) })

test('what is picked stays when the list is sorted, its pages are turned, or one of its accounts is looked at', async () => {
  const { session, preferences, screen } = await show(120)
  await boxOf(screen, 1).click()
  await picked(screen, 1)
  await screen.getByRole('columnheader', { name: 'Score' }).getByRole('button').click()
  await expect.poll(() => session.route.query('sort')).toBe('-score')
  await picked(screen, 1)
  preferences.choose('listAsPages', true)
  await screen.getByRole('button', { name: 'Next', exact: true }).click()
  await expect.element(screen.getByText('Page 2 of 3: 51 to 100')).toBeVisible()
  await picked(screen, 1)
  const address = location.hash
  await screen.getByRole('rowheader').first().getByRole('link').click()
  await expect.element(screen.getByRole('navigation', { name: 'Where you are' })).toBeVisible()
  location.hash = address
  await picked(screen, 1)
})

test('another filter, search or snapshot lists other accounts, and nothing is picked', async () => {
  const { session, screen } = await show(20)
  const earlier = toIsoDay(session.earlier ?? NEWEST)
  for (const query of [{ q: 'a' }, { filter: 'score < 90' }, { day: earlier }]) {
    await screen.getByRole('checkbox', { name: /^Select all/ }).click()
    await expect.element(screen.getByText(/^\d+ selected$/)).toBeVisible()
    session.route.show(query)
    await nonePicked(screen)
  }
})

test('Shift picks all from the one picked last, also those that were never in sight', async () => {
  const { screen } = await show(1_000)
  const table = screen.getByRole('table', { name: 'Accounts' })
  await expect.element(table).toBeVisible()
  const boxAt = (row: number) => table.element().querySelector<HTMLElement>(rowSelector(row))
  boxAt(1)?.click()
  await picked(screen, 1)
  table
    .element()
    .closest('.scroll')
    ?.scrollTo(0, 34 * 900)
  await expect.poll(() => boxAt(905)).toBeTruthy()
  boxAt(905)?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
  await picked(screen, 905)
})

const rowSelector = (row: number) => `tr[aria-rowindex="${row + 1}"] input`

test('by keyboard: Shift and X from the one picked last, Shift and an arrow as one goes, Ctrl and A all', async () => {
  const { screen } = await show(40)
  await expect.element(screen.getByRole('table', { name: 'Accounts' })).toBeVisible()
  await userEvent.keyboard('jxjjj{Shift>}X{/Shift}')
  await picked(screen, 4)
  await screen.getByRole('button', { name: 'Select none' }).click()
  await userEvent.keyboard('j{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}')
  await picked(screen, 4)
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
  await picked(screen, 3)
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Shift>}{ArrowUp}{/Shift}')
  await picked(screen, 5)
  await userEvent.keyboard('{Control>}a{/Control}')
  await picked(screen, 40)
})

test('Ctrl and A in a field is for the field', async () => {
  const { screen } = await show(40)
  await screen.getByRole('searchbox', { name: 'Search accounts' }).click()
  await userEvent.keyboard('{Control>}a{/Control}')
  await nonePicked(screen)
})
