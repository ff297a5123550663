import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { cellsOf, columnOf, showSegments } from '../support/segments-page.ts'

beforeEach(() => page.viewport(1440, 900))

const CROSSED = '?by=segment&across=arr'

test('where two cross, each cell has its number and its accounts, which it opens', async () => {
  const { screen, session } = await showSegments(CROSSED)
  const map = screen.getByRole('table', { name: 'Average by Segment and ARR' })
  await expect
    .element(
      map.getByRole('link', { name: 'Mid-market, 1,000 or more: Average 69.8, 71 accounts' }),
    )
    .toBeVisible()
  expect(cellsOf(map.element().querySelectorAll('tbody tr')[0]!)).toEqual([
    'Enterprise',
    '63.1 48 accounts',
    'no accounts',
    '63.1 48 accounts',
  ])
  await map.getByRole('link', { name: /^Enterprise, up to 999/ }).click()
  await expect.poll(() => session.route.page).toBe('accounts')
  expect(session.route.query('filter')).toBe("segment == 'Enterprise' and arr < 1000")
})

test.each([
  ['Accounts', '48'],
  ['ARR', '7.2M'],
  ['Change', '−3.3'],
  ['At risk', '23 %'],
  ['ARR at risk', '1.31M'],
  ['Flagged', '5'],
  ['Coverage', '91 %'],
])('the heat map shows %s where it is asked for', async (measure, text) => {
  const { screen } = await showSegments(CROSSED)
  await screen.getByRole('combobox', { name: 'Measure' }).selectOptions(measure)
  const cell = screen.getByRole('link', { name: /^Enterprise, up to 999/ })
  await expect.element(cell.getByText(text, { exact: true })).toBeVisible()
})

test('each cell shows how it went, and opens why: from the map as from the table', async () => {
  const { screen, session } = await showSegments(CROSSED)
  const why = screen.getByRole('button', { name: '−3.3 – why Enterprise, up to 999 moved' })
  await expect.poll(() => why.element().querySelectorAll('polyline').length).toBe(1)
  await why.click()
  expect(session.route.query('why')).toBe("segment == 'Enterprise' and arr < 1000")
  const part = screen.getByRole('region', { name: 'Enterprise, ARR up to 999' })
  await expect.element(part.getByRole('heading', { name: 'Enterprise, ARR' })).toHaveFocus()
  await part.getByRole('button', { name: /^Close/ }).click()
  await expect.element(why).toHaveFocus()
  await screen.getByRole('button', { name: 'Table' }).click()
  const lines = (part: string) => document.querySelectorAll(`${part} td.drift polyline`).length
  await expect.poll(() => [lines('tbody'), lines('tfoot')]).toEqual([4, 1])
})

test('the tint says how far a cell is from the portfolio, and the number is there without it', async () => {
  await showSegments(CROSSED)
  const cells = () => [...document.querySelectorAll<HTMLElement>('.heat tbody td[data-hue]')]
  await expect.poll(() => cells().length).toBe(4)
  expect(
    cells().map(({ dataset, style }) => [dataset.hue, style.getPropertyValue('--heat')]),
  ).toEqual([
    ['risk', '4%'],
    ['healthy', '6%'],
    ['healthy', '3%'],
    ['risk', '40%'],
  ])
})

test('the same numbers stand in a table, one line a cell in which there is somebody', async () => {
  const { screen, session } = await showSegments(CROSSED)
  await screen.getByRole('button', { name: 'Table' }).click()
  await expect.poll(() => session.route.query('show')).toBe('table')
  await expect
    .poll(() => columnOf(1).map((name, row) => [columnOf(0)[row], name, columnOf(2)[row]]))
    .toEqual([
      ['Enterprise', 'up to 999', '48'],
      ['Mid-market', 'up to 999', '21'],
      ['Mid-market', '1,000 or more', '71'],
      ['no value', 'up to 999', '6'],
    ])
})
