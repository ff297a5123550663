import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { toAccountIndex } from '../../src/core/brand.ts'
import { success } from '../../src/core/problem.ts'
import type { AverageChange } from '../../workers/protocol/average-change.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { Movement, Mover, MoverList } from '../../workers/protocol/movement.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers } from '../support/more-answers.ts'
import { NEWEST, snapshotDays } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

const mover = (name: string, before: number, after: number): Mover => ({
  account: toAccountIndex(7),
  name,
  before,
  bandBefore: 1,
  after,
  bandAfter: 0,
  change: after - before,
  driver: null,
  model: 0,
  value: 84_000,
})

const list = (...rows: Mover[]): MoverList => ({ total: rows.length, value: 84_000, rows })

/** Places: At risk, Watch, Healthy, not scored, nobody. */
const movement: Movement = {
  day: NEWEST,
  since: snapshotDays.at(-2)!,
  counts: [
    [18, 7, 1, 0, 2],
    [7, 41, 11, 1, 1],
    [4, 10, 97, 1, 1],
    [1, 2, 1, 6, 0],
    [1, 2, 3, 1, 0],
  ],
  values: Array.from({ length: 5 }, () => [100_000, 100_000, 100_000, 100_000, 100_000]),
  before: { accounts: 212, value: 13_000_000, valueAtRisk: 1_084_000 },
  after: { accounts: 215, value: 13_890_000, valueAtRisk: 2_140_000 },
  down: list(mover('Holloway Freight', 70.6, 39)),
  up: list(mover('Lumen Dental', 39.2, 71)),
  arrived: list(mover('Newcomer', 50, 50)),
  gone: list(),
  returned: list(),
  versions: { before: 3, after: 4 },
}

const change: AverageChange = {
  day: NEWEST,
  since: snapshotDays.at(-2)!,
  before: { accounts: 205, average: 68.2 },
  after: { accounts: 206, average: 66.8 },
  change: -1.4,
  stayed: 200,
  lines: [
    {
      name: { kind: 'factor', model: 'main', factor: 'logins' },
      label: 'Logins',
      accounts: 200,
      points: -1.1,
      split: { own: -1.5, cohort: 0.4 },
    },
    { name: { kind: 'left' }, label: '', accounts: 4, points: -0.4, split: null },
    { name: { kind: 'model' }, label: '', accounts: 200, points: 0.1, split: null },
  ],
  versions: { before: 3, after: 4 },
}

const answers = (more: Partial<Engine> = {}): Partial<Engine> => ({
  ...moreAnswers(),
  movement: () => Promise.resolve(success(movement)),
  averageChange: () => Promise.resolve(success(change)),
  behindAverage: () =>
    Promise.resolve(
      success({
        total: 1,
        rows: [
          {
            account: toAccountIndex(7),
            name: 'Meridian Optics',
            before: 66,
            after: 44.1,
            points: -21.9,
          },
        ],
      }),
    ),
  ...more,
})

test('movement says who fell and who rose, in accounts and value, and that the model changed', async () => {
  const { screen } = await showApp('#/trends', { answers: answers() })
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
    answers: answers(),
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
  const { screen, session } = await showApp('#/trends', { answers: answers() })
  await screen.getByRole('link', { name: '1 from Watch to Left' }).click()
  await expect
    .element(screen.getByRole('group', { name: 'Filters' }))
    .toHaveTextContent('Left, was Watch')
  expect(session.day).toBe(snapshotDays.at(-2))
})

test('a ribbon of the flow opens the accounts of its cell, and says their count and value', async () => {
  const { screen } = await showApp('#/trends', { answers: answers() })
  const flow = screen.getByRole('figure', { name: /^Flow of accounts/ })
  const ribbon = flow.getByRole('link', { name: '7 Watch → At risk, 100K' })
  const cell = screen.getByRole('link', { name: '7 from Watch to At risk' })
  await expect.element(ribbon).toBeInTheDocument()
  expect(ribbon.element().getAttribute('href')).toBe(cell.element().getAttribute('href'))
})

test('all that fell are a list of accounts, the furthest first', async () => {
  const fell = { ...list(mover('Holloway Freight', 70.6, 39)), total: 9 }
  const { screen, session } = await showApp('#/trends', {
    answers: answers({ movement: () => Promise.resolve(success({ ...movement, down: fell })) }),
  })
  await screen.getByRole('link', { name: 'All 9 that fell' }).click()
  await expect.poll(() => session.route.query('moved')).toBe('down.2026-10-01.2026-10-31')
  expect(session.route.query('sort')).toBe('change')
})

