import { Chart } from 'chart.js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { readColours } from '../../src/ui/parts/chart/chart-colours.ts'
import { drawChart } from '../../src/ui/parts/chart/draw-chart.ts'
import type { AccountHistory } from '../../workers/protocol/account-history.ts'
import type { ThinningPlan } from '../../workers/protocol/data.ts'
import { accountDetail } from '../support/account-detail.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers, trends } from '../support/more-answers.ts'
import { list, movement, mover, trendAnswers } from '../support/movement.ts'
import { accountRow, NEWEST, opened, snapshotDays } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))
afterEach(() => vi.restoreAllMocks())

const rows = [accountRow(1, { name: 'Loud', score: 55, band: 1 })]

/** Logins fell all the time, NPS was asked twice; a flag stood in between, and the model changed before the newest. */
const past: AccountHistory = {
  factors: [
    { id: 'logins', name: 'Logins' },
    { id: 'nps', name: 'NPS' },
    { id: 'csat', name: 'CSAT' },
  ],
  points: snapshotDays.map((day, place) => ({
    day,
    version: place < 11 ? 3 : 4,
    factors: [90 - 5 * place, place === 2 || place === 8 ? 40 + place : null, 60],
    flags: place === 5 || place === 6 ? ['Gone quiet'] : [],
  })),
}

const account = () =>
  showApp('#/account/1', {
    rows,
    answers: { accountHistory: () => Promise.resolve(success(past)) },
  })

test('the factors of an account are lines that can be chosen; days without a score are gaps', async () => {
  const { screen, session } = await account()
  const chosen = screen.getByRole('group', { name: 'Factors drawn' })
  const chip = (name: string) => chosen.getByRole('button', { name })
  await expect.element(chip('Logins')).toHaveAttribute('aria-pressed', 'true')
  await chip('CSAT').click()
  expect(session.route.query('lines')).toBe('logins,nps')
  await screen.getByRole('button', { name: 'Show table: Factors over time' }).click()
  const table = screen.getByRole('table', { name: 'Factors over time' })
  const line = (place: number) => table.getByRole('row').nth(place + 1)
  await expect.element(line(2)).toHaveTextContent(/80\.0\s*42\.0/)
  await expect.element(line(3)).toHaveTextContent(/75\.0\s*–/)
  await expect.element(line(11)).toHaveTextContent('Model 4')
})

test('the history of an account marks the day on which a flag was raised, once', async () => {
  const { screen } = await account()
  await screen.getByRole('button', { name: 'Show table: History' }).click()
  const table = screen.getByRole('table', { name: 'History' })
  const marks = () =>
    table
      .getByRole('row')
      .elements()
      .map((row) => /Flag: Gone quiet/.test(row.textContent))
  await expect.poll(() => marks().filter(Boolean).length).toBe(1)
  expect(marks().indexOf(true)).toBe(6)
})

test.each([
  [true, false],
  [false, { duration: 150 }],
])('with reduced motion %s a chart moves as %j', (isReduced, animation) => {
  vi.spyOn(globalThis, 'matchMedia').mockReturnValue({ matches: isReduced } as MediaQueryList)
  const canvas = document.body
    .appendChild(document.createElement('div'))
    .appendChild(document.createElement('canvas'))
  const drawn = drawChart(
    canvas,
    {
      kind: 'line',
      stacked: false,
      labels: ['a', 'b', 'c'],
      min: 0,
      max: 100,
      series: [{ name: 'Score', look: 'ink', values: [1, null, 3] }],
      format: String,
    },
    readColours(document.body),
  )
  const { config, data } = Chart.getChart(canvas)!
  expect(config.options?.animation).toEqual(animation)
  // Chart.js leaves a gap where there is no number, unless it is told to span it.
  expect(data.datasets[0]).toMatchObject({ data: [1, null, 3] })
  expect(data.datasets[0]).not.toHaveProperty('spanGaps')
  drawn.destroy()
  canvas.parentElement?.remove()
})

test('of a long line some points have marks, the newest and those that stand alone among them', () => {
  const canvas = document.body
    .appendChild(document.createElement('div'))
    .appendChild(document.createElement('canvas'))
  const values = Array.from({ length: 120 }, (_, place) =>
    place === 9 || place === 11 ? null : 50,
  )
  const drawn = drawChart(
    canvas,
    {
      kind: 'line',
      stacked: false,
      labels: values.map(String),
      min: 0,
      max: 100,
      series: [{ name: 'Score', look: 'ink', values }],
      format: String,
    },
    readColours(document.body),
    true,
  )
  const radii = Chart.getChart(canvas)!.data.datasets[0] as { pointRadius?: number[] }
  const marked = radii.pointRadius!.flatMap((radius, place) => (radius > 0 ? [place] : []))
  expect(marked).toHaveLength(31)
  expect(marked).toEqual(expect.arrayContaining([10, 119]))
  drawn.destroy()
  canvas.parentElement?.remove()
})

