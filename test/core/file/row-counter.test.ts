import { expect, test } from 'vitest'
import { RowCounter } from '../../../src/core/file/row-counter.ts'

const csv = { delimiter: ',', quote: '"', lineEnd: '\n' } as const

function count(text: string, size = text.length || 1, syntax: { delimiter: string } = csv) {
  const counter = new RowCounter({ ...csv, ...syntax }, 1)
  for (let at = 0; at < text.length; at += size) counter.push(text.slice(at, at + size))
  const open = counter.openLine
  counter.end()
  return { records: counter.records, open, swallowed: counter.swallowed }
}

test.each([
  ['nothing', '', 0],
  ['one row', 'a,b\n', 1],
  ['a last row without a line end', 'a,b\nc,d', 2],
  ['blank lines', 'a\n\nb\n', 3],
  ['CRLF', 'a,b\r\nc,d\r\n', 2],
  ['line breaks in quotes', 'a,"b\nc"\nd,"e\r\nf"\n', 2],
  ['doubled quotes', 'a,"b ""c""\n"\nd,""\n', 2],
  ['a quote in the middle of a cell', 'a,5" pipe\nb,c\n', 2],
  ['a closing quote as the last character', 'a,"b\nc"', 1],
])('%s', (_, text, records) => {
  for (const size of [1, 2, 3, 1000]) expect(count(text, size).records).toBe(records)
})

test('the border of chunks may cut a delimiter', () => {
  const text = 'a+|"b\nc"+|d\n'
  for (const size of [1, 2, 3]) expect(count(text, size, { delimiter: '+|' }).records).toBe(1)
})

test('a stray quote that swallows whole rows is told with its first line', () => {
  const text = 'id,name,arr\n1,"Acme,5\n2,Globex,6\n3,Initech,7\n4,"Hooli",8\n'
  for (const size of [1, 7, 1000])
    expect(count(text, size).swallowed).toEqual([{ line: 2, lines: 3 }])
})

test('quoted cells of one line, or two, swallow nothing', () => {
  expect(count('id,note,arr\n1,"a, b, c",2\n2,"d\ne, f, g",3\n').swallowed).toEqual([])
})

test('prose in a cell swallows nothing', () => {
  const text = 'id,note,arr\n1,"Dear all,\nwe met, talked,\nand left.\nBye",5\n'
  expect(count(text).swallowed).toEqual([])
})

test('a cell of a thousand lines is told', () => {
  expect(count(`id,note\n1,"${'\n'.repeat(1001)}"\n`).swallowed).toEqual([{ line: 2, lines: 1001 }])
})

test('a quote that is never closed is told with its line', () => {
  expect(count('a,b\nc,"d\ne,f\n').open).toBe(2)
})
