import { expect, test } from 'vitest'
import type { Vocabulary } from '../../../src/core/formula/vocabulary.ts'
import type { PathLine, Standing } from '../../../workers/protocol/outlook.ts'
import { pathNote, pathsSentence, pathWords, standingWords } from '../../../src/ui/words/outlook.ts'
import { vocabularyOf } from '../../../src/ui/words/formula.ts'
import { configuration } from '../../support/portfolio.ts'

const column = (id: string, label: string) => ({ id, label, type: 'number' as const })
const vocabulary: Vocabulary = vocabularyOf(configuration, [
  column('active_users', 'Active users'),
  column('open_tickets', 'Open tickets'),
  column('overdue_invoices', 'Overdue invoices'),
  column('csat', 'CSAT'),
])

const path = (input: string, now: number, to: number | string, name = input): PathLine => ({
  factor: input,
  name,
  input,
  now: { type: 'number', value: now },
  score: 10,
  needed: 20,
  to,
  beyond: null,
  isEstimate: false,
  isWhole: false,
  above: null,
})
const words = (line: PathLine, isShare = false) => pathWords(line, vocabulary, isShare)

test('what is counted is told by how many more or fewer, rounded so that it suffices', () => {
  expect(words(path('active_users', 10, 11.2))).toBe('2 more active users')
  expect(words(path('open_tickets', 3, 2))).toBe('Close 1 ticket')
  expect(words(path('overdue_invoices', 3, 0.5))).toBe('Settle 3 invoices')
})

test('what is measured is told by where it is and where it has to be', () => {
  expect(words(path('csat', 3.1, 3.9999, 'CSAT'))).toBe('CSAT from 3.1 to 4')
  expect(words(path('active_users / seats', 0.3, 0.42, 'Seats in use'), true)).toBe(
    'Seats in use from 30\u202f% to 42\u202f%',
  )
  const plan = { ...path('plan', 1, 'Pro', 'Plan'), now: { type: 'text', value: 'Basic' } } as const
  expect(words(plan)).toBe('Plan from “Basic” to “Pro”')
  const champion = { ...path('champion', 0, 'true', 'Champion') }
  expect(words({ ...champion, now: { type: 'boolean', value: false } })).toBe(
    'Champion from no to yes',
  )
})

test('two ways are one sentence', () => {
  expect(pathsSentence(['2 more active users', 'Close 1 ticket'])).toBe(
    '2 more active users, or close 1 ticket',
  )
})

test('whole numbers become the next one that suffices', () => {
  const nps = { ...path('csat', 3, 5.93, 'NPS answer'), isWhole: true }
  expect(words(nps)).toBe('NPS answer from 3 to 6')
  expect(words({ ...nps, to: 5, beyond: 'above' })).toBe('NPS answer from 3 to 6')
  expect(words({ ...nps, now: { type: 'number', value: 9 }, to: 5.93 })).toBe(
    'NPS answer from 9 to 5',
  )
})

test('of a ratio what is counted is told, and the ratio below it', () => {
  const ratio: PathLine = {
    ...path('active_users / seats', 0.34, 0.57, 'Seats in use'),
    above: { column: 'active_users', now: 335, to: 568.86 },
  }
  expect(words(ratio, true)).toBe('234 more active users')
  expect(pathNote(ratio, vocabulary, true)).toBe(
    'Seats in use from 34\u202f% to 57\u202f%: score 10.0 to 20.0',
  )
  const spent: PathLine = { ...ratio, above: { column: 'csat', now: 3, to: 5 } }
  expect(words(spent, true)).toBe('Seats in use from 34\u202f% to 57\u202f%')
  expect(
    pathNote(
      { ...path('open_tickets', 3, 2, 'Open tickets'), isEstimate: true },
      vocabulary,
      false,
    ),
  ).toBe('Open tickets: score 10.0 to 20.0, if the others stay where they are')
})

test('a standing says the place, the segment and its average', () => {
  const by = { subject: 'plan', type: 'text', cut: null, isWhole: false } as const
  const standing = { by, place: 2, of: 39, average: 61.43 } as const
  const said = (segment: Standing['segment'], split: Standing['by'] = by) =>
    standingWords({ ...standing, by: split, segment }, vocabulary)
  expect(said({ kind: 'value', value: 'Pro' })).toBe(
    'Ranks 2 of 39 in Pro, where the average is 61.4',
  )
  expect(said({ kind: 'missing' })).toBe('Ranks 2 of 39 in no value, where the average is 61.4')
  const seats = { ...by, subject: 'seats', type: 'number', isWhole: true } as const
  expect(said({ kind: 'range', least: 100, below: 500 }, seats)).toBe(
    'Ranks 2 of 39 in seats 100–499, where the average is 61.4',
  )
})
