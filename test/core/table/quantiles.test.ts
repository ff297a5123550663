import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quantileOf, referenceOf, sortedPresent } from '../../../src/core/table/quantiles.ts'

const sorted = (...values: number[]) => Float64Array.from(values)

// PERCENTILE.INC of a spreadsheet gives the same: =PERCENTILE.INC({1,2,3,4}, 0.3) is 1.9.
it.each([
  [0, 1],
  [0.25, 1.75],
  [0.3, 1.9],
  [0.5, 2.5],
  [1, 4],
])('the quantile at %d of 1, 2, 3, 4 is %d', (share, expected) => {
  expect(quantileOf(sorted(1, 2, 3, 4), share)).toBeCloseTo(expected, 12)
})

it('one value is every quantile', () => {
  expect(quantileOf(sorted(7), 0.9)).toBe(7)
})

it('no values have no quantile', () => {
  expect(quantileOf(sorted(), 0.5)).toBeNaN()
  expect(referenceOf(sorted())).toEqual([])
})

it('a frozen cohort is 101 numbers from the least to the greatest', () => {
  const reference = referenceOf(Float64Array.from({ length: 201 }, (_, i) => i))
  expect(reference).toHaveLength(101)
  expect([reference[0], reference[1], reference[50], reference[100]]).toEqual([0, 2, 100, 200])
})

it('missing values and other rows are no part of it', () => {
  const values = Float64Array.of(5, NaN, 1, 99, 3)
  expect([...sortedPresent(values, Uint32Array.of(0, 1, 2, 4))]).toEqual([1, 3, 5])
})

it('values are ascending, however many decimals they have and however far apart they lie', () => {
  const few = fc
    .tuple(fc.array(fc.integer({ min: -400, max: 400 })), fc.constantFrom(1, 10, 100, 1e4, 1e6))
    .map(([whole, scale]) => whole.map((value) => value / scale))
  fc.assert(
    fc.property(
      fc.oneof(few, fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }))),
      (all) => {
        const ascending = all.map((value) => value + 0).sort((a, b) => a - b)
        expect(Array.from(sortedPresent(sorted(...all)), (value) => value + 0)).toEqual(ascending)
      },
    ),
  )
})
