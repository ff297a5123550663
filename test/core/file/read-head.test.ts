import { expect, test } from 'vitest'
import type { Dialect } from '../../../src/core/file/dialect.ts'
import { readHead } from '../../../src/core/file/read-head.ts'

const dialect: Dialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  headerLine: 1,
  skippedLines: 0,
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const headOf = (text: string, changed: Partial<Dialect> = {}) =>
  readHead(utf8(text), utf8(text).length, { ...dialect, ...changed })

test('the head gives the names and the first rows', () => {
  expect(headOf('id, name \r\n1,"Acme, ""the"" Co"\r\n\r\n2,Zoë')).toEqual({
    headers: ['id', 'name'],
    sample: [
      ['1', 'Acme, "the" Co'],
      ['2', 'Zoë'],
    ],
    rowsEstimate: 2,
  })
})

test('columns without names are numbered', () => {
  expect(headOf('1,a\n2,b\n', { headerLine: null })?.headers).toEqual(['column_1', 'column_2'])
})

test('lines before the table are left out, quotes in them or not', () => {
  const head = headOf('The "best\naccounts\nid,name\n1,a\n', { headerLine: 3, skippedLines: 2 })
  expect(head.headers).toEqual(['id', 'name'])
})

test('a row that the end of the head cuts is left out, and the whole file estimated', () => {
  const head = readHead(utf8('id,name\n1,a\n2,b\n3,c'), 190, dialect)
  expect([head.sample.length, head.rowsEstimate]).toEqual([2, 20])
})

test('names like properties of objects, empty, repeated and very long ones are all kept', () => {
  const names = ['__proto__', 'constructor', '', 'a', 'a', 'x'.repeat(10_000)]
  expect(headOf(`${names.join(',')}\n1,2,3,4,5,6\n`)?.headers).toEqual(names)
})

test('bytes that are no characters show as such', () => {
  expect(readHead(Uint8Array.of(0x41, 0xff, 0x0a), 3, dialect).headers).toEqual(['A\ufffd'])
})

test('columns beyond the names have none', () => {
  expect(headOf('id,name\n1,a,x\n2,b,y\n').headers).toEqual(['id', 'name', ''])
})

test('names in several rows are read as one', () => {
  const head = headOf(',Usage,\nid,Logins,Seats\n1,5,6\n', { headerRows: 2 })
  expect([head.headers, head.sample]).toEqual([
    ['id', 'Usage Logins', 'Usage Seats'],
    [['1', '5', '6']],
  ])
})

test('nothing has no columns', () => {
  expect(headOf('')).toEqual({ headers: [], sample: [], rowsEstimate: 0 })
})
