import { expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { changedRows, changeLineWords, changeTakeaway } from '../../../src/ui/words/change.ts'
import type { ChangeDetail } from '../../../workers/protocol/change.ts'

const change: ChangeDetail = {
  since: toDay(20_000),
  before: 52.4,
  after: 39,
  rows: [
    {
      kind: 'factor',
      points: 3.1,
      name: 'Logins',
      before: { type: 'number', value: 180 },
      after: { type: 'missing' },
      split: { own: 4, cohort: -0.9 },
    },
    { kind: 'missing', points: 0, gone: ['NPS'], arrived: ['CSAT'] },
    { kind: 'exceptions', points: -16.5, before: [], after: ['two overdue invoices'] },
  ],
  unsplit: null,
}

test('the takeaway says the change and what most of it is', () => {
  expect(changeTakeaway(change)).toBe(
    'Down 13.4 since Oct 4, 2024. Most of it is Exceptions (−16.5).',
  )
})

test('without a split the takeaway says why', () => {
  const absent = { ...change, before: null, rows: [], unsplit: 'absent' } as const
  expect(changeTakeaway(absent)).toBe('It was not among the accounts on Oct 4, 2024.')
})

test('a factor that is ranked anew says what the account did, and what the others did', () => {
  expect(changedRows(change).map((line) => changeLineWords(line, new Set()))[0]).toEqual({
    title: 'Logins',
    note: 'own move +4.0, the others −0.9',
    from: '180',
    to: '–',
  })
})

test('a row that moved nothing is not shown', () => {
  expect(changedRows(change).map(({ kind }) => kind)).toEqual(['factor', 'exceptions'])
})
