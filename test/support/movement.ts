import { toAccountIndex } from '../../src/core/brand.ts'
import { success } from '../../src/core/problem.ts'
import type { AverageChange } from '../../workers/protocol/average-change.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { Movement, Mover, MoverList } from '../../workers/protocol/movement.ts'
import { moreAnswers } from './more-answers.ts'
import { NEWEST, snapshotDays } from './portfolio.ts'

export const mover = (name: string, before: number, after: number): Mover => ({
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

export const list = (...rows: Mover[]): MoverList => ({ total: rows.length, value: 84_000, rows })

/** Places: At risk, Watch, Healthy, not scored, nobody. */
export const movement: Movement = {
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

export const change: AverageChange = {
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

/** Of the fake engine, with a movement and why the average moved. */
export const trendAnswers = (more: Partial<Engine> = {}): Partial<Engine> => ({
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
