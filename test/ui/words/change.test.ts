import { expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { changedRows, changeLineWords, changeTakeaway } from '../../../src/ui/words/change.ts'
import type { ChangeDetail } from '../../../workers/protocol/change.ts'

const twoOverdue = { reason: 'Two overdue invoices', effect: 'cap', amount: 39 } as const

const change: ChangeDetail = {
  since: toDay(20_000),
  before: 52.4,
  after: 39,
  versions: { before: 4, after: 4 },
  rows: [
    {
      kind: 'factor',
      points: 3.1,
      name: 'Logins',
      before: { type: 'number', value: 180 },
      after: { type: 'missing' },
      scores: {
        before: { score: 60, origin: 'data' },
        after: { score: 71.2, origin: 'filled' },
      },
      split: { own: 4, cohort: -0.9 },
    },
    {
      kind: 'missing',
      points: 0,
      gone: ['NPS'],
      arrived: ['CSAT'],
      gonePoints: -1,
      arrivedPoints: 1,
    },
    { kind: 'exceptions', points: -16.5, before: [], after: [twoOverdue] },
  ],
  unsplit: null,
}

const none = new Set<string>()

test('the takeaway says the change, and what it is made of, the most first', () => {
  expect(changeTakeaway(change, none)).toBe(
    'Down 13.4 since Oct 4, 2024: two overdue invoices (capped at 39, −16.5), Logins 180 → no data (+3.1).',
  )
  const fell: ChangeDetail['rows'][number] = {
    kind: 'factor',
    points: -9,
    name: 'Logins',
    before: { type: 'number', value: 180 },
    after: { type: 'number', value: 104.4 },
    scores: { before: { score: 60, origin: 'data' }, after: { score: 40, origin: 'data' } },
    split: null,
  }
  expect(changeTakeaway({ ...change, after: 43.4, rows: [fell] }, none)).toBe(
    'Down 9.0 since Oct 4, 2024: Logins −42\u202f% (−9.0).',
  )
})

test('beyond three things the takeaway says how many more there are, and what they come to', () => {
  const rows = [1, -2, 3, -4, 5].map((points) => ({ kind: 'model', points }) as const)
  expect(changeTakeaway({ ...change, after: 55.4, rows }, none)).toBe(
    'Up 3.0 since Oct 4, 2024: another model (+5.0), another model (−4.0), another model (+3.0), 2 more (−1.0).',
  )
})

test('what no longer holds is said, and that nothing has changed', () => {
  const cleared = { kind: 'exceptions', points: 6, before: [twoOverdue], after: [] } as const
  expect(changeTakeaway({ ...change, after: 58.4, rows: [cleared] }, none)).toBe(
    'Up 6.0 since Oct 4, 2024: no longer: two overdue invoices (+6.0).',
  )
  expect(changeTakeaway({ ...change, after: 52.4, rows: [] }, none)).toBe(
    'Nothing has changed since Oct 4, 2024.',
  )
})

test('without a split the takeaway says why', () => {
  const absent = { ...change, before: null, rows: [], unsplit: 'absent' } as const
  expect(changeTakeaway(absent, none)).toBe('It was not among the accounts on Oct 4, 2024.')
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
