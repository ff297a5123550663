import { expect, test } from 'vitest'
import type { Day } from '../../../src/core/brand.ts'
import { dayInFileName } from '../../../src/core/source/suggest-day.ts'
import { parseIsoDay, toIsoDay } from '../../../src/core/table/day.ts'

const today = parseIsoDay('2026-02-10') as Day

test.each([
  ['2026-01-31.csv', '2026-01-31'],
  ['accounts_20260131_final.csv', '2026-01-31'],
  ['export 31.01.2026.csv', '2026-01-31'],
  ['accounts-2026-02.csv', '2026-02-28'],
  ['accounts jan 2024.csv', '2024-01-31'],
  ['february_2024.csv', '2024-02-29'],
  ['accounts_january.csv', '2026-01-31'],
  ['accounts_march.csv', '2025-03-31'],
  ['December.csv', '2025-12-31'],
  ['2026-02-30.csv', null],
  ['market_accounts.csv', null],
  ['decision-makers.csv', null],
  ['accounts.csv', null],
  ['build 120260131 7.csv', null],
])('%s speaks of %s', (name, day) => {
  const found = dayInFileName(name, today)
  expect(found === null ? null : toIsoDay(found)).toBe(day)
})
