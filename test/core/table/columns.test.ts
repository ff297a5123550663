import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Column } from '../../../src/core/table/column.ts'
import { gather } from '../../../src/core/table/gather.ts'
import { packText } from '../../../src/core/table/packed-text.ts'
import { countPresent, countValues, describeColumn } from '../../../src/core/table/profile.ts'
import {
  allMissing,
  buffersOf,
  byteSizeOf,
  isMissingAt,
  lengthOf,
  textAt,
  textsOf,
  wordsOf,
} from '../../../src/core/table/texts.ts'
import { typed } from './build.ts'
import { COLUMN_TYPES, MISSING_DAY } from '../../../src/core/table/column.ts'

const numbers: Column = { type: 'number', values: Float64Array.of(1.5, NaN, 1.5, -2) }
const days: Column = { type: 'date', values: Int32Array.of(20_484, MISSING_DAY, 0, 20_484) }
const booleans: Column = { type: 'boolean', values: Uint8Array.of(1, 2, 0, 1) }
const coded: Column = {
  type: 'text',
  words: packText(['Pro', 'Zoë', '']),
  codes: Uint8Array.of(0, 2, 1, 0),
}
const unique: Column = { type: 'text', words: packText(['a', '', '漢字', '🦊']), codes: null }
const all = { numbers, days, booleans, coded, unique }

describe('reading a column', () => {
  test('numbers, days and booleans are read in their plain forms, missing as nothing', () => {
    expect(Object.values(all).map(textsOf)).toEqual([
      ['1.5', '', '1.5', '-2'],
      ['2026-01-31', '', '1970-01-01', '2026-01-31'],
      ['true', '', 'false', 'true'],
      ['Pro', '', 'Zoë', 'Pro'],
      ['a', '', '漢字', '🦊'],
    ])
  })

  test.each(Object.entries(all))('one row of %s is read as all of them are', (_, column) => {
    const rows = [0, 1, 2, 3]
    expect(rows.map((row) => textAt(column, row))).toEqual(textsOf(column))
    expect(rows.map((row) => isMissingAt(column, row))).toEqual([false, true, false, false])
  })

  test('words are decoded once', () => {
    expect(wordsOf(coded)).toEqual(['Pro', 'Zoë', ''])
    expect(wordsOf(coded)).toBe(wordsOf({ ...coded, codes: null }))
  })

  test('the size of a column is that of its buffers', () => {
    expect([
      byteSizeOf(numbers),
      byteSizeOf(days),
      byteSizeOf(booleans),
      byteSizeOf(coded),
    ]).toEqual([32, 16, 4, 7 + 16 + 4])
    expect(buffersOf(unique)).toHaveLength(2)
  })

  test.each(COLUMN_TYPES)('a %s column of missing rows', (type) => {
    const column = allMissing(type, 3)
    expect([lengthOf(column), textsOf(column)]).toEqual([3, ['', '', '']])
    expect(lengthOf(allMissing(type, 0))).toBe(0)
  })
})

describe('gathering rows', () => {
  test.each(Object.entries(all))('%s in a new order, -1 missing', (_, column) => {
    const texts = textsOf(column)
    const gathered = gather(column, Int32Array.of(3, -1, 0, 0, 2))
    expect(textsOf(gathered)).toEqual([texts[3], '', texts[0], texts[0], texts[2]])
  })

  test.each(Object.entries(all))('no rows of %s', (_, column) => {
    expect(lengthOf(gather(column, new Int32Array(0)))).toBe(0)
  })

  test('a dictionary without an empty word gets one where a row is missing', () => {
    const words = packText(Array.from({ length: 256 }, (_, i) => `w${i}`))
    const column: Column = { type: 'text', words, codes: Uint8Array.of(255) }
    const gathered = gather(column, Int32Array.of(0, -1))
    expect(textsOf(gathered)).toEqual(['w255', ''])
  })
})

