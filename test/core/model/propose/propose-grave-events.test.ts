import { expect, test } from 'vitest'
import { proposeConfiguration } from '../../../../src/core/model/propose/propose.ts'
import { foundTable } from '../found.ts'
import { eventsProposed as proposed } from './events-proposed.ts'

const known = { key: 'organization', id: 'id', source: 'zendesk tickets', taken: [] }

test('Zendesk’s view of tickets: how many urgent ones are open, and how many were rated as bad of late', () => {
  const text = `Id|Requester|Organization|Status|Priority|Ticket type|Created at|Solved at|Satisfaction Score
    1|Jo|Acme|Open|Urgent|Question|2026-01-02||Unoffered
    2|Al|Acme|Solved|Low|Problem|2026-01-03|2026-01-04|Bad
    3|Al|Acme|Solved|High|Problem|2026-01-03|2026-01-04|Good`
  const open = 'is_missing(solved_at) or days_until(solved_at) > 0'
  expect(proposed(text, known).sums).toEqual([
    'tickets_90d: count 90',
    `open_tickets: count ${open}`,
    `open_urgent_tickets: count priority in ['Urgent'] and (${open})`,
    "bad_ratings_90d: count 90 satisfaction_score in ['Bad']",
  ])
})

test('bad ratings of Zendesk’s API, with a comment or without', () => {
  const text = `id|organization|status|created_at|satisfaction_rating
    1|o1|open|2026-01-02|offered
    2|o1|solved|2026-01-03|bad_with_comment
    3|o1|solved|2026-01-03|bad
    4|o1|solved|2026-01-03|good`
  expect(proposed(text, known).sums).toEqual([
    'tickets_90d: count 90',
    "open_tickets: count status not in ['solved']",
    "bad_ratings_90d: count 90 satisfaction_rating in ['bad_with_comment', 'bad']",
  ])
})

test('where no urgent ticket is seen open, those of late are counted', () => {
  const text = `id|organization|priority|status|created_at
    1|o1|urgent|solved|2026-01-02
    2|o1|low|open|2026-01-03`
  expect(proposed(text, known).sums).toEqual([
    'tickets_90d: count 90',
    "open_tickets: count status not in ['solved']",
    "urgent_tickets_90d: count 90 priority in ['urgent']",
  ])
})

test('a tool that knows no urgent tickets has high ones, and they are called so', () => {
  const text = `Case Number|Account ID|Opened Date|Priority
    1|a|2026-01-02|High
    2|a|2026-01-03|Medium`
  const salesforce = { key: 'account_id', id: 'case_number', taken: [] }
  expect(proposed(text, salesforce).sums).toEqual([
    'cases_90d: count 90',
    "high_priority_cases_90d: count 90 priority in ['High']",
  ])
})

test.each([
  ['P1', 'P1', 'P3'],
  ['1 - Critical', '1 - Critical', '3 - Moderate'],
  ['Sev 1', 'Sev 1', 'Sev 3'],
  ['Dringend', 'Dringend', 'Normal'],
])('%s is an urgent level', (_, urgent, other) => {
  const text = `id|organization|created_at|priority
    1|o1|2026-01-02|${urgent}
    2|o1|2026-01-03|${other}`
  expect(proposed(text, known).sums).toEqual([
    'tickets_90d: count 90',
    `urgent_tickets_90d: count 90 priority in ['${urgent}']`,
  ])
})

test('priorities that are all alike, of rows that nobody asks help with, or as numbers tell nothing', () => {
  const alike = `id|organization|created_at|priority
    1|o1|2026-01-02|urgent
    2|o1|2026-01-03|urgent`
  expect(proposed(alike, known).sums).toEqual(['tickets_90d: count 90'])
  const numbers = `id|organization|created_at|priority
    1|o1|2026-01-02|1
    2|o1|2026-01-03|4`
  expect(proposed(numbers, known).sums).toEqual(['tickets_90d: count 90'])
  const tasks = `task_id|organization|created_at|priority
    1|o1|2026-01-02|urgent
    2|o1|2026-01-03|low`
  expect(proposed(tasks, { key: 'organization', id: 'task_id', taken: [] }).sums).toEqual([
    'tasks_90d: count 90',
  ])
})

test('fewer urgent tickets and fewer bad ratings are proposed to be better', () => {
  const { configuration } = proposeConfiguration(
    foundTable(
      ['id', 'Open urgent tickets', 'Bad ratings in 90 days', 'High-priority cases in 90 days'],
      Array.from({ length: 40 }, (_, row) => [
        `a${row}`,
        String(row % 3),
        String((row * 7) % 5),
        String((row * 3) % 4),
      ]),
    ),
  )
  const factors = configuration?.models[0]?.groups.flatMap(({ id, factors }) =>
    factors.map(({ input, scale }) => ({ id, input, scale })),
  )
  expect(factors).toEqual([
    { id: 'satisfaction', input: 'bad_ratings_in_90_days', scale: fewer(4) },
    { id: 'support', input: 'open_urgent_tickets', scale: fewer(2) },
    { id: 'support', input: 'high_priority_cases_in_90_days', scale: fewer(3) },
  ])
})

const fewer = (from: number) => ({ type: 'linear', from, to: 0 })
