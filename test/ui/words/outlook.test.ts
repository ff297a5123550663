import { expect, test } from 'vitest'
import type { Vocabulary } from '../../../src/core/formula/vocabulary.ts'
import type { PathLine } from '../../../workers/protocol/outlook.ts'
import { pathsSentence, pathWords, standingWords } from '../../../src/ui/words/outlook.ts'
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
  expect(words(path('plan', 1, 'Pro', 'Plan'))).toBe('Plan from 1 to “Pro”')
})

test('two ways are one sentence', () => {
  expect(pathsSentence(['2 more active users', 'Close 1 ticket'])).toBe(
    '2 more active users, or close 1 ticket',
  )
})

test('a standing says the place, the segment and its average', () => {
  expect(standingWords({ column: 'plan', segment: 'Pro', place: 2, of: 39, average: 61.43 })).toBe(
    '2 of 39 in Pro, whose average is 61.4',
  )
})
