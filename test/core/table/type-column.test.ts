import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ColumnBuilder } from '../../../src/core/table/column-builder.ts'
import { rawTextAt, toRawTextColumn } from '../../../src/core/table/raw-text.ts'
import { textsOf } from '../../../src/core/table/texts.ts'
import { typeTexts, type TypePlan } from '../../../src/core/table/type-texts.ts'

const open: TypePlan = { type: null, format: {}, missing: null }

function typed(cells: readonly string[], plan: Partial<TypePlan> = {}) {
  const builder = new ColumnBuilder({ ...open, ...plan })
  for (const cell of cells) builder.add(cell)
  return builder.finish()
}

const valuesOf = (cells: readonly string[], plan: Partial<TypePlan> = {}) => {
  const { column } = typed(cells, plan)
  return column.type === 'text' ? textsOf(column) : [...column.values]
}

const DAY = 20_484 // 2026-01-31

describe('the type of a column', () => {
  test.each([
    ['boolean', ['true', 'FALSE', 'Yes', 'no', '']],
    ['number', ['1', '-2.5', '1e3', '2E-2', '0.5', '0', 'N/A', '-', '–', 'NaN']],
    ['number', ['123456789012345']],
    ['date', ['2026-01-31', '2026-01-31T10:00:00Z', '2026-01-31 10:00', 'null']],
    ['text', ['true', '1']],
    ['text', ['1', '2', 'three']],
    ['text', ['2026-01-31', '2026-02-30']],
    ['text', ['1', '00123']],
    ['text', ['-012']],
    ['text', ['1', '1234567890123456']],
    ['text', ['1', '.5']],
    ['text', ['1', '5.']],
    ['text', ['1', '+5']],
    ['text', ['1', '1e999']],
    ['text', ['1', 'Infinity']],
    ['text', ['1', '0x10']],
    ['text', ['$5', '€5']],
    ['text', ['50 %', '3']],
    [null, []],
    [null, ['', '  ', 'N/A', 'none']],
  ])('%s: %j', (type, cells) => {
    expect(typed(cells).type).toBe(type)
  })

  test('cells lose their surrounding white space and nothing else', () => {
    expect(valuesOf([' 7 ', '\t8\r', '\u00a09'])).toEqual([7, 8, 9])
    expect(valuesOf([' a  b ', '\u00a0Zoë\r'])).toEqual(['a  b', 'Zoë'])
  })

  test('words for missing are values of a text column', () => {
    expect(valuesOf(['NA', 'US', ''])).toEqual(['NA', 'US', ''])
  })

  test('chosen words are missing in columns of every type, and only they', () => {
    expect(valuesOf(['?', '1', '-9'], { missing: ['?', '-9'] })).toEqual([NaN, 1, NaN])
    expect(valuesOf(['?', 'US'], { missing: ['?'] })).toEqual(['', 'US'])
    expect(typed(['N/A', '1'], { missing: [''] }).type).toBe('text')
  })

  test('an id survives to the byte where the plan says text', () => {
    const ids = ['00123', '1E5', 'TRUE', '12345678901234567890', '5']
    expect(valuesOf(ids, { type: 'text' })).toEqual(ids)
  })
})

describe('a fixed type', () => {
  test('makes cells that are not of it missing, and reports them', () => {
    const column = typed(['1', 'lots', '', '00123', '2'], { type: 'number' })
    expect([...(column.column.type === 'number' ? column.column.values : [])]).toEqual([
      1,
      NaN,
      NaN,
      123,
      2,
    ])
    expect(column.unreadable).toEqual({ count: 1, first: [{ row: 1, text: 'lots' }] })
  })

  test('is kept by a column without values', () => {
    expect(typed(['', 'N/A'], { type: 'date' })).toMatchObject({
      type: 'date',
      unreadable: { count: 0 },
    })
  })

  test('counts every unreadable cell, and keeps the first thousand', () => {
    const column = typed(['1', ...new Array<string>(2500).fill('x')], { type: 'number' })
    expect([column.unreadable.count, column.unreadable.first.length]).toEqual([2500, 1000])
  })

  test('reads booleans as words', () => {
    expect(valuesOf(['yes', 'NO', 'maybe', ''], { type: 'boolean' })).toEqual([1, 0, 2, 2])
  })
})

