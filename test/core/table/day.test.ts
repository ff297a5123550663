import { expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { parseIsoDay, toIsoDay } from '../../../src/core/table/day.ts'

test('days count from 1970-01-01', () => {
  expect(['1970-01-01', '1970-01-02', '1969-12-31', '2000-03-01'].map(parseIsoDay)).toEqual([
    0, 1, -1, 11017,
  ])
})

test('every day of the calendar is written as it was read, as the platform counts them', () => {
  for (let day = -719_162; day <= 2_932_896; day += 97) {
    const text = toIsoDay(toDay(day))
    expect(parseIsoDay(text)).toBe(day)
    expect(text).toBe(new Date(day * 86_400_000).toISOString().slice(-24, -14))
  }
})

test.each([
  '2026-02-30',
  '2025-02-29',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '0000-01-01',
  '2026-1-2',
  '26-01-02',
  '2026-01-02x',
  '',
])('%j is no day', (text) => {
  expect(parseIsoDay(text)).toBeNull()
})

test.each([
  '2024-02-29T23:59:59Z',
  '2024-02-29 00:00:00.000',
  '2024-02-29T23:59:59.123+05:30',
  '2024-02-29 2:05 PM',
  '2024-02-29 14:05',
])('a time behind a day is ignored: %s', (text) => {
  expect(parseIsoDay(text)).toBe(parseIsoDay('2024-02-29'))
})
