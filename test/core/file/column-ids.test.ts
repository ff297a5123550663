import { expect, test } from 'vitest'
import { numberedHeaders, toColumnIds } from '../../../src/core/file/column-ids.ts'

test.each([
  ['Account ID', 'account_id'],
  ['  ARR ($) ', 'arr'],
  ['Call  Failure', 'call_failure'],
  ['2024 revenue', '_2024_revenue'],
  ['Été', 't'],
  ['客户', 'column_1'],
  ['', 'column_1'],
  ['Score', 'score_'],
  ['NOT', 'not_'],
  ['__proto__', 'proto'],
  ['custom.field[0]', 'custom_field_0'],
])('the column %j is called %s', (header, id) => {
  expect(toColumnIds([header])).toEqual([id])
})

test('repeated headers are numbered until they are unique', () => {
  expect(toColumnIds(['a', 'A', 'a_2', 'a', '', 'Score', 'score'])).toEqual([
    'a',
    'a_2',
    'a_2_2',
    'a_3',
    'column_5',
    'score_',
    'score__2',
  ])
})

test('headers named like properties of objects give ids like others', () => {
  const headers = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  expect(toColumnIds(headers)).toEqual(['proto', 'constructor', 'tostring', 'hasownproperty'])
})

test('a header of 10,000 characters keeps them', () => {
  expect(toColumnIds(['x'.repeat(10_000)])[0]).toHaveLength(10_000)
})

test('no headers give no ids', () => {
  expect(toColumnIds([])).toEqual([])
})

test('columns without a header row are numbered from one', () => {
  expect(numberedHeaders(3)).toEqual(['column_1', 'column_2', 'column_3'])
})
