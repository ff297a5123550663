import { describe, expect, test } from 'vitest'
import { toRawTextColumn } from '../../../src/core/table/raw-text.ts'
import { textsOf } from '../../../src/core/table/texts.ts'
import { typed } from './build.ts'

const daysOf = (cells: readonly string[], plan = {}): readonly string[] =>
  textsOf(typed(cells, plan).column)

const JANUARY = '2026-01-31'

describe('a date', () => {
  test.each([
    ['2026-01-31'],
    ['2026/1/31'],
    ['2026.01.31'],
    ['31.1.2026'],
    ['31. 1. 2026'],
    ['31.01.26'],
    ['1/31/26'],
    ['2026年1月31日'],
    ['2026년 1월 31일'],
    ['31 January 2026'],
    ['January 31, 2026'],
    ['Jan 31st, 2026'],
    ['Saturday, January 31, 2026'],
    ['Sat Jan 31 2026 10:00:00 GMT+0100 (CET)'],
    ['Sat, 31 Jan 2026 23:30:00 -0800'],
    ['31-Jan-26'],
    ['Sat Jan 31 10:00:00 2026'],
    ['Sat Jan 31 10:00:00 CET 2026'],
    ['31/Jan/2026:10:00:00 +0000'],
    ['20260131T100000Z'],
    ['20260131T1000'],
    ['31-JAN-2026'],
    ['31. Januar 2026'],
    ['31 janv. 2026'],
    ['31 de enero de 2026'],
    ['31 января 2026 г.'],
    ['٣١ يناير ٢٠٢٦'],
    ['2026. január 31.'],
    ['31 มกราคม 2569'],
    ['11 بهمن 1404'],
    ['Sat 01/31/2026'],
    ['Samstag, 31.01.2026'],
    ['sam. 31/01/2026 10:00'],
  ])('%s', (cell) => {
    expect([typed([cell]).type, daysOf([cell])]).toEqual(['date', [JANUARY]])
  })

  test.each([
    ['2026-01-31T23:59:59Z'],
    ['2026-01-31T23:59:59.123-11:00'],
    ['2026-01-31 00:30 +14:00'],
    ['2026-01-31 14:05:00 UTC'],
    ['2026-01-31 14:05:00 Europe/Berlin'],
    ['31/01/2026 2:05 p.m.'],
    ['31.01.2026, 14.05'],
    ['31 Jan 2026 at 2:05 PM'],
  ])('%s is the calendar day as it is written, whatever the zone', (cell) => {
    expect(daysOf([cell])).toEqual([JANUARY])
  })

  test('a word before it that is no day of the week makes it text', () => {
    expect(typed(['Order 31/01/2026', 'Order 30/01/2026']).type).toBe('text')
  })

  test('a day of the week comes back as it was written', () => {
    const cells = ['Sat 31/01/2026', 'Sun 01/02/2026', '02/02/2026', 'N/A']
    const { column, raw } = typed(cells)
    expect(textsOf(column).slice(0, 3)).toEqual(['2026-01-31', '2026-02-01', '2026-02-02'])
    expect(textsOf(toRawTextColumn(column, raw))).toEqual(cells)
  })

  test.each([
    ['2026-01'],
    ['2026/1'],
    ['01/2026'],
    ['Jan 2026'],
    ['Jan-26'],
    ['Jan ’26'],
    ['January, 2026'],
    ['2026 Jan'],
    ['janvier 2026'],
    ['enero de 2026'],
    ['Januar 2026'],
  ])('that is no more than a month, such as %s, is its first day, which is pointed out', (cell) => {
    const { type, doubt, column, raw } = typed([cell, 'N/A'])
    expect([type, doubt?.kind, textsOf(column)[0]]).toEqual(['date', 'months', '2026-01-01'])
    expect(textsOf(toRawTextColumn(column, raw))).toEqual([cell, 'N/A'])
  })

  test.each([
    ['an id', ['2024-17', '2024-03']],
    ['a quarter', ['Q1 2026', 'Q2 2026']],
    ['a release', ['Mars 2026 release', 'May 2026 release']],
  ])('that is %s is text', (_, cells) => {
    expect(typed(cells).type).toBe('text')
  })

  test('of two digits is of 1969 to 2068', () => {
    expect(daysOf(['31.12.68', '31.12.69', '31.12.99', '01.01.00'])).toEqual([
      '2068-12-31',
      '1969-12-31',
      '1999-12-31',
      '2000-01-01',
    ])
  })

  test('comes back as it was written', () => {
    const cells = ['31.01.26', '1 Feb 2026', '', 'soon', '2026-01-31 10:00']
    const { column, raw } = typed(cells, { type: 'date' })
    expect(textsOf(toRawTextColumn(column, raw))).toEqual(cells)
  })

  test.each([
    ['31 Foo 2026'],
    ['31 January'],
    ['30 February 2026'],
    ['about 31 January 2026'],
    ['31 January 2026 32'],
    ['1.2.3'],
    ['2026-13-01'],
    ['12 Main Street 2026'],
    ['INV-2026-01'],
  ])('%s is none', (cell) => {
    expect(typed([cell]).type).toBe('text')
  })
})

