import { describe, expect, test } from 'vitest'
import { toRawTextColumn } from '../../../src/core/table/raw-text.ts'
import { textsOf } from '../../../src/core/table/texts.ts'
import { settleMarks } from '../../../src/core/table/settle-marks.ts'
import { open, typed, valuesOf } from './build.ts'

describe('numbers as the world writes them', () => {
  test.each<[string, string[], number[]]>([
    ['thousands by point', ['1.234.567,8', '0,5'], [1234567.8, 0.5]],
    ['thousands by comma', ['1,234,567.8', '.5'], [1234567.8, 0.5]],
    ['thousands by apostrophe', ["1'234'567.8", '1’000'], [1234567.8, 1000]],
    ['apostrophe and decimal comma', ["1'234,50", '7,25'], [1234.5, 7.25]],
    ['a space', ['1 234 567,8', '12,0'], [1234567.8, 12]],
    ['a space that does not break', ['1\u00a0234\u00a0567,8'], [1234567.8]],
    ['a narrow one', ['1\u202f234,5', '1\u2009234,5'], [1234.5, 1234.5]],
    ['Indian groups', ['12,34,567.89', '1,00,000', '999'], [1234567.89, 100000, 999]],
    ['a sign of currency in front', ['€ 1.234,50', '€7,00'], [1234.5, 7]],
    ['a sign of currency behind', ['1 234,50 €', '7,00€'], [1234.5, 7]],
    ['a code in front', ['EUR 1.234,50', 'EUR7,00'], [1234.5, 7]],
    ['a code behind', ['1,234.50 usd', '7.00 USD'], [1234.5, 7]],
    ['a currency in letters', ['1 234,50 zł', '7,00 zł'], [1234.5, 7]],
    ['two signs of one currency', ['US$ 5', 'USD 6'], [5, 6]],
    ['parentheses', ['(1,234.50)', '($7.00)', '3.00'], [-1234.5, -7, 3]],
    ['a trailing minus', ['1.234,56-', '7,00'], [-1234.56, 7]],
    ['a minus behind the currency', ['5,00- €', '5,00 €-', '€-5,00'], [-5, -5, -5]],
    ['dashes in place of cents', ['1.200,-', '99,-', '-5,00'], [1200, 99, -5]],
    ['dashes in place of cents, beside a currency', ['CHF 1’200.–', '99.-- CHF'], [1200, 99]],
    ['nothing as ledgers show it', ['$ 1,200.00', '$ (50.00)', '$ -'], [1200, -50, 0]],
    ['parentheses beside a currency', ['(50,00) €', '7,00 €'], [-50, 7]],
    ['a typographic minus', ['−5', '－6', '–7'], [-5, -6, -7]],
    ['a plus', ['+5', '-5'], [5, -5]],
    ['exponents', ['1.5E+03', '2e-2', '1E5'], [1500, 0.02, 100000]],
    ['exponents with a comma', ['1,5E+03', '2,0E-02'], [1500, 0.02]],
    ['percent', ['12 %', '7.5%', '-3 %'], [0.12, 0.075, -0.03]],
    ['percent in front', ['%12,5', '-%3,0'], [0.125, -0.03]],
    ['Arabic-Indic digits', ['١٬٢٣٤٫٥', '-٧٫٢٥'], [1234.5, -7.25]],
    ['Persian digits', ['۱٬۲۳۴٫۵', '۷٫۲۵'], [1234.5, 7.25]],
    ['Devanagari digits', ['१२,३४,५६७.८९', '७.२५'], [1234567.89, 7.25]],
    ['full-width digits', ['１，２３４．５', '７．２５'], [1234.5, 7.25]],
    ['marks of direction', ['\u200e-5', '\u200f7\u200f'], [-5, 7]],
  ])('%s', (_, cells, values) => {
    expect(typed(cells).type).toBe('number')
    expect(valuesOf(cells)).toEqual(values)
  })

  test('every cell comes back as it was written', () => {
    const cells = ['(1,234.50)', '12,34,567.89', '١٬٢٣٤', '5.00-', '$7', '1.5E+03', '＋２']
    const { column, raw } = typed(cells, { type: 'number' })
    expect(textsOf(toRawTextColumn(column, raw))).toEqual(cells)
  })
})

