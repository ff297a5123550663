import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { failure, success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers } from '../support/more-answers.ts'
import { NEWEST, opened } from '../support/portfolio.ts'
import { cellsOf, columnOf, showSegments } from '../support/segments-page.ts'
import { segmentsTable } from '../support/segments.ts'

beforeEach(() => page.viewport(1440, 900))

test('a segment shows its count, value, average, change, drift, bands, what is at risk, flags and coverage', async () => {
  const { screen } = await showSegments()
  const table = screen.getByRole('table', { name: 'Segments' })
  await expect.element(table.getByRole('link', { name: 'Enterprise' })).toBeVisible()
  await expect.element(table.getByRole('img', { name: 'From 71.0 to 63.3' })).toBeInTheDocument()
  const [row] = table.element().querySelectorAll('tbody tr')
  expect(cellsOf(row!)).toEqual([
    'Enterprise',
    '48',
    '7,200,000',
    '63.1',
    '↓−3.3',
    '',
    '',
    '23 %',
    '1,310,000',
    '5',
    '91 %',
    '1',
  ])
  await expect.poll(() => row?.querySelectorAll('.spark polyline').length).toBe(1)
  const all = table.getByRole('row', { name: /^All accounts/ })
  await expect.element(all.getByRole('img', { name: 'From 70.0 to 66.7' })).toBeInTheDocument()
  await expect
    .element(
      table
        .getByRole('row', { name: /^Enterprise/ })
        .getByRole('img', { name: /^At risk 22\.9 %, Watch 29\.2 %/ }),
    )
    .toBeVisible()
  expect(cellsOf(table.element().querySelector('tfoot tr')!).slice(0, 5)).toEqual([
    'All accounts',
    '125',
    '7,200,000',
    '66.9',
    '↓−0.3',
  ])
})

test('which segment stands worst, and where most is at risk, is said in words', async () => {
  const { screen } = await showSegments()
  await expect
    .element(
      screen.getByText(
        'No value has the lowest average, 31.2, of 6 accounts. Most value at risk is in Enterprise: 1.31M.',
      ),
    )
    .toBeVisible()
})

test('the greatest value at risk comes first; each column sorts, what has none last', async () => {
  const { screen, session, asked } = await showSegments()
  await expect.poll(() => columnOf(0)).toEqual(['Enterprise', 'Mid-market', 'no value'])
  await screen.getByRole('button', { name: 'Average' }).click()
  await expect.poll(() => columnOf(3)).toEqual(['69.8', '63.1', '31.2'])
  expect(session.route.query('sort')).toBe('-average')
  await screen.getByRole('button', { name: 'Average' }).click()
  await expect.poll(() => columnOf(3)).toEqual(['31.2', '63.1', '69.8'])
  await screen.getByRole('button', { name: 'Change' }).click()
  await expect.poll(() => columnOf(4)).toEqual(['↑+0.7', '↓−3.3', '–'])
  expect(asked).toHaveLength(1)
})

test.each([
  ['Enterprise', "segment == 'Enterprise'"],
  ['no value', 'is_missing(segment)'],
])('%s opens its accounts as a filter', async (name, filter) => {
  const { screen, session } = await showSegments()
  await screen.getByRole('link', { name }).click()
  await expect.poll(() => session.route.page).toBe('accounts')
  expect(session.route.query('filter')).toBe(filter)
})

test('what splits and what crosses are chosen from columns, scores, groups, factors and flags, and live in the address', async () => {
  const { screen, session, asked } = await showSegments()
  const by = screen.getByRole('combobox', { name: 'Split by', exact: true })
  await by.selectOptions('ARR')
  await expect.poll(() => session.route.query('by')).toBe('arr')
  await expect.element(screen.getByRole('heading', { name: 'By ARR' })).toBeVisible()
  await screen.getByRole('combobox', { name: 'Cross with', exact: true }).selectOptions('Segment')
  await expect.element(screen.getByRole('heading', { name: 'By ARR and Segment' })).toBeVisible()
  expect(asked.at(-1)).toMatchObject({
    by: { subject: 'arr', cut: null },
    across: { subject: 'segment', cut: null },
  })
  const groups = [...by.element().querySelectorAll('optgroup')].map(({ label }) => label)
  expect(groups).toEqual(['Score', 'Columns', 'Groups', 'Factors', 'Flags'])
  const names = [...by.element().querySelectorAll('option')].map(({ value }) => value)
  expect(names).not.toContain('account_id')
  expect(names).toContain("factor('logins')")
})

