import type { Day } from '../brand.ts'
import { dayOf, partsOf } from '../table/day.ts'

/** What a person compares a snapshot with. */
export type Comparison =
  | { readonly with: 'last' }
  | { readonly with: 'days'; readonly days: number }
  | { readonly with: 'quarter' }
  | { readonly with: 'day'; readonly day: Day }

/**
 * The place of the snapshot that the one at `at` is compared with, among all `days`, ascending: the one before; the newest that is at
 * least so many days older; the newest dated at or before the first day of the quarter, or the chosen day, but before the one looked at.
 * -1 where there is none.
 */
export function comparedWith(days: readonly Day[], at: number, comparison: Comparison): number {
  const day = days[at]
  if (day === undefined) return -1
  if (comparison.with === 'last') return at - 1
  const latest = latestOf(day, comparison)
  return days.findLastIndex((one, place) => place < at && one <= latest)
}

function latestOf(day: Day, comparison: Exclude<Comparison, { with: 'last' }>): number {
  switch (comparison.with) {
    case 'days':
      return day - comparison.days
    case 'quarter': {
      const { year, month } = partsOf(day)
      return dayOf(year, month - ((month - 1) % 3), 1) ?? day
    }
    case 'day':
      return comparison.day
  }
}