describe('the profile of a column', () => {
  test('different values are counted as a set would, whatever they are', () => {
    const few = fc.constantFrom(NaN, 0, -0, 0.1, -0.1, 1e300, 5e-324, 12)
    const numbers = fc.oneof(fc.array(few), fc.array(fc.double()), fc.array(fc.integer()))
    const words = fc.oneof(fc.array(fc.string()), fc.array(fc.constantFrom('', 'a', 'á', 'aa')))
    fc.assert(
      fc.property(numbers, words, (numbers, words) => {
        const values = Float64Array.from(numbers)
        const known = new Set(numbers.filter((value) => !Number.isNaN(value)).map((x) => x + 0))
        expect(countValues({ type: 'number', values }).distinct).toBe(known.size)
        const named = new Set(words.filter((word) => word !== ''))
        const packed = { type: 'text', words: packText(words), codes: null } as const
        expect(countValues(packed).distinct).toBe(named.size)
      }),
    )
    fc.assert(
      fc.property(words, (words) => {
        const sorted = words.toSorted()
        const packed = { type: 'text', words: packText(sorted), codes: null } as const
        const named = new Set(words.filter((word) => word !== ''))
        expect(countValues(packed).distinct).toBe(named.size)
      }),
    )
    const many = Float64Array.from({ length: 30_000 }, (_, row) => (row % 20_000) / 8)
    expect(countValues({ type: 'number', values: many }).distinct).toBe(20_000)
  })

  test.each([
    ['numbers', numbers, 3, 2],
    ['days', days, 3, 2],
    ['booleans', booleans, 3, 2],
    ['coded', coded, 3, 2],
    ['unique', unique, 3, 3],
    ['nothing', allMissing('number', 4), 0, 0],
    ['no rows', allMissing('text', 0), 0, 0],
  ])('%s', (_, column, present, distinct) => {
    // Where nothing is known of it yet, and where all is.
    expect(countPresent(structuredClone(column))).toBe(present)
    expect(countValues(column)).toEqual({ present, distinct })
    expect(countPresent(column)).toBe(present)
  })

  test('what was counted while a column was read is what is in it', () => {
    const cell = fc.oneof(
      fc.constantFrom('', ' ', 'n/a', '-', '0', '-0', '1e5', '2.50', '1.5', '7%', 'Pro'),
      fc.integer().map(String),
    )
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const { column } = typed(cells)
        const present = cells.filter((_, row) => !isMissingAt(column, row)).length
        expect(countPresent(column)).toBe(present)
      }),
    )
  })

  test('numbers and days have a histogram from the least to the greatest', () => {
    expect(describeColumn(numbers)).toEqual({
      kind: 'histogram',
      from: -2,
      to: 1.5,
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
    })
    expect(describeColumn(days)).toMatchObject({ kind: 'histogram', from: 0, to: 20_484 })
  })

  test('one value has a histogram of one step', () => {
    const one: Column = { type: 'number', values: Float64Array.of(7, 7) }
    expect(describeColumn(one)).toEqual({
      kind: 'histogram',
      from: 7,
      to: 7,
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    })
  })

  test('repeated values are named, the most frequent first', () => {
    const plans: Column = {
      type: 'text',
      words: packText(['Basic', '__proto__', '']),
      codes: Uint8Array.of(0, 1, 1, 2, 1, 0),
    }
    expect(describeColumn(plans)).toEqual({
      kind: 'top',
      values: [
        { label: '__proto__', count: 3 },
        { label: 'Basic', count: 2 },
      ],
    })
    expect(describeColumn(booleans)).toEqual({
      kind: 'top',
      values: [
        { label: 'true', count: 2 },
        { label: 'false', count: 1 },
      ],
    })
  })

  test('names have examples', () => {
    expect(describeColumn(unique)).toEqual({ kind: 'unique', examples: ['a', '漢字', '🦊'] })
  })

  test('no values have no picture', () => {
    expect(describeColumn(allMissing('text', 3))).toEqual({ kind: 'empty' })
  })
})
