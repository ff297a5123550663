import { describe, expect, test } from 'vitest'
import { typed, valuesOf } from './build.ts'

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
    ['number', ['1', '.5', '5.', '+5', '(5)', '5-']],
    ['text', ['+49 151 2345678']],
    ['text', ['R12', 'R13']],
    ['text', ['Q1', 'Q2']],
    ['text', ['--5', '(-5)', '5+-']],
    ['text', ['1,23', '1.234,5', '1,234.5']],
    ['text', ['0,123,456']],
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
    [['$1,234.50', '-$7', '$-7'], [1234.5, -7, -7], { decimal: '.', group: ',', currency: '$' }],
    [['1.234,50 €', '−7,00 €'], [1234.5, -7], { decimal: ',', group: '.', currency: 'EUR' }],
    [['CHF 5', '7 chf', '3'], [5, 7, 3], { currency: 'CHF' }],
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
    expect(column).toMatchObject({
      type: 'date',
      certain: false,
      doubt: { kind: 'date-order', example: '03/04/2026' },
    })
    expect(valuesOf(['03/04/2026'])).toEqual([-0x80000000])
  })

  test('a month and a day that are alike need no question', () => {
    expect(typed(['05/05/2026', '06/06/2026']).doubt).toBeNull()
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