/** Which points of a chart's first line are drawn, as Chart.js has it. */
const drawnIn = (title: string) => {
  const head = [...document.querySelectorAll('h2')].find((one) => one.textContent === title)
  const canvas = head?.closest('section')?.querySelector('canvas')
  const chart = canvas && Chart.getChart(canvas)
  return chart?.getDatasetMeta(0).data.map((point) => !(point as { skip?: boolean }).skip)
}

/** All but the third. */
const butTheThird = snapshotDays.map((_, place) => place !== 2)

test('a snapshot in which nobody is scored is a gap in every chart of Trends', async () => {
  const answer = trends()
  const points = answer.points.map((point, place) =>
    butTheThird[place] ? point : { ...point, bands: [0, 0, 0], average: null, coverage: null },
  )
  await showApp('#/trends', {
    answers: trendAnswers({ trends: () => Promise.resolve(success({ ...answer, points })) }),
  })
  for (const title of ['Band share over time', 'Average score', 'Coverage over time'])
    await expect.poll(() => drawnIn(title), { message: title, timeout: 5_000 }).toEqual(butTheThird)
})

test('a snapshot in which an account is not scored is a gap in its history', async () => {
  const row = accountRow(1, { name: 'Loud', score: 55, band: 1 })
  const detail = accountDetail(row)
  const history = detail.history.map((point, place) =>
    butTheThird[place] ? point : { ...point, score: null, band: null },
  )
  await showApp('#/account/1', {
    rows: [row],
    answers: {
      account: () => Promise.resolve(success({ ...detail, history })),
      accountHistory: () => Promise.resolve(success(past)),
    },
  })
  await expect.poll(() => drawnIn('History'), { timeout: 5_000 }).toEqual(butTheThird)
})

const thinning = (plan: ThinningPlan, thin = vi.fn()) =>
  showApp('#/data', {
    answers: {
      ...moreAnswers(),
      thinning: () => Promise.resolve(success(plan)),
      thin: () => {
        thin()
        return Promise.resolve(success({ ...opened(), undo: { act: 'thin', snapshots: 23 } }))
      },
    },
  })

test('thinning says what it would free before anything goes, and keeps all unless told otherwise', async () => {
  const thin = vi.fn()
  const plan = { snapshots: 23, of: 35, bytes: 4_200_000, oldest: snapshotDays[0]!, newest: NEWEST }
  const { screen } = await thinning(plan, thin)
  await screen.getByRole('button', { name: 'Thin out…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Thin out old snapshots' })
  await expect
    .element(
      dialog.getByText(/^23 snapshots from Dec 1, 2025 to Oct 31, 2026 would go, and free 4\.2 MB/),
    )
    .toBeVisible()
  await dialog.getByRole('button', { name: 'Keep all' }).click()
  expect(thin).not.toHaveBeenCalled()
  await screen.getByRole('button', { name: 'Thin out…' }).click()
  await dialog.getByRole('radio', { name: /^Older than a year/ }).click()
  await dialog.getByRole('button', { name: 'Thin out 23 snapshots' }).click()
  expect(thin).toHaveBeenCalledOnce()
  await expect.element(screen.getByRole('button', { name: 'Undo' })).toBeVisible()
})

test('where nothing would go, thinning out cannot be chosen', async () => {
  const plan = { snapshots: 0, of: 12, bytes: 0, oldest: null, newest: null }
  const { screen } = await thinning(plan)
  await screen.getByRole('button', { name: 'Thin out…' }).click()
  await expect.element(screen.getByRole('radio', { name: /^Older than a year/ })).toBeDisabled()
})

test('who is new, gone and back again is named, counted and valued, and opens as a list', async () => {
  const found = {
    ...movement,
    arrived: list(mover('Newcomer', 50, 50), mover('Returner', 60, 60)),
    gone: { ...list(mover('Leaver', 50, 50)), total: 9 },
    returned: list(mover('Returner', 60, 60)),
  }
  const { screen } = await showApp('#/trends', {
    answers: trendAnswers({ movement: () => Promise.resolve(success(found)) }),
  })
  const part = screen.getByRole('region', { name: 'New, gone and back again' })
  await expect.element(part).toHaveTextContent(/New\s*2,\s*84K\s*Newcomer, Returner/)
  await expect.element(part).toHaveTextContent(/Gone\s*9,\s*84K\s*Leaver …/)
  await expect.element(part).toHaveTextContent(/Back again\s*1,\s*84K\s*Returner/)
  const link = part.getByRole('link', { name: '9' }).element().getAttribute('href')
  expect(link).toContain('moved=gone.2026-10-01.2026-10-31')
  expect(link).toContain('day=2026-10-01')
})

test('where there is no snapshot so old, Trends says why nothing is compared', async () => {
  const { screen } = await showApp('#/trends?since=900', {
    answers: trendAnswers({ movement: () => Promise.resolve(success(null)) }),
  })
  await expect
    .element(
      screen.getByText(
        'There is no snapshot so old (900 days before): choose another one to compare Oct 31, 2026 with.',
      ),
    )
    .toBeVisible()
})
