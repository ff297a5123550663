import { expect, test } from 'vitest'

test('tests in Node run far from UTC, so that code which reads the local clock shows', () => {
  expect(new Date(2026, 0, 1).toISOString()).toBe('2025-12-31T11:00:00.000Z')
})
