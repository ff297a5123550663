import { expect, test } from 'vitest'
import type { KeyRule } from '../../src/core/source/key-rule.ts'
import { callRoll } from '../../src/core/source/roll-call.ts'
import { numberRows } from '../../workers/import/roster.ts'
import { aPlan } from '../support/import-data.ts'
import { value } from './support/workspace.ts'

/** Accounts of rows with these keys, in a workspace that has had those. */
function numbered(rows: readonly string[], had: readonly string[], rule: KeyRule = 'exact') {
  const keyAt = (row: number) => rows[row] as string
  const table = { rows: rows.length, keyAt, lineAt: (row: number) => row + 2, header: 'id' }
  const plan = aPlan({ key: { by: 'column', index: 0, rule } })
  const { accounts, known, added } = numberRows(value(callRoll(table, rule)), had, plan)
  return { accounts: [...accounts], known, added }
}

test('the first file numbers its accounts in the order of its rows', () => {
  expect(numbered(['b', 'a', 'c'], [])).toEqual({
    accounts: [0, 1, 2],
    known: 0,
    added: ['b', 'a', 'c'],
  })
})

test('an account keeps its number wherever it stands in a later file', () => {
  expect(numbered(['a', 'c', 'new', 'b'], ['a', 'b', 'c'])).toEqual({
    accounts: [0, 2, 3, 1],
    known: 3,
    added: ['new'],
  })
})

test('keys that a rule makes one are one account', () => {
  expect(numbered(['ACME', 'nord'], ['acme', 'lumen', 'Nord'], 'trim-case')).toEqual({
    accounts: [0, 2],
    known: 3,
    added: [],
  })
})
