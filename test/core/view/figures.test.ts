import { describe, expect, test } from 'vitest'
import { NO_BAND } from '../../../src/core/score/sheet.ts'
import { distributionOf } from '../../../src/core/view/distribution.ts'
import { figuresOf, type ScoredRows } from '../../../src/core/view/figures.ts'
import { firstBy, orderBy, rankTexts } from '../../../src/core/view/order.ts'

const RISK = [true, false, false]

const sheet = (...rows: [shown: number, band: number, included?: 0 | 1][]): ScoredRows => ({
  shown: Float64Array.from(rows, ([shown]) => shown),
  bands: Uint8Array.from(rows, ([, band]) => band),
  included: Uint8Array.from(rows, ([, , included = 1]) => included),
})

describe('figuresOf', () => {
  test('no accounts have no average and no value at risk', () => {
    expect(figuresOf(sheet(), RISK, new Float64Array(0))).toEqual({
      accounts: 0,
      leftOut: 0,
      notScored: 0,
      average: null,
      totalValue: null,
      valueAtRisk: null,
      counts: [0, 0, 0, 0],
      values: [null, null, null, null],
    })
  })

  test('an account that is not scored has a place of its own and no part in the average', () => {
    const figures = figuresOf(
      sheet([20, 0], [NaN, NO_BAND], [80, 2]),
      RISK,
      Float64Array.of(100, 50, NaN),
    )
    expect(figures).toEqual({
      accounts: 3,
      leftOut: 0,
      notScored: 1,
      average: 50,
      totalValue: 150,
      valueAtRisk: 100,
      counts: [1, 0, 1, 1],
      values: [100, 0, 0, 50],
    })
  })

  test('an account that is left out counts nowhere', () => {
    const figures = figuresOf(sheet([20, 0, 0], [80, 2]), RISK, null)
    expect([figures.accounts, figures.leftOut, figures.average, figures.valueAtRisk]).toEqual([
      1,
      1,
      80,
      null,
    ])
  })
})

test('the last step of the distribution includes 100', () => {
  const counts = distributionOf(sheet([0, 0], [4.9, 0], [95, 2], [100, 2], [NaN, NO_BAND]), 3)
  expect(counts[0]).toEqual([2, 0, 0])
  expect(counts[19]).toEqual([0, 0, 2])
  expect(counts.flat().reduce((sum, count) => sum + count)).toBe(4)
})

describe('orderBy', () => {
  const ties = Uint32Array.of(3, 1, 2, 0)

  test('what is missing comes last in both directions, and no row is lost', () => {
    const values = Float64Array.of(2, NaN, 1, NaN)
    expect([...orderBy(values, 'asc', ties)]).toEqual([2, 0, 3, 1])
    expect([...orderBy(values, 'desc', ties)]).toEqual([0, 2, 3, 1])
  })

  test('equal values follow the ranks given for ties', () => {
    expect([...orderBy(new Float64Array(4), 'desc', ties)]).toEqual([3, 1, 2, 0])
  })

  test('the first rows of an order are those that it begins with', () => {
    const values = Float64Array.from({ length: 200 }, (_, row) =>
      row % 7 === 3 ? NaN : (row * 37) % 11,
    )
    const ranks = Uint32Array.from({ length: 200 }, (_, row) => 199 - row)
    const among = Uint8Array.from({ length: 200 }, (_, row) => (row % 5 === 0 ? 0 : 1))
    const tie = (a: number, b: number) => (ranks[a] as number) - (ranks[b] as number)
    for (const direction of ['asc', 'desc'] as const) {
      const all = orderBy(values, direction, ranks).filter((row) => among[row] === 1)
      for (const count of [0, 1, 12, 150, 500])
        expect(firstBy(values, { direction, count, among, ties: tie })).toEqual(all.slice(0, count))
    }
  })

  test('texts rank by the given order, the empty one missing', () => {
    const ranks = rankTexts(['b', '', 'a', 'b'], (a, b) => (a < b ? -1 : 1))
    expect([...ranks]).toEqual([1, NaN, 0, 1])
  })
})
