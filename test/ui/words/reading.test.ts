import { expect, test } from 'vitest'
import type { Dialect } from '../../../src/core/file/dialect.ts'
import { headerChoices, headerName, headerOf, headerValue } from '../../../src/ui/words/dialect.ts'
import { encodingChoices, encodingName } from '../../../src/ui/words/encodings.ts'
import { quotesName, quotesOf, quotesValue, secondTry } from '../../../src/ui/words/quotes.ts'

const dialect: Dialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  headerLine: 1,
  skippedLines: 0,
}

test('every encoding that the platform knows can be chosen, and has a name', () => {
  const choices = encodingChoices([{ ...dialect, encoding: 'KOI8-R' }])
  const values = choices.map(({ value }) => value)
  expect(values[0]).toBe('koi8-r')
  expect(new Set(values).size).toBe(values.length)
  for (const encoding of ['utf-8', 'utf-16be', 'utf-32le', 'windows-1258', 'iso-8859-8-i', 'big5'])
    expect(values).toContain(encoding)
  expect(choices.find(({ value }) => value === 'euc-kr')?.label).toBe('EUC-KR, Korean')
  expect(encodingName('ISO-8859-15')).toBe('ISO 8859-15')
})

test('each way of quoting that can be chosen is the one that shows then', () => {
  for (const value of ['double', 'line', 'escaped', 'single', 'none'])
    expect(quotesValue({ ...dialect, ...quotesOf(value) })).toBe(value)
  expect(quotesName({ ...dialect, quote: '`' })).toBe('`…`')
})

test('names in one row, in several or in none can be told apart', () => {
  const twoRows = { ...dialect, headerLine: 3, headerRows: 2 }
  expect([dialect, twoRows, { ...dialect, headerLine: null }].map(headerName)).toEqual([
    'row 1',
    'rows 3 to 4',
    'no row',
  ])
  for (const { value } of headerChoices(twoRows)) expect(headerValue(headerOf(value))).toBe(value)
})

test('swallowed lines and lines below the table can be read otherwise, once', () => {
  const swallowed = { code: 'swallowed-lines', count: 1, first: [] } as const
  const below = {
    code: 'left-out',
    count: 1,
    first: [{ code: 'left-out', line: 9, part: 'trailer', text: 'Total' }],
  } as const
  expect(secondTry(swallowed, dialect)?.change).toEqual({ oneLine: true })
  expect(secondTry(swallowed, { ...dialect, oneLine: true })).toBeNull()
  expect(secondTry(below, dialect)?.change).toEqual({ keepsTrailer: true })
  expect(secondTry({ code: 'short-row', count: 1, first: [] }, dialect)).toBeNull()
})
