import { Chart } from 'chart.js'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { accountDetail } from '../support/account-detail.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers, trends } from '../support/more-answers.ts'
import { trendAnswers } from '../support/movement.ts'
import { accountRow, NEWEST, opened } from '../support/portfolio.ts'

// One point is no line, and nothing is worked out from what is not there.

beforeEach(() => page.viewport(1440, 900))

const oneSnapshot = opened({ snapshots: [{ day: NEWEST, accounts: 215 }] })
const row = accountRow(1, { name: 'Loud', score: 55, band: 1 })
const main = () => document.querySelector('main')!

const chartOf = (title: string) => {
  const head = [...document.querySelectorAll('h2')].find((one) => one.textContent === title)
  const canvas = head?.closest('section')?.querySelector('canvas')
  return canvas ? Chart.getChart(canvas) : undefined
}

/** Where a chart's first line has points that can be seen, within the chart. */
function pointsSeen(title: string): boolean[] {
  const chart = chartOf(title)
  if (!chart) return []
  const { left, right, top, bottom } = chart.chartArea
  return chart.getDatasetMeta(0).data.map((point) => {
    const { x, y, options } = point
    const isWithin = x >= left && x <= right && y >= top && y <= bottom
    if ((point as { skip?: boolean }).skip) return false
    return isWithin && Number(options['radius']) > 0
  })
}

const historyOfOne = () => {
  const detail = accountDetail(row)
  const history = detail.history.slice(-1).map((point) => ({ ...point, score: 55, band: 1 }))
  return showApp('#/account/1', {
    rows: [row],
    opened: oneSnapshot,
    answers: {
      ...moreAnswers(),
      account: () => Promise.resolve(success({ ...detail, history })),
      accountHistory: () =>
        Promise.resolve(
          success({
            factors: [{ id: 'logins', name: 'Logins' }],
            points: [{ day: NEWEST, version: 4, factors: [40], flags: [] }],
          }),
        ),
    },
  })
}

test('an account of one snapshot has its score in words and one point, which its table has too', async () => {
  const { screen } = await historyOfOne()
  await expect
    .element(screen.getByText('55.0 on Oct 31, 2026, the only score so far.'))
    .toBeVisible()
  await expect.poll(() => pointsSeen('History'), { timeout: 5_000 }).toEqual([true])
  await screen.getByRole('button', { name: 'Show table: History' }).click()
  const table = screen.getByRole('table', { name: 'History' })
  await expect.element(table.getByRole('row').nth(1)).toHaveTextContent(/Oct 31, 2026.*55\.0/)
  expect(table.getByRole('row').elements()).toHaveLength(2)
  expect(main().textContent).not.toMatch(/NaN|undefined|Infinity/)
})

test('Trends of one snapshot says that a trend needs two and draws no line', async () => {
  const { screen } = await showApp('#/trends', {
    opened: oneSnapshot,
    answers: { ...moreAnswers(), trends: () => Promise.resolve(success(trends(1))) },
  })
  await expect.element(screen.getByText('A trend needs two snapshots')).toBeVisible()
  expect(main().querySelector('canvas')).toBeNull()
  expect(main().textContent).not.toMatch(/NaN|undefined|Infinity/)
})

test('where only one snapshot of a year has scores, Trends draws that one point', async () => {
  const answer = trends(12)
  const points = answer.points.map((point, place) =>
    place === 11 ? point : { ...point, bands: [0, 0, 0], average: null, coverage: null },
  )
  await showApp('#/trends', {
    answers: trendAnswers({ trends: () => Promise.resolve(success({ ...answer, points })) }),
  })
  for (const title of ['Band share over time', 'Average score', 'Coverage over time'])
    await expect
      .poll(() => pointsSeen(title).filter(Boolean).length, { message: title, timeout: 5_000 })
      .toBe(1)
  expect(main().textContent).not.toMatch(/NaN|undefined|Infinity/)
})
