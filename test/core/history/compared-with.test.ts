import { expect, test } from 'vitest'
import { comparedWith, type Comparison } from '../../../src/core/history/compared-with.ts'
import { parseIsoDay } from '../../../src/core/table/day.ts'

const day = (iso: string) => parseIsoDay(iso)!
const days = ['2025-11-02', '2026-01-01', '2026-03-31', '2026-04-28', '2026-04-29'].map(day)

/** What the newest snapshot is compared with. */
function chosen(comparison: Comparison, at = days.length - 1): string | null {
  const place = comparedWith(days, at, comparison)
  return place < 0 ? null : new Date(days[place]! * 86_400_000).toISOString().slice(0, 10)
}

test('without a choice a snapshot is compared with the one before', () => {
  expect(chosen({ with: 'last' })).toBe('2026-04-28')
  expect(chosen({ with: 'last' }, 0)).toBeNull()
})

test('a stretch of days is the newest snapshot at least so old, exactly so old counts', () => {
  expect(chosen({ with: 'days', days: 1 })).toBe('2026-04-28')
  expect(chosen({ with: 'days', days: 29 })).toBe('2026-03-31')
  expect(chosen({ with: 'days', days: 30 })).toBe('2026-01-01')
  expect(chosen({ with: 'days', days: 365 })).toBeNull()
})

test('the start of the quarter is what was known on its first day', () => {
  expect(chosen({ with: 'quarter' })).toBe('2026-03-31')
  expect(chosen({ with: 'quarter' }, 2)).toBe('2026-01-01')
  // On the first day itself it is the snapshot before.
  expect(chosen({ with: 'quarter' }, 1)).toBe('2025-11-02')
})

test('any date is the newest snapshot until then, and never the one that is looked at', () => {
  expect(chosen({ with: 'day', day: day('2026-02-14') })).toBe('2026-01-01')
  expect(chosen({ with: 'day', day: day('2030-01-01') })).toBe('2026-04-28')
  expect(chosen({ with: 'day', day: day('2020-01-01') })).toBeNull()
  expect(comparedWith([], 0, { with: 'quarter' })).toBe(-1)
})