test('a number is cut into equal counts, equal steps, or at edges that are typed', async () => {
  const { screen, session, asked } = await showSegments('?by=arr')
  const steps = screen.getByRole('combobox', { name: 'Split by: steps' })
  await steps.selectOptions('Equal steps')
  await expect.poll(() => session.route.query('cut')).toBe('width')
  await steps.selectOptions('Own edges')
  const edges = screen.getByRole('textbox', { name: 'Split by: edges' })
  await expect.element(edges).toHaveValue('1000')
  await edges.fill('5000, 1000; 20000')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => session.route.query('cut')).toBe('1000 5000 20000')
  expect(asked.at(-1)?.by.cut).toEqual([1000, 5000, 20_000])
  await edges.fill('many')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('alert')).toBeVisible()
  expect(session.route.query('cut')).toBe('1000 5000 20000')
})

test('how many buckets there are is chosen, and so are periods; what was made of a number is shown', async () => {
  const { screen, session, asked } = await showSegments('?by=arr')
  const many = screen.getByRole('spinbutton', { name: 'Split by: into how many' })
  await expect.element(many).toHaveValue(2)
  await many.fill('8')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => session.route.query('cut')).toBe('counts 8')
  expect(asked.at(-1)?.by.cut).toEqual({ way: 'counts', buckets: 8 })
  await expect.element(many).toHaveValue(8)
  await many.fill('')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => session.route.query('cut')).toBe('counts')
})

test('dates are cut at days that are typed, which the address holds as days', async () => {
  const { screen, session, asked } = await showSegments('?by=renewal_date')
  await screen.getByRole('combobox', { name: 'Split by: steps' }).selectOptions('Own edges')
  const edges = screen.getByRole('textbox', { name: 'Split by: edges' })
  await edges.fill('2026-10-01, 2026-07-01')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => session.route.query('cut')).toBe('2026-07-01 2026-10-01')
  expect(asked.at(-1)?.by.cut).toEqual([20_635, 20_727])
  await expect
    .element(screen.getByRole('link', { name: 'Jul 1, 2026 – Sep 30, 2026' }))
    .toBeVisible()
})

test('a segment is looked into: its past beside the portfolio, why it moved, and what only coming and going did', async () => {
  const { screen, session } = await showSegments()
  await screen.getByRole('button', { name: '−3.3 – why Enterprise moved' }).click()
  const part = screen.getByRole('region', { name: 'Enterprise', exact: true })
  await expect.element(part.getByRole('heading', { name: 'Enterprise' })).toHaveFocus()
  expect(session.route.query('why')).toBe("segment == 'Enterprise'")
  await expect
    .element(
      part.getByText('Enterprise went from 71.0 to 63.3, the portfolio went from 70.0 to 66.7.', {
        exact: false,
      }),
    )
    .toBeVisible()
  await expect
    .element(
      part.getByText(
        'The 44 accounts that stayed moved it by −2.4, who takes part by −0.9: 3 came, 2 went to other segments.',
      ),
    )
    .toBeVisible()
  await expect
    .element(part.getByRole('link', { name: 'Gone quiet 5' }))
    .toHaveAttribute('href', expect.stringContaining('has_flag'))
  await expect.element(part.getByRole('link', { name: 'See 48 accounts' })).toBeVisible()
  await part.getByRole('button', { name: 'Close Enterprise' }).click()
  await expect.element(part).not.toBeInTheDocument()
  await expect
    .element(screen.getByRole('button', { name: '−3.3 – why Enterprise moved' }))
    .toHaveFocus()
})

test('with one snapshot there is neither drift nor a why', async () => {
  const { screen } = await showApp('#/segments', {
    opened: opened({ snapshots: [{ day: NEWEST, accounts: 125 }] }),
    answers: moreAnswers(),
  })
  await expect.element(screen.getByRole('link', { name: 'Enterprise' })).toBeVisible()
  expect(document.querySelector('[data-why], .spark')).toBeNull()
})

test('an expression in the address that is none is said', async () => {
  const { screen, session } = await showSegments('?by=segment+%3D%3D', {
    segments: ({ by }) =>
      Promise.resolve(
        by.subject === 'segment =='
          ? failure({
              code: 'unexpected',
              found: '',
              expected: 'a value',
              from: 10,
              to: 10,
            } as const)
          : success(segmentsTable(by)),
      ),
  })
  await expect.element(screen.getByRole('alert')).toBeVisible()
  await screen.getByRole('combobox', { name: 'Split by', exact: true }).selectOptions('Owner')
  await expect.poll(() => session.route.query('by')).toBe('team')
  await expect.element(screen.getByRole('link', { name: 'Enterprise' })).toBeVisible()
})

test('a configuration that leaves everybody out says so', async () => {
  const empty = segmentsTable()
  const { screen } = await showSegments('', {
    segments: () => Promise.resolve(success({ ...empty, all: { ...empty.all, accounts: 0 } })),
  })
  await expect.element(screen.getByText('No accounts to show')).toBeVisible()
})
