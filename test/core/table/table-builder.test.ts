import { expect, test } from 'vitest'
import { TableBuilder, type TableColumnPlan } from '../../../src/core/table/table-builder.ts'
import { textsOf } from '../../../src/core/table/texts.ts'

const plan = (...headers: string[]): TableColumnPlan[] =>
  headers.map((header, index) => ({
    index,
    header,
    ignore: false,
    type: null,
    format: {},
    missing: null,
  }))

function build(columns: readonly TableColumnPlan[], ...rows: string[][]) {
  const builder = new TableBuilder(columns, columns.length)
  rows.forEach((cells, i) => builder.row(cells, i + 2))
  return builder.finish()
}

test('a short row is taken, its last cells missing, and reported', () => {
  const table = build(plan('id', 'arr'), ['a', '1'], ['b'])
  expect(table.columns[1]?.column).toEqual({ type: 'number', values: Float64Array.of(1, NaN) })
  expect(table.problems).toEqual([{ code: 'short-row', line: 3, found: 1, expected: 2 }])
  expect([table.rows, table.rejected]).toEqual([2, 0])
})

test('empty cells behind the last column are no matter', () => {
  const table = build(plan('id', 'arr'), ['a', '1', '', ' '])
  expect([table.rows, table.rejected, table.problemCount]).toEqual([1, 0, 0])
})

test('a row with more cells than columns is rejected with its text', () => {
  const table = build(plan('id', 'arr'), ['a', '1'], ['b', '2', 'c'], ['d', '3'])
  expect(table).toMatchObject({
    rows: 2,
    rejected: 1,
    lines: Uint32Array.of(2, 4),
    problems: [{ code: 'extra-cells', line: 3, found: 3, expected: 2, text: 'b | 2 | c' }],
  })
})

test('a cell that is not of its column is reported with line and header', () => {
  const [id, arr] = plan('id', 'arr') as [TableColumnPlan, TableColumnPlan]
  const table = build([id, { ...arr, type: 'number' }], ['a', '1'], ['b', 'lots'])
  expect(table.problems).toEqual([
    { code: 'unreadable-cell', line: 3, column: 'arr', type: 'number', text: 'lots' },
  ])
})

test('an ignored column is not kept', () => {
  const [id, secret] = plan('id', 'secret') as [TableColumnPlan, TableColumnPlan]
  const table = build([id, { ...secret, ignore: true }], ['a', 'x'])
  expect(table.columns.map((column) => column?.type ?? null)).toEqual(['text', null])
})

test('columns named like properties of objects are columns like others', () => {
  const table = build(plan('__proto__', 'constructor', '', ''), ['a', 'b', 'c', 'd'])
  expect(table.columns.map((column) => column && textsOf(column.column))).toEqual([
    ['a'],
    ['b'],
    ['c'],
    ['d'],
  ])
  expect({}).not.toHaveProperty('a')
})

test('no rows give columns without a type', () => {
  const table = build(plan('id', 'arr'))
  expect(table.columns.map((column) => column?.type)).toEqual([null, null])
})