describe('forms of numbers', () => {
  test.each([
    [['1234,5', '7'], [1234.5, 7], { decimal: ',' }],
    [['1.234,50', '7,25'], [1234.5, 7.25], { decimal: ',', group: '.' }],
    [['1,234.5', '7'], [1234.5, 7], { decimal: '.', group: ',' }],
    [
      ['1 234,5', '1\u00a0234,5', '1\u202f234,5'],
      [1234.5, 1234.5, 1234.5],
      { decimal: ',', group: ' ' },
    ],
    [["1'234.5", '1’234.5'], [1234.5, 1234.5], { decimal: '.', group: "'" }],
    [['$1,234.50', '-$7', '$-7'], [1234.5, -7, -7], { decimal: '.', group: ',' }],
    [['1.234,50 €', '−7,00 €'], [1234.5, -7], { decimal: ',', group: '.' }],
    [['CHF 5', '7 CHF'], [5, 7], {}],
    [['50 %', '7.1%'], [0.5, 0.071], { percent: true }],
    [['12,5 %', '-3 %'], [0.125, -0.03], { decimal: ',', percent: true }],
  ])('%j', (cells, values, format) => {
    expect(valuesOf(cells)).toEqual(values)
    expect(typed(cells).format).toEqual(format)
  })

  test('thousands that may be decimals are a guess', () => {
    expect(
      [['1,234', '5,678'], ['1.234', '5.678'], ['1,234', '5,67'], ['1.234', '0.678'], ['1.5']].map(
        (cells) => typed(cells).certain,
      ),
    ).toEqual([false, false, true, true, true])
  })

  test('a form that a person chose is the only one', () => {
    expect(valuesOf(['1.234', '5'], { format: { decimal: ',', group: '.' } })).toEqual([1234, 5])
    expect(typed(['1.5'], { format: { decimal: ',' } }).type).toBe('text')
    expect(valuesOf(['50', '7 %'], { type: 'number', format: { percent: true } })).toEqual([
      0.5, 0.07,
    ])
  })

  test('a fixed number takes the form that reads most cells', () => {
    expect(valuesOf(['1.234,5', '2,5', '?'], { type: 'number' })).toEqual([1234.5, 2.5, NaN])
  })

  test('zero has no sign', () => {
    expect(valuesOf(['-0', '-0.00', '0'])).toEqual([0, 0, 0])
  })
})

describe('forms of dates', () => {
  test.each([
    [['31-01-2026', '01-02-2026'], 'dmy'],
    [['31/01/2026', '1/2/2026'], 'dmy'],
    [['01/31/2026', '2/1/2026'], 'mdy'],
    [['31.01.2026', '01.02.2026'], 'dmy'],
    [['31.01.2026 14:05', '01.02.2026, 2:05 PM'], 'dmy'],
  ])('%j is decided by the whole column', (cells, order) => {
    expect(valuesOf(cells)).toEqual([DAY, DAY + 1])
    expect(typed(cells)).toMatchObject({ format: { date: order }, certain: true })
  })

  test('a column that nothing decides is asked about, and missing until then', () => {
    const column = typed(['03/04/2026', '05/05/2026', '05/06/2026'])
    expect(column).toMatchObject({ type: 'date', certain: false, ambiguousDate: '03/04/2026' })
    expect(valuesOf(['03/04/2026'])).toEqual([-0x80000000])
  })

  test('a month and a day that are alike need no question', () => {
    expect(typed(['05/05/2026', '06/06/2026']).ambiguousDate).toBeNull()
  })

  test('an answer decides', () => {
    expect(valuesOf(['02/01/2026'], { format: { date: 'dmy' } })).toEqual([DAY - 29])
    expect(valuesOf(['02/01/2026'], { format: { date: 'mdy' } })).toEqual([DAY + 1])
  })

  test('a date that does not exist is missing and reported, never 1970', () => {
    const column = typed(['2026-01-31', '2026-02-30', 'soon'], { type: 'date' })
    expect(column.column).toEqual({
      type: 'date',
      values: Int32Array.of(DAY, -0x80000000, -0x80000000),
    })
    expect(column.unreadable.count).toBe(2)
  })
})

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
    const names = Array.from({ length: 5000 }, (_, row) => `Ünited ${row}`)
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