describe('the column as a whole', () => {
  test('decides the order, two digits of the year too', () => {
    expect(daysOf(['01/02/24', '31/12/23'])).toEqual(['2024-02-01', '2023-12-31'])
    expect(daysOf(['01/02/24', '12/31/23'])).toEqual(['2024-01-02', '2023-12-31'])
    expect(daysOf(['24/01/02', '99/12/31'])).toEqual(['2024-01-02', '1999-12-31'])
  })

  test('is asked about where the order stays open, two digits of the year too', () => {
    expect(typed(['01/02/24', '03/04/24']).doubt).toEqual({
      kind: 'date-order',
      example: '01/02/24',
    })
  })

  test('names its months in one language, and the format says which', () => {
    expect(typed(['1 März 2026', '2 Mai 2026']).format).toEqual({ months: 'de' })
    expect(typed(['1 Mai 2026', '2 März 2026', '3 February 2026']).type).toBe('text')
  })

  test('is read in the person’s language where several fit', () => {
    const october = { languages: ['hr'] }
    const november = { languages: ['pl'] }
    expect(daysOf(['1 listopad 2026'], october)).toEqual(['2026-10-01'])
    expect(daysOf(['1 listopad 2026'], november)).toEqual(['2026-11-01'])
    expect(typed(['1 listopad 2026']).certain).toBe(false)
  })

  test('that was read once is read again by its format, whoever brings the next file', () => {
    const format = { months: 'hr' }
    expect(daysOf(['1 listopad 2026'], { format, languages: ['pl'] })).toEqual(['2026-10-01'])
  })
})

describe('days as counts', () => {
  test.each([
    ['excel', '46053', JANUARY],
    ['excel', '46053.75', JANUARY],
    ['excel', '61', '1900-03-01'],
    ['seconds', '1769817600', JANUARY],
    ['seconds', '1769903999', JANUARY],
    ['milliseconds', '1769817600123', JANUARY],
    ['yyyymmdd', '20260131', JANUARY],
    ['yyyymmdd', '20260131235959', JANUARY],
  ] as const)('%s %s', (date, cell, day) => {
    expect(daysOf([cell], { type: 'date', format: { date } })).toEqual([day])
  })

  test.each([
    ['Renewal Date', '46053', 'excel'],
    ['created_at', '1769817600', 'seconds'],
    ['lastLoginTimestamp', '1769817600123', 'milliseconds'],
    ['Signup date', '20260131', 'yyyymmdd'],
    ['created_at', '20260131235959', 'yyyymmdd'],
  ] as const)(
    '%s %s is taken for a day, as a guess that can be corrected',
    (header, cell, date) => {
      const column = typed([cell, '', 'N/A'], { header })
      expect(column).toMatchObject({
        type: 'date',
        certain: false,
        format: { date },
        doubt: { kind: 'counted-days', example: cell, date },
      })
      expect(textsOf(column.column)).toEqual([JANUARY, '', ''])
      expect(typed([cell], { header, type: 'number' })).toMatchObject({
        type: 'number',
        doubt: null,
      })
      expect(typed([cell], { header, type: 'date', format: { date } }).doubt).toBeNull()
    },
  )

  test.each([
    ['ARR', '46053'],
    ['days_since_login', '46053'],
    ['Renewal date', '12'],
    ['created_at', '5'],
    ['Customer number', '1769817600'],
    ['Signup date', '20261331'],
  ])('%s %s stays a number', (header, cell) => {
    expect(typed([cell], { header }).type).toBe('number')
  })
})
