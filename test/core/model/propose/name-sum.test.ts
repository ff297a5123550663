import { expect, test } from 'vitest'
import { nameSum, sumId, withSpan } from '../../../../src/core/model/propose/name-sum.ts'
import { usualLabel } from '../../../../src/core/source/event-plan.ts'

test.each([
  ['count', 90, 'tickets', 'Tickets in 90 days', 'tickets_90d'],
  ['count', null, 'support tickets', 'Support tickets', 'support_tickets'],
  ['sum', 30, 'usage_count', 'Usage count in 30 days', 'usage_count_30d'],
  ['mean', 180, 'csat', 'CSAT, mean of 180 days', 'csat_180d'],
  ['max', null, 'created_at', 'Greatest created at', 'greatest_created_at'],
  ['distinct', 7, 'user', 'Different user in 7 days', 'different_user_7d'],
] as const)('%s over %s days of %s', (aggregate, windowDays, of, name, id) => {
  expect(nameSum({ aggregate, windowDays }, of)).toBe(name)
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
