import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MISSING_DAY } from '../../../src/core/table/column.ts'
import { BINS, summarise } from '../../../src/core/table/number-summary.ts'

/** By sets and plain steps, as one would say it. */
function bySets(values: Float64Array | Int32Array, missing: number) {
  const present = [...values].filter((value) => !Number.isNaN(value) && value !== missing)
  const least = present.reduce((a, b) => Math.min(a, b), Infinity)
  const greatest = present.reduce((a, b) => Math.max(a, b), -Infinity)
  const perUnit = greatest > least ? BINS / (greatest - least) : 0
  const bins = new Array<number>(BINS).fill(0)
  for (const value of present) bins[Math.min(BINS - 1, Math.floor((value - least) * perUnit))]! += 1
  const distinct = new Set(present.map((value) => value + 0)).size
  return { present: present.length, distinct, least: least + 0, greatest: greatest + 0, bins }
}

const summary = (values: Float64Array | Int32Array, missing: number) => {
  const { present, distinct, least, greatest, bins } = summarise(values, missing)
  return { present, distinct, least: least + 0, greatest: greatest + 0, bins }
}

const cells = {
  'whole numbers close together': fc.integer({ min: -50, max: 50 }),
  'money with cents': fc.integer({ min: 0, max: 9_999_999 }).map((cents) => cents / 100),
  'whole numbers far apart': fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
  'numbers of any kind': fc.double({
    noNaN: true,
    noDefaultInfinity: true,
    min: -1e300,
    max: 1e300,
  }),
}

describe('what a row of numbers comes to', () => {
  test.each(Object.entries(cells))('%s are counted as a set counts them', (_, cell) => {
    const row = fc.oneof({ weight: 9, arbitrary: cell }, fc.constant(NaN))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 400 }), (rows) => {
        const values = Float64Array.from(rows)
        expect(summary(values, NaN)).toEqual(bySets(values, NaN))
      }),
    )
  })

  test('more steps than are counted one by one are marked, and give the same', () => {
    const values = Float64Array.from({ length: 9_000 }, (_, row) => ((row * 7_919) % 90_001) / 100)
    values[17] = NaN
    expect(summary(values, NaN)).toEqual(bySets(values, NaN))
  })

  test('days leave out those that are missing', () => {
    const days = Int32Array.of(20_000, MISSING_DAY, 20_031, 20_000, -400)
    expect(summary(days, MISSING_DAY)).toEqual(bySets(days, MISSING_DAY))
  })

  test('nothing there has neither a least nor a greatest', () => {
    expect(summarise(Float64Array.of(NaN, NaN), NaN)).toMatchObject({
      present: 0,
      distinct: 0,
      least: Infinity,
      greatest: -Infinity,
    })
  })
})
