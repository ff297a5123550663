import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rawTextAt, toRawTextColumn } from '../../../src/core/table/raw-text.ts'
import { textsOf } from '../../../src/core/table/texts.ts'
import { typeTexts, type TypePlan } from '../../../src/core/table/type-texts.ts'
import { open, typed, valuesOf } from './build.ts'

describe('raw text', () => {
  const cellOf = fc.oneof(
    fc.integer().map(String),
    fc.double({ noNaN: true }).map(String),
    fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
    fc.constantFrom(
      '',
      'N/A',
      'null',
      '-',
      '-0',
      '007',
      '1e5',
      '1E+05',
      '12.50',
      'true',
      'YES',
      '0.0000001',
    ),
    fc.constantFrom(
      '1.234,50',
      '1,234',
      '12 %',
      '$5',
      '2026-01-31',
      '31/01/2026 10:00',
      '1/2/2026',
    ),
    fc.string({ unit: 'binary' }),
  )
  const columnOf = fc.oneof(
    fc.array(cellOf, { maxLength: 60 }),
    ...[
      fc.integer({ min: -1000, max: 1000 }).map(String),
      fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
      fc.constantFrom('1.5', '1.50', '2', 'N/A', '', '3e2'),
      fc.constantFrom('1.234,50', '-7,00', '12.345.678,90', 'N/A'),
      fc.constantFrom('1/2/2026', '31/12/2026', '01/02/2026', '', '5/6/2026 10:30'),
      fc.constantFrom('TRUE', 'false', 'False', 'yes', ''),
      fc.constantFrom('12 %', '7,5 %', '0 %'),
    ].map((cell) => fc.array(cell, { minLength: 1, maxLength: 60 })),
  )
  const planOf = fc.record({
    type: fc.constantFrom(null, 'number', 'text', 'date', 'boolean'),
    format: fc.constantFrom({}, { decimal: ',' }, { date: 'dmy' }, { percent: true }),
    missing: fc.constantFrom(null, [''], ['7', 'N/A']),
  }) as fc.Arbitrary<TypePlan>

  test('every cell comes back to the byte, whatever it was typed as', () => {
    fc.assert(
      fc.property(columnOf, planOf, (cells, plan) => {
        const { column, raw } = typed(cells, plan)
        const trimmed = cells.map((cell) => cell.trim())
        expect(textsOf(toRawTextColumn(column, raw))).toEqual(trimmed)
        expect(cells.map((_, row) => rawTextAt(column, raw, row))).toEqual(trimmed)
      }),
      { seed: 20260131, numRuns: 2000 },
    )
  })

  test('a column typed again from its raw text is as if read from the file', () => {
    fc.assert(
      fc.property(columnOf, planOf, planOf, (cells, first, second) => {
        const { column, raw } = typed(cells, first)
        const again = typeTexts(toRawTextColumn(column, raw), second)
        const anew = typed(cells, second)
        expect([again.type, again.format, again.unreadable]).toEqual([
          anew.type,
          anew.format,
          anew.unreadable,
        ])
        expect(textsOf(again.column)).toEqual(textsOf(anew.column))
      }),
      { seed: 20260131, numRuns: 2000 },
    )
  })

  test('a wrong decimal mark is mended without the file', () => {
    const wrong = typed(['1.234', '5.678'])
    const mended = typeTexts(toRawTextColumn(wrong.column, wrong.raw), {
      ...open,
      format: { decimal: ',', group: '.' },
    })
    expect(mended.column).toEqual({ type: 'number', values: Float64Array.of(1234, 5678) })
  })

  test.each([
    ['integers', ['1', '20', '-3', '']],
    ['money with two decimals', ['1.50', '20.00', '-3.10', '']],
    ['shortest decimals', ['1.5', '20', '-3.125']],
    ['grouped numbers', ['1.234,50', '7,00', '-12.345,00']],
    ['ISO dates', ['2026-01-31', '1999-12-31', '']],
    ['day first', ['31-01-2026', '01-12-1999']],
    ['dates at midnight', ['2014-03-08 00:00:00', '2014-05-21 00:00:00']],
    ['booleans', ['TRUE', 'FALSE', '']],
  ])('%s take no room beside their values', (_, cells) => {
    expect(typed(cells).raw.kind).toBe('same')
  })

  test('words for missing are kept as exceptions', () => {
    const cells = ['1', '2', '3', '4', '5', '6', '7', 'N/A']
    expect(typed(cells).raw).toMatchObject({ kind: 'except', rows: Uint32Array.of(7) })
  })
})

describe('many rows', () => {
  test('nearly unique text is one buffer, repeated text a dictionary', () => {
    const names = Array.from({ length: 10_000 }, (_, row) => `Ünited ${row}`)
    const plans = names.map((_, row) => ['Basic', 'Pro'][row % 2] as string)
    expect(typed(names).column).toMatchObject({ type: 'text', codes: null })
    expect(typed(plans).column).toMatchObject({
      codes: Uint8Array.from(plans, (_, row) => row % 2),
    })
    expect(valuesOf(names)).toEqual(names)
    expect(valuesOf(plans)).toEqual(plans)
  })

  test('a text after thousands of numbers makes all of them text again', () => {
    const cells = [...Array.from({ length: 5000 }, (_, row) => (row / 4).toFixed(2)), 'A1']
    expect(typed(cells).type).toBe('text')
    expect(valuesOf(cells)).toEqual(cells)
  })
})
