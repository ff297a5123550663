import { expect, test } from 'vitest'

test('tests in the browser run far from UTC, so that code which reads the local clock shows', () => {
  expect(new Date(2026, 0, 1).toISOString()).toBe('2025-12-31T11:00:00.000Z')
  expect(navigator.language).toBe('en-US')
})
