import { describe, expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { MISSING_DAY, type Column } from '../../../src/core/table/column.ts'
import { packText } from '../../../src/core/table/packed-text.ts'
import { outliersOf } from '../../../src/core/table/outliers.ts'
import { findingsOf, type Judged } from '../../../src/core/view/column-findings.ts'
import { profileColumn } from '../../../src/core/view/column-profile.ts'
import { shiftBetween } from '../../../src/core/view/column-shift.ts'
import { trustIn, type Evidence } from '../../../src/core/view/confidence.ts'

const DAY = toDay(20_484)
const BEFORE = toDay(DAY - 31)

const numbers = (values: readonly number[]): Column => ({
  type: 'number',
  values: Float64Array.from(values),
})
const days = (values: readonly number[]): Column => ({
  type: 'date',
  values: Int32Array.from(values),
})
const texts = (values: readonly string[]): Column => ({
  type: 'text',
  words: packText(values),
  codes: null,
})
const rowsOf = (count: number) => Uint32Array.from({ length: count }, (_, row) => row)
const many = (make: (row: number) => number, count = 100) =>
  Array.from({ length: count }, (_, row) => make(row))

const profile = (column: Column, count: number, day = DAY) =>
  profileColumn(column, rowsOf(count), day)

describe('the profile of a column', () => {
  test('counts only the accounts it is asked about', () => {
    const found = profileColumn(numbers([1, NaN, 3, 3, 99]), Uint32Array.of(0, 1, 2, 3), DAY)
    expect(found).toMatchObject({ rows: 4, present: 3, distinct: 2, median: 3, greatest: 3 })
  })

  test('of numbers and days is a histogram, of others their most frequent values', () => {
    expect(profile(numbers([0, 5, 10]), 3).picture).toMatchObject({ kind: 'histogram', from: 0 })
    expect(profile(days([DAY, MISSING_DAY]), 2)).toMatchObject({ present: 1, distinct: 1 })
    expect(profile(texts(['Pro', 'pro', '', 'Team']), 4)).toMatchObject({
      present: 3,
      distinct: 2,
      picture: {
        kind: 'values',
        values: [
          { value: 'Pro', count: 2 },
          { value: 'Team', count: 1 },
        ],
      },
    })
  })

  test('of no rows, or no values, has no picture', () => {
    expect(profile(numbers([]), 0)).toMatchObject({ rows: 0, present: 0, median: null })
    expect(profile(texts(['', '']), 2).picture).toEqual({ kind: 'none' })
  })
})

describe('outliers', () => {
  test('lie more than three times the middle half beyond it', () => {
    const sorted = Float64Array.from([...many((row) => row), 1000].sort((a, b) => a - b))
    expect(outliersOf(sorted)).toMatchObject({ below: 0, above: 1 })
  })

  test('of money are judged by its logarithm, so that a few large accounts are none', () => {
    const sorted = Float64Array.from(many((row) => Math.exp(row / 10)))
    expect(outliersOf(sorted)).toBeNull()
  })

  test('are not looked for among few values, or where the middle half is one value', () => {
    expect(outliersOf(Float64Array.from(many((row) => row ** 9, 19)))).toBeNull()
    expect(outliersOf(Float64Array.from([...many(() => 5), 900]))).toBeNull()
  })
})

describe('a sudden shift', () => {
  test('is told in coverage first', () => {
    const now = profile(numbers(many((row) => (row < 70 ? row : NaN))), 100)
    const before = profile(numbers(many((row) => row)), 100, BEFORE)
    expect(shiftBetween(before, now)).toEqual({ code: 'shift-coverage', from: 1, to: 0.7 })
  })

  test('of numbers is told by their medians', () => {
    const now = profile(numbers(many((row) => row * 100)), 100)
    const before = profile(numbers(many((row) => row)), 100, BEFORE)
    expect(shiftBetween(before, now)).toEqual({ code: 'shift-values', from: 49.5, to: 4950 })
  })

  test('of one value among others is told by its share', () => {
    const now = profile(texts(many((row) => row).map((row) => (row < 60 ? 'SMB' : 'Pro'))), 100)
    const before = profile(texts(many((row) => row).map((row) => (row < 30 ? 'SMB' : 'Pro'))), 100)
    expect(shiftBetween(before, now)).toEqual({
      code: 'shift-share',
      label: 'SMB',
      from: 0.3,
      to: 0.6,
    })
  })

  test('is none where days only move on with their snapshot', () => {
    const now = profile(days(many((row) => DAY - row)), 100)
    const before = profile(days(many((row) => BEFORE - row)), 100, BEFORE)
    expect(shiftBetween(before, now)).toBeNull()
  })

  test('is none where little moved, or there are too few accounts to tell', () => {
    const now = profile(numbers(many((row) => row + 2)), 100)
    const before = profile(numbers(many((row) => row)), 100, BEFORE)
    expect(shiftBetween(before, now)).toBeNull()
    expect(shiftBetween(profile(numbers([1]), 1), profile(numbers([9]), 1))).toBeNull()
  })
})

describe('what is to be looked at', () => {
  const judged = (column: Column, change: Partial<Judged> = {}, count = 100) =>
    findingsOf({
      now: profile(column, count),
      before: null,
      unreadable: 0,
      asOf: DAY,
      isName: false,
      staleDays: 45,
      ...change,
    }).map(({ code }) => code)

  const plain = numbers(many((row) => row))

  test.each<[string, readonly string[], readonly string[]]>([
    ['a column without fault', judged(plain), []],
    ['cells that cannot be read', judged(plain, { unreadable: 3 }), ['unreadable']],
    ['no values', judged(numbers(many(() => NaN))), ['empty']],
    ['few values', judged(numbers(many((row) => (row < 40 ? row : NaN)))), ['sparse']],
    ['one value throughout', judged(numbers(many(() => 5))), ['constant']],
    ['an old file', judged(plain, { asOf: toDay(DAY - 46) }), ['old']],
    ['a file of 45 days', judged(plain, { asOf: toDay(DAY - 45) }), []],
    ['dates long past', judged(days(many((row) => DAY - 60 - row))), ['stale-dates']],
    ['dates of today', judged(days(many((row) => DAY - row))), []],
    [
      'text that is all different',
      judged(texts(many((row) => row).map((row) => `t${row}`))),
      ['nearly-unique'],
    ],
    ['names', judged(texts(many((row) => row).map((row) => `t${row}`)), { isName: true }), []],
    ['one value far out', judged(numbers([...many((row) => row), 9999]), {}, 101), ['outliers']],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })
})

describe('trust in a factor', () => {
  const evidence: Evidence = {
    accounts: 100,
    measured: 100,
    carried: 0,
    unreadable: 0,
    age: 0,
    shift: null,
    staleDays: 45,
  }

  test.each<[Partial<Evidence>, string]>([
    [{}, 'good'],
    [{ measured: 90 }, 'good'],
    [{ measured: 89 }, 'care'],
    [{ measured: 49 }, 'poor'],
    [{ unreadable: 0.01 }, 'care'],
    [{ unreadable: 0.1 }, 'poor'],
    [{ age: 46 }, 'care'],
    [{ age: 91 }, 'poor'],
    [{ shift: { code: 'shift-values', from: 1, to: 100 } }, 'care'],
    [{ accounts: 0, measured: 0 }, 'poor'],
  ])('%j: %s', (change, trust) => {
    expect(trustIn({ ...evidence, ...change })).toBe(trust)
  })
})