describe('a column as a whole', () => {
  test('decides what one cell leaves open', () => {
    expect(valuesOf(['1.234', '1.234,5'])).toEqual([1234, 1234.5])
    expect(valuesOf(['1.234', '0.5'])).toEqual([1.234, 0.5])
    expect(valuesOf(['1,234', '1,234,567'])).toEqual([1234, 1234567])
    expect(valuesOf(['1,234', '1,23'])).toEqual([1.234, 1.23])
  })

  test('is never read cell by cell: two forms in one column are text', () => {
    expect(typed(['1.234,5', '1,234.5']).type).toBe('text')
  })

  test.each<[string[], string, number[]]>([
    [['500', '1.234', '12.500'], '1.234', [1.234, 1234]],
    [['500', '12.000'], '12.000', [12, 12000]],
    [['1,234', '5,678'], '1,234', [1234, 1.234]],
    [['$1.234'], '$1.234', [1.234, 1234]],
  ])('%j is in doubt, and the doubt has both readings', (cells, example, readings) => {
    const { certain, doubt } = typed(cells)
    expect([certain, doubt?.kind]).toEqual([false, 'marks'])
    if (doubt?.kind !== 'marks') return
    expect(doubt.example).toBe(example)
    expect(doubt.formats.map((format) => valuesOf([example], { format })[0])).toEqual(readings)
  })

  test.each([
    [['1.5', '1.234']],
    [['1234', '1.234']],
    [['0.123', '0.456']],
    [['1.234', '1000000']],
  ])('%j is in no doubt', (cells) => {
    expect(typed(cells)).toMatchObject({ certain: true, doubt: null })
  })

  test('an answer ends the doubt, also where it is the plain reading', () => {
    for (const format of [{ decimal: '.' }, { decimal: ',', group: '.' }] as const)
      expect(typed(['1.234', '5.678'], { format }).doubt).toBeNull()
  })
})

describe('the rest of a file', () => {
  const settledIn = (columns: readonly (readonly string[])[], delimiter = ',') =>
    settleMarks(
      columns.map((cells) => typed(cells)),
      columns.map(() => open),
      delimiter,
    ).map((column) => column?.column.type === 'number' && [...column.column.values])

  test('decides how a column that leaves it open is read, and the doubt stays', () => {
    expect(settledIn([['1.234'], ['1,5']])).toEqual([[1234], [1.5]])
    expect(settledIn([['1,234'], ['1,5']])).toEqual([[1.234], [1.5]])
    expect(settledIn([['1,234'], ['1,234.5']])).toEqual([[1234], [1234.5]])
    const [first] = settleMarks([typed(['1.234']), typed(['1,5'])], [open, open], ',')
    expect(first).toMatchObject({
      certain: false,
      doubt: { kind: 'marks', formats: [{ decimal: ',', group: '.' }, { decimal: '.' }] },
    })
  })

  test('says the decimal mark by its separator where nothing else does', () => {
    expect(settledIn([['1.234']], ';')).toEqual([[1234]])
    expect(settledIn([['1.234']], ',')).toEqual([[1.234]])
  })

  test('decides nothing where it is written in two ways', () => {
    expect(settledIn([['1.234'], ['1,5'], ['1,234.5']])).toEqual([[1.234], [1.5], [1234.5]])
  })
})

describe('percentages', () => {
  test('are taken as shares, and asked about', () => {
    expect(typed(['0 %', '12 %'])).toMatchObject({
      format: { percent: true },
      doubt: { kind: 'percent', example: '12 %' },
    })
  })

  test('are read as the answer says', () => {
    expect(valuesOf(['12 %', '7 %'], { format: { percent: false } })).toEqual([12, 7])
    expect(valuesOf(['12 %', '7 %'], { format: { percent: true } })).toEqual([0.12, 0.07])
    expect(typed(['12 %'], { format: { percent: false } })).toMatchObject({
      format: { percent: false },
      doubt: null,
    })
  })
})

describe('currencies', () => {
  test('two in a column are no number, since they cannot be added up, and are named', () => {
    expect(typed(['€5', 'USD 7', '5 EUR', '3'])).toMatchObject({
      type: 'text',
      doubt: { kind: 'currencies', found: ['EUR', 'USD'] },
    })
  })

  test('that one sign may stand for are kept apart from their codes', () => {
    expect(typed(['$5', 'CAD 7']).doubt).toEqual({ kind: 'currencies', found: ['$', 'CAD'] })
  })

  test('of amounts that are said to be numbers the most frequent one is read, the others are reported', () => {
    const column = typed(['€5', '€6', '$7', '8'], { type: 'number' })
    expect(column.column).toEqual({ type: 'number', values: Float64Array.of(5, 6, NaN, 8) })
    expect(column).toMatchObject({
      format: { currency: 'EUR' },
      unreadable: { count: 1, first: [{ row: 2, text: '$7' }] },
    })
  })

  test('an amount in another currency than last time is not taken for the same', () => {
    const format = { currency: 'EUR' }
    expect(valuesOf(['€5', '$7'], { type: 'number', format })).toEqual([5, NaN])
  })
})

describe('amounts that a ledger marks', () => {
  const cells = ['1,200.00 DR', '300.00 CR', '5.50', '-7.00 Cr']

  test('are below nought as credits, which is pointed out', () => {
    const { column, doubt, raw } = typed(cells)
    expect(valuesOf(cells)).toEqual([1200, -300, 5.5, 7])
    expect(doubt).toEqual({ kind: 'sides', example: '1,200.00 DR' })
    expect(textsOf(toRawTextColumn(column, raw))).toEqual(cells)
  })

  test('are below nought as debits where a person says so', () => {
    const plan = { format: { group: ',', negative: 'DR' } } as const
    expect([valuesOf(cells, plan), typed(cells, plan).doubt]).toEqual([[-1200, 300, 5.5, -7], null])
  })

  test('are not ids that end so', () => {
    expect(typed(['10CR', '20CR', '30DR']).type).toBe('text')
    expect(valuesOf(['10.00CR', '20.50DR'])).toEqual([-10, 20.5])
  })
})
