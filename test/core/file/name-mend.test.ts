import { expect, test } from 'vitest'
import { detectDialect } from '../../../src/core/file/detect-dialect.ts'
import type { Dialect } from '../../../src/core/file/dialect.ts'
import { readHead } from '../../../src/core/file/read-head.ts'

/** The names and the first row of a file, as they are read without a hint. */
function firstRows(text: string, chosen: Partial<Dialect> = {}) {
  const bytes = new TextEncoder().encode(text)
  const detected = detectDialect(bytes, true, chosen)
  if (!detected.ok) throw new Error(JSON.stringify(detected.problems))
  const { headers, sample } = readHead(bytes, bytes.length, detected.value.dialect)
  return [headers, sample[0]]
}

test.each([
  ['semicolons', 'id;name;mrr\n1,Acme,20\n2,Beta,30\n3,Gamma,40\n'],
  ['tabs', 'id\tname\tmrr\n1,Acme,20\n2,Beta,30\n3,Gamma,40\n'],
  ['spaces', 'id name mrr\n1,Acme,20\n2,Beta,30\n3,Gamma,40\n'],
  ['quoted ones', '"id";"name";"mrr"\n1,Acme,20\n2,Beta,30\n3,Gamma,40\n'],
])('names that %s part stand over rows that commas part', (_, text) => {
  expect(firstRows(text)).toEqual([
    ['id', 'name', 'mrr'],
    ['1', 'Acme', '20'],
  ])
})

test('names that commas part stand over rows with decimal commas', () => {
  expect(firstRows('id,name,mrr\n1;Acme;20,5\n2;Beta;30,1\n')).toEqual([
    ['id', 'name', 'mrr'],
    ['1', 'Acme', '20,5'],
  ])
})

test('a title with as many commas as the rows have cells is no row of names above the names', () => {
  const text = 'Accounts, by name, in May\nid;name;mrr\n1;Acme;20\n2;Beta;30\n'
  expect(firstRows(text)[0]).toEqual(['id', 'name', 'mrr'])
})

test('an empty name that no column has does not move the names behind it', () => {
  expect(firstRows('id,,name,mrr\n1,Acme,20\n2,Beta,30\n')).toEqual([
    ['id', 'name', 'mrr'],
    ['1', 'Acme', '20'],
  ])
})

test('an empty name over a column stays', () => {
  expect(firstRows('id,,mrr\n1,Acme,20\n2,Beta,30\n')[0]).toEqual(['id', '', 'mrr'])
})

test('the first column has no name where rows begin with names of their own, as R writes them', () => {
  expect(firstRows('"mpg","cyl","hp"\n"Mazda RX4",21,6,110\n"Datsun 710",22.8,4,93\n')).toEqual([
    ['', 'mpg', 'cyl', 'hp'],
    ['Mazda RX4', '21', '6', '110'],
  ])
})

test.each([
  ['below a name of keys', 'id,name,mrr\n1,Acme,20,x\n2,Beta,30,y\n', 'id'],
  ['where the last cell is always empty', 'mpg,cyl,hp\n21,6,110,\n22.8,4,93,\n', 'mpg'],
  ['where first cells repeat', 'mpg,cyl,hp\na,6,1,5\na,4,2,5\n', 'mpg'],
])('the last column has no name %s', (_, text, first) => {
  const [names] = firstRows(text)
  expect([names?.[0], names?.[3]]).toEqual([first, ''])
})