test('why the average moved begins with words; each row opens the accounts behind it', async () => {
  const { screen } = await showApp('#/trends', { answers: answers() })
  await expect
    .element(
      screen.getByText(
        'Down 1.4 since Oct 1, 2026, from 68.2 to 66.8: Logins (−1.1), accounts that left (−0.4), another model (+0.1).',
      ),
    )
    .toBeVisible()
  await screen.getByRole('button', { name: /^Logins/ }).click()
  await expect.element(screen.getByRole('row', { name: /Meridian Optics .* −21\.9/ })).toBeVisible()
  await expect
    .element(
      screen.getByText(
        'Of 1 ranked factor the accounts’ own moves made −1.5, the cohort around them +0.4.',
      ),
    )
    .toBeVisible()
})

test('the comparison is chosen by the person, kept in the address and asked of the engine', async () => {
  const asked: (number | null)[] = []
  const { screen, session } = await showApp('#/trends', {
    answers: answers({
      movement: ({ since }) => {
        asked.push(since)
        return Promise.resolve(success(movement))
      },
    }),
  })
  await screen.getByRole('combobox', { name: 'Compared with' }).first().selectOptions('90')
  await expect.poll(() => session.route.query('since')).toBe('90')
  await expect.poll(() => asked.at(-1)).toBe(snapshotDays.at(-4))
})

test('as recorded or restated is one switch, and every chart says which is seen', async () => {
  const seen: string[] = []
  const { screen } = await showApp('#/trends', {
    answers: answers({
      trends: (question) => {
        seen.push(question.seen)
        return moreAnswers().trends!(question)
      },
    }),
  })
  await expect.element(screen.getByText('of scored accounts, as recorded')).toBeVisible()
  await screen.getByRole('button', { name: 'Restated' }).click()
  await expect.element(screen.getByText('of scored accounts, restated by model 4')).toBeVisible()
  await expect.poll(() => seen.at(-1)).toBe('restated')
})

test('bands over time are counted in per cent, accounts or value', async () => {
  const { screen, session } = await showApp('#/trends', { answers: answers() })
  await screen.getByRole('button', { name: 'Accounts', exact: true }).click()
  expect(session.route.query('measure')).toBe('count')
  await screen.getByRole('button', { name: 'Show table: Band share over time' }).click()
  const table = screen.getByRole('table', { name: 'Band share over time' })
  await expect.element(table.getByRole('row', { name: /Oct 31, 2026 31 60 103/ })).toBeVisible()
})

test('picked segments are drawn beside the portfolio', async () => {
  const { screen, session } = await showApp('#/trends', {
    answers: answers({
      trends: async (question) => {
        const answer = await moreAnswers().trends!(question)
        if (!answer.ok) return answer
        const points = answer.value.points.map((point) => ({
          ...point,
          segments: question.picked.map(() => 61.5),
        }))
        return success({ ...answer.value, points })
      },
    }),
  })
  await screen.getByRole('button', { name: 'Enterprise 48' }).click()
  expect(session.route.query('pick')).toBe('.Enterprise')
  await expect
    .element(screen.getByText(/The portfolio averages 66\.8: Enterprise 61\.5\./))
    .toBeVisible()
})

test('all of the page can be confined to one segment, and its lists are of that segment', async () => {
  const asked: unknown[] = []
  const heard = (segment: unknown) => void asked.push(segment)
  const { screen, session } = await showApp('#/trends', {
    answers: answers({
      trends: (question) => (heard(question.segment), moreAnswers().trends!(question)),
      movement: (_, segment) => (heard(segment), Promise.resolve(success(movement))),
      averageChange: (_, segment) => (heard(segment), Promise.resolve(success(change))),
    }),
  })
  const choice = screen.getByRole('combobox', { name: 'Segment', exact: true })
  await choice.selectOptions('Enterprise (48)')
  await expect.poll(() => session.route.query('segment')).toBe('segment.Enterprise')
  const enterprise = [{ by: 'segment', label: 'Enterprise' }]
  await expect.poll(() => asked.slice(-3)).toEqual([enterprise, enterprise, enterprise])
  await expect
    .element(screen.getByText('of scored accounts of Enterprise, as recorded'))
    .toBeVisible()
  const cell = screen.getByRole('link', { name: '7 from Watch to At risk' }).element()
  const query = new URLSearchParams(cell.getAttribute('href')?.split('?')[1])
  expect(query.get('filter')).toBe("segment == 'Enterprise'")
})

test('the numbers over time can be taken along', async () => {
  const { screen } = await showApp('#/trends?seen=restated', { answers: answers() })
  const saved = nextDownload()
  await screen.getByRole('button', { name: 'Export' }).click()
  expect(await saved).toBe('northwind-restated-trends-2026-10-31.csv')
})

const nextDownload = () =>
  new Promise<string>((done) => {
    const click = HTMLAnchorElement.prototype.click
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = click
      done(this.download)
    }
  })

test('a chart can be saved as a picture', async () => {
  const { screen } = await showApp('#/trends', { answers: answers() })
  const saved = nextDownload()
  await screen.getByRole('button', { name: 'Download picture: Average score' }).click()
  expect(await saved).toBe('average-score.png')
})
