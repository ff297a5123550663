import { expect, test } from 'vitest'
import type { Dialect } from '../../../src/core/file/dialect.ts'
import { headerChoices, headerName, headerOf, headerValue } from '../../../src/ui/words/dialect.ts'
import { encodingChoices, encodingName, previewWords } from '../../../src/ui/words/encodings.ts'
import {
  lastLineChoices,
  lastLinesOf,
  lastLinesValue,
  quotesName,
  quotesOf,
  quotesValue,
  secondTry,
} from '../../../src/ui/words/quotes.ts'

const dialect: Dialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  headerLine: 1,
  skippedLines: 0,
}

test('every encoding that the platform knows can be chosen, and has a name', () => {
  const choices = encodingChoices([{ ...dialect, encoding: 'KOI8-R' }], [])
  const values = choices.map(({ value }) => value)
  expect(values[0]).toBe('koi8-r')
  expect(new Set(values).size).toBe(values.length)
  for (const encoding of ['utf-8', 'utf-16be', 'utf-32le', 'windows-1258', 'iso-8859-8-i', 'big5'])
    expect(values).toContain(encoding)
  expect(choices.find(({ value }) => value === 'euc-kr')?.label).toBe('EUC-KR, Korean')
  expect(encodingName('ISO-8859-15')).toBe('ISO 8859-15')
})

test('each encoding says what it makes of the file, those that lose bytes last', () => {
  const telling = [Uint8Array.of(66, 114, 111, 110, 116, 0xeb), Uint8Array.of(0xd6, 108)]
  expect(previewWords(telling, 'windows-1252')).toBe('Brontë, Öl')
  expect(previewWords([], 'windows-1252')).toBe('')
  const choices = encodingChoices([{ ...dialect, encoding: 'windows-1252' }], telling)
  expect(choices[0]).toEqual({ value: 'windows-1252', label: 'Windows-1252, Western: Brontë, Öl' })
  const places = ['windows-1251', 'utf-8'].map((one) =>
    choices.findIndex(({ value }) => value === one),
  )
  expect(choices[places[0] ?? 0]?.label).toBe('Windows-1251, Cyrillic: Brontл, Цl')
  expect(choices[places[1] ?? 0]?.label).toContain('\uFFFD')
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('rows at the end are left out by their look, not at all, or by their number', () => {
  for (const { value } of lastLineChoices)
    expect(lastLinesValue({ ...dialect, ...lastLinesOf(value) })).toBe(value)
})

test('each way of quoting that can be chosen is the one that shows then', () => {
  for (const value of ['double', 'line', 'escaped', 'single', 'single-escaped', 'backtick', 'none'])
    expect(quotesValue({ ...dialect, ...quotesOf(value) })).toBe(value)
  expect(quotesName({ ...dialect, quote: '´' })).toBe('´…´')
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
