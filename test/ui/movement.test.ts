import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { list, movement, mover, trendAnswers } from '../support/movement.ts'
import { snapshotDays } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

test('movement says who fell and who rose, in accounts and value, and that the model changed', async () => {
  const { screen } = await showApp('#/trends', { answers: trendAnswers() })
  await expect
    .element(
      screen.getByText(
        '21 accounts fell to a lower band (300K) and 19 rose (300K). Value at risk went from 1.08M to 2.14M. The model changed in between, from 3 to 4: some of it comes from that.',
      ),
    )
    .toBeVisible()
  await expect
    .element(
      screen.getByRole('figure', { name: /Flow of accounts: 21 fell .*19 rose, 156 stayed/ }),
    )
    .toBeVisible()
})

test('a cell of the movement opens its accounts, and Back returns', async () => {
  const { screen, session } = await showApp('#/trends?seen=restated&since=90', {
    answers: trendAnswers(),
  })
  await screen.getByRole('link', { name: '7 from Watch to At risk' }).click()
  await expect.element(screen.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible()
  const chips = screen.getByRole('group', { name: 'Filters' })
  await expect.element(chips).toHaveTextContent('From Watch to At risk Oct 1, 2026 to Oct 31, 2026')
  const query = (name: string) => session.route.query(name)
  expect(['moved', 'seen', 'since'].map(query)).toEqual([
    'yellow.red.2026-10-01.2026-10-31',
    'restated',
    '90',
  ])
  await screen.getByRole('button', { name: 'Remove filter: From Watch to At risk' }).click()
  await expect.poll(() => query('moved')).toBe('')
  history.go(-2)
  await expect.element(screen.getByRole('heading', { name: 'Trends', level: 1 })).toBeVisible()
})

test('who left is listed as of the day they were last there', async () => {
  const { screen, session } = await showApp('#/trends', { answers: trendAnswers() })
  await screen.getByRole('link', { name: '1 from Watch to Left' }).click()
  await expect
    .element(screen.getByRole('group', { name: 'Filters' }))
    .toHaveTextContent('Left, was Watch')
  expect(session.day).toBe(snapshotDays.at(-2))
})

test('a ribbon of the flow opens the accounts of its cell, and says their count and value', async () => {
  const { screen } = await showApp('#/trends', { answers: trendAnswers() })
  const flow = screen.getByRole('figure', { name: /^Flow of accounts/ })
  const ribbon = flow.getByRole('link', { name: '7 Watch → At risk, 100K' })
  const cell = screen.getByRole('link', { name: '7 from Watch to At risk' })
  await expect.element(ribbon).toBeInTheDocument()
  expect(ribbon.element().getAttribute('href')).toBe(cell.element().getAttribute('href'))
})

test('all that fell are a list of accounts, the furthest first', async () => {
  const fell = { ...list(mover('Holloway Freight', 70.6, 39)), total: 9 }
  const { screen, session } = await showApp('#/trends', {
    answers: trendAnswers({
      movement: () => Promise.resolve(success({ ...movement, down: fell })),
    }),
  })
  await screen.getByRole('link', { name: 'All 9 that fell' }).click()
  await expect.poll(() => session.route.query('moved')).toBe('down.2026-10-01.2026-10-31')
  expect(session.route.query('sort')).toBe('change')
})
