import { expect, test } from 'vitest'
import { toDeliveryId } from '../../../src/core/brand.ts'
import { manifestsOf } from '../../../src/core/history/manifest.ts'
import { monthlyBeyondAYear } from '../../../src/core/history/thinning.ts'
import { parseIsoDay } from '../../../src/core/table/day.ts'

/** Deliveries of `source day`, in the order they came. */
function thinned(...all: readonly string[]) {
  const deliveries = all.map((text, i) => {
    const [source = '', iso = ''] = text.split(' ')
    return { id: toDeliveryId(i + 1), source, day: parseIsoDay(iso)!, columns: [] }
  })
  const { days, deliveries: gone } = monthlyBeyondAYear(manifestsOf(deliveries), deliveries)
  return [days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)), [...gone]]
}

test('beyond a year the last snapshot of each month stays, within it all do', () => {
  expect(
    thinned(
      'crm 2025-01-07',
      'crm 2025-01-14',
      'crm 2025-02-03',
      'crm 2026-03-01',
      'crm 2026-03-08',
    ),
  ).toEqual([['2025-01-07'], [1]])
})

test('corrected deliveries of a day go with it', () => {
  expect(thinned('crm 2025-01-07', 'crm 2025-01-07', 'crm 2025-01-14', 'crm 2026-06-01')).toEqual([
    ['2025-01-07'],
    [1, 2],
  ])
})

test('a day stays where a snapshot that stays sees something of it', () => {
  expect(
    thinned('crm 2025-01-07', 'survey 2025-01-07', 'crm 2025-01-14', 'crm 2026-06-01'),
  ).toEqual([[], []])
})

test('without snapshots nothing goes', () => {
  expect(thinned()).toEqual([[], []])
})
