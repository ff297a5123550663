import { describe, expect, it } from 'vitest'
import type { Scale } from '../../../../src/core/model/configuration.ts'
import type { Columns } from '../../formula/build.ts'
import { factorOf, numbers, simply, texts } from '../build.ts'
import { explained, round, twice } from '../changes.ts'

describe('of a factor that is ranked anew', () => {
  const rank: Scale = { type: 'percentile', better: 'higher', top: 0 }
  const quantiles: Scale = { type: 'quantiles', low: 0, high: 1, better: 'higher' }
  const then = { x: numbers(10, 20, 30, 40, 50) }

  const splitOf = (scale: Scale, now: Columns, before: Columns = then) => {
    const [row] = explained(simply([factorOf('x', { scale })]), twice(before, now)).rows
    if (row?.kind !== 'factor') throw new Error('no row')
    return row.split && [row.split.own.exact, row.split.cohort.exact].map(round)
  }

  it('what the account did itself stands apart from what the others did around it', () => {
    // 10 to 30 is the middle of the old cohort; all others rose by 20 too, so it is the least again.
    expect(splitOf(rank, { x: numbers(30, 40, 50, 60, 70) })).toEqual([50, -50])
    expect(splitOf(quantiles, { x: numbers(30, 40, 50, 60, 70) })).toEqual([50, -50])
  })

  it('an account that stood still was moved by the others alone', () => {
    expect(splitOf(rank, { x: numbers(10, 1, 2, 3, 50) })).toEqual([0, 75])
  })

  it('a value that nobody had stands between its neighbours', () => {
    expect(splitOf(rank, { x: numbers(25, 20, 30, 40, 50) })).toEqual([37.5, -12.5])
  })

  it('the old cohort is the one that the account belonged to', () => {
    const within: Scale = { ...rank, within: 'plan' }
    const plan = texts('A', 'a', 'A', 'B', 'B')
    // Among 10, 20, 30 a 30 is the best; then the account is the better of two in plan B.
    const now = { x: numbers(30, 20, 30, 20, 50), plan: texts('B', 'A', 'A', 'B', 'C') }
    expect(splitOf(within, now, { ...then, plan })).toEqual([100, 0])
  })

  it('an account without a value in the old cohort takes its place there by the new one', () => {
    const filled = simply([factorOf('x', { scale: rank, missing: { score: 0 } })])
    const before = { x: numbers(null, 20, 30, 40), y: numbers(1) }
    const history = twice(before, { x: numbers(30, 20, 35, 40), y: numbers(1) })
    // Not scored on what is filled alone: y keeps it scored.
    const both = simply([...filled.models[0]!.groups[0]!.factors, factorOf('y')])
    const row = explained(both, history).rows[0]
    if (row?.kind !== 'factor') throw new Error('no row')
    expect(row.split && [row.split.own.exact, row.split.cohort.exact].map(round)).toEqual([
      25,
      round(100 / 6 - 25),
    ])
  })

  it('what is printed of both adds up to what is printed of the factor', () => {
    const now = { x: numbers(23, 21, 31, 40, 50) }
    const [row] = explained(simply([factorOf('x', { scale: rank })]), twice(then, now)).rows
    if (row?.kind !== 'factor' || !row.split) throw new Error('no row')
    expect(round(row.split.own.printed + row.split.cohort.printed)).toBe(row.points.printed)
  })

  it.each<[string, Scale]>([
    ['a frozen rank', { ...rank, reference: Array.from({ length: 101 }, (_, i) => i) }],
    ['a line', { type: 'linear', from: 0, to: 100 }],
  ])('%s is not split: nobody else moves it', (_, scale) => {
    expect(splitOf(scale, { x: numbers(30, 40, 50, 60, 70) })).toBeNull()
  })
})
