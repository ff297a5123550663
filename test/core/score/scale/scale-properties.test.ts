import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scale } from '../../../../src/core/model/configuration.ts'
import { numbers, scoresOn } from '../build.ts'

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const coarse = fc.integer({ min: -5, max: 20 })
const cell = fc.option(fc.oneof(finite, coarse), { freq: 5 })
const cells = fc.array(cell, { minLength: 1, maxLength: 25 })
const points = fc.integer({ min: 0, max: 100 })
const better = fc.constantFrom('higher' as const, 'lower' as const)

const ascending = (count: number) =>
  fc
    .uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: count, maxLength: count })
    .map((list) => list.sort((a, b) => a - b))

const linear = ascending(2).map(([from, to]): Scale => ({ type: 'linear', from: from!, to: to! }))
const quantiles = better.map((direction): Scale => ({
  type: 'quantiles',
  low: 0.1,
  high: 0.8,
  better: direction,
}))
const percentile = fc
  .record({ direction: better, top: fc.constantFrom(0, 0.05, 0.5) })
  .map(({ direction, top }): Scale => ({ type: 'percentile', better: direction, top }))
const numeric: fc.Arbitrary<Scale> = fc.oneof(
  linear,
  quantiles,
  percentile,
  ascending(4).map(([a, b, c, d]): Scale => ({
    type: 'target',
    zeroBelow: a!,
    fullFrom: b!,
    fullTo: c!,
    zeroAbove: d!,
  })),
  fc
    .tuple(ascending(2), points, points, points)
    .map(([at, a, b, c]): Scale => ({ type: 'steps', at, scores: [a, b, c] })),
  fc.constant<Scale>({ type: 'decay', halfLife: 7 }),
)

describe('a scale', () => {
  it('stays within 0 and 100, and is missing exactly where its input is', () => {
    fc.assert(
      fc.property(numeric, cells, (scale, values) => {
        const scores = scoresOn(scale, { x: numbers(...values) })
        scores.forEach((score, i) => {
          if (values[i] === null) expect(score).toBeNull()
          else expect(score as number).toSatisfy((x: number) => x >= 0 && x <= 100)
        })
      }),
    )
  })

  it('never gives a healthier input less', () => {
    fc.assert(
      fc.property(fc.oneof(linear, quantiles, percentile), cells, (scale, values) => {
        const lowerIsBetter = 'better' in scale && scale.better === 'lower'
        const pairs = values
          .map((value, i) => ({
            value,
            score: scoresOn(scale, { x: numbers(...values) })[i] as number,
          }))
          .filter(({ value }) => value !== null)
          .sort((a, b) => (lowerIsBetter ? b.value! - a.value! : a.value! - b.value!))
        for (let i = 1; i < pairs.length; i++)
          expect(pairs[i]!.score).toBeGreaterThanOrEqual(pairs[i - 1]!.score - 1e-9)
      }),
    )
  })

  it('by rank: lower is better is higher is better of the negative', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom('percentile', 'quantiles'), (values, type) => {
        const scale = (direction: 'higher' | 'lower'): Scale =>
          type === 'percentile'
            ? { type, better: direction, top: 0.05 }
            : { type: 'quantiles', low: 0.25, high: 0.75, better: direction }
        const negated = values.map((value) => (value === null ? null : -value))
        const mirrored = scoresOn(scale('higher'), { x: numbers(...negated) })
        expect(scoresOn(scale('lower'), { x: numbers(...values) })).toEqual(
          mirrored.map((score) => (score === null ? null : expect.closeTo(score as number, 6))),
        )
      }),
    )
  })

  it('gives an account the same, whatever the order of the rows', () => {
    fc.assert(
      fc.property(numeric, cells, (scale, values) => {
        const forwards = scoresOn(scale, { x: numbers(...values) })
        const backwards = scoresOn(scale, { x: numbers(...values.toReversed()) })
        expect(backwards.toReversed()).toEqual(forwards)
      }),
    )
  })
})
