import { expect, test } from 'vitest'
import { columnViews, decidedColumns, sampleRows } from '../../src/state/import-columns.ts'
import { withRole, withType } from '../../src/state/import-choices.ts'
import { fromIncludeExpression } from '../../src/state/include-rule.ts'
import { customerColumns } from '../../src/state/customer-columns.ts'
import { anInspection, aPlan, aReview, SAMPLE, someRoles } from '../support/import-data.ts'

const guessed = { plan: aPlan(), roles: someRoles() }

test('the key stands first, the other columns keep the order of the file', () => {
  const chosen = withRole(guessed, 1, 'key')
  const views = columnViews(chosen, anInspection(), aReview())
  expect(views.slice(0, 3).map(({ header, role }) => [header, role])).toEqual([
    ['account_name', 'key'],
    ['account_id', 'kept'],
    ['arr', 'value'],
  ])
})

test('a column without a name is shown by its id', () => {
  const columns = aPlan().columns.map((column, place) =>
    place === 2 ? { ...column, header: '', id: 'column_3' } : column,
  )
  const views = columnViews({ ...guessed, plan: aPlan({ columns }) }, anInspection(), aReview())
  expect(views.map(({ header }) => header)).toContain('column_3')
})

test('what a person chose is no longer a guess', () => {
  const chosen = withRole(guessed, 4, 'segment')
  const plan = withType(chosen.plan, 3, 'text')
  const views = columnViews({ ...chosen, plan }, anInspection(), aReview())
  const found = (header: string) => views.find((view) => view.header === header)
  expect(found('owner')?.roleGuessed).toBe(false)
  expect(found('arr')?.roleGuessed).toBe(true)
  expect(found('renewal_date')).toMatchObject({ type: 'text', typeGuessed: false })
})

test('a role that only one column can have moves', () => {
  const chosen = withRole(guessed, 4, 'name')
  expect(chosen.roles).toMatchObject({ name: 'owner', owner: null })
})

test('a key that is given another role leaves rows to be counted', () => {
  expect(withRole(guessed, 0, 'owner').plan.key).toEqual({ by: 'row-number' })
})

test('the form of numbers and dates is what was chosen, else what the whole column decided', () => {
  const columns = aPlan().columns.map((column) =>
    column.index === 3
      ? { ...column, type: 'date' as const, format: { date: 'dmy' as const } }
      : column,
  )
  const review = aReview({ plan: aPlan({ columns }) })
  expect(decidedColumns(aPlan(), review)[3]).toMatchObject({
    type: 'date',
    format: { date: 'dmy' },
  })
  expect(decidedColumns(aPlan({ columns }), null)[3]?.format).toEqual({
    date: 'dmy',
  })
})

test('columns that are left out still show what they hold', () => {
  const read = SAMPLE.map((cells, row) => ({ line: row + 2, cells: cells.map(() => '') }))
  const rows = sampleRows(anInspection({ sample: [['', '', '', '', '', '', '', '+1 555']] }), {
    ...aReview({ sample: read }),
  })
  expect(rows[0]?.cells[7]).toBe('+1 555')
  expect(rows[0]?.cells[0]).toBe('')
})

test('the value that says who is a customer can be chosen, however rare, and before the file is read', () => {
  const rule = fromIncludeExpression("type == 'Reseller'")
  expect(customerColumns(null, rule, aPlan())).toEqual([
    { id: 'type', header: 'type', type: 'text', values: ['Reseller'] },
  ])
  const read = customerColumns(aReview(), rule, aPlan())
  expect(read.find(({ id }) => id === 'type')?.values).toEqual([
    'Customer',
    'Prospect',
    'Partner',
    'Reseller',
  ])
})
