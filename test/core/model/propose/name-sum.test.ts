import { expect, test } from 'vitest'
import { nameSum, sumId, withSpan } from '../../../../src/core/model/propose/name-sum.ts'
import { usualLabel } from '../../../../src/core/source/event-plan.ts'

test.each([
  [{ aggregate: 'count', windowDays: 90 }, 'tickets', 'Tickets in 90 days', 'tickets_90d'],
  [{ aggregate: 'count', windowDays: null }, 'case notes', 'Case notes', 'case_notes'],
  [{ aggregate: 'sum', windowDays: 30 }, 'use_count', 'Use count in 30 days', 'use_count_30d'],
  [{ aggregate: 'mean', windowDays: 180 }, 'csat', 'CSAT, mean of 180 days', 'csat_180d'],
  [{ aggregate: 'max', windowDays: null }, 'created', 'Greatest created', 'greatest_created'],
  [
    { aggregate: 'distinct', windowDays: 7 },
    'user',
    'Different user in 7 days',
    'different_user_7d',
  ],
] as const)('%o of %s', (made, of, name, id) => {
  expect(nameSum(made, of)).toBe(name)
  expect(sumId(name)).toBe(id)
})

test('other days change what the name says of them, and nothing else of it', () => {
  const count = { aggregate: 'count' } as const
  expect(withSpan('Tickets in 90 days', { ...count, windowDays: 30 })).toBe('Tickets in 30 days')
  expect(withSpan('Tickets in 90 days', { ...count, windowDays: null })).toBe('Tickets')
  expect(withSpan('Open', { aggregate: 'mean', windowDays: 7 })).toBe('Open, mean of 7 days')
})

test('a sum that has no name of its own is called by its id', () => {
  expect(usualLabel('tickets_90d')).toBe('Tickets in 90 days')
  expect(usualLabel('open_tickets')).toBe('Open tickets')
})
