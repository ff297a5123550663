import { expect, test } from 'vitest'
import { whereWords } from '../../../src/ui/words/events.ts'

const columns = [
  { id: 'status', label: 'Status' },
  { id: 'priority', label: 'Priority' },
  { id: 'solved_at', label: 'Solved at' },
  { id: 'escalated', label: 'Escalated' },
]

test.each([
  [null, ''],
  ['escalated', 'only where Escalated is yes'],
  ["status in ['bad']", "only where Status is 'bad'"],
  [
    "status in ['bad', 'bad with comment']",
    "only where Status is one of 'bad', 'bad with comment'",
  ],
  ["status not in ['solved']", "only where Status is not 'solved'"],
  ["status not in ['solved', 'closed']", "only where Status is none of 'solved', 'closed'"],
  [
    'is_missing(solved_at) or days_until(solved_at) > 0',
    'only where Solved at is empty or still ahead',
  ],
  [
    "priority in ['Urgent'] and (is_missing(solved_at) or days_until(solved_at) > 0)",
    "only where Priority is 'Urgent', and Solved at is empty or still ahead",
  ],
  [
    "priority in ['Urgent'] and (status not in ['solved', 'closed'])",
    "only where Priority is 'Urgent', and Status is none of 'solved', 'closed'",
  ],
  ["priority == 'x' and status == 'y'", "only where priority == 'x' and status == 'y'"],
])('which rows count is said in words: %s', (where, words) => {
  expect(whereWords({ where }, columns)).toBe(words)
})
