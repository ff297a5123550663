import { toDay, type Day } from '../brand.ts'
import { dayOf, partsOf } from '../table/day.ts'
import type { Segment } from './segment.ts'

export const PERIODS = ['month', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

const MONTHS: Readonly<Record<Period, number>> = { month: 1, quarter: 3, year: 12 }
const MOST_MONTHS = 18
const MOST_QUARTERS = 16

/** The finest periods in which all but the outermost hundredths of the days can still be overlooked. `sorted` ascends, no NaN. */
export function usualPeriod(sorted: Float64Array): Period {
  const [least, greatest] = trimmed(sorted)
  const months = monthOf(greatest) - monthOf(least) + 1
  if (months <= MOST_MONTHS) return 'month'
  return months <= MOST_QUARTERS * MONTHS.quarter ? 'quarter' : 'year'
}

/**
 * Periods of the calendar from the first to the last in which there are days, at most so many of the newest; what lies before or
 * after is one open range on each side. No days: none.
 */
export function periodsOf(sorted: Float64Array, period: Period, most: number): Segment[] {
  if (sorted.length === 0) return []
  const [least, greatest] = trimmed(sorted)
  const months = MONTHS[period]
  const last = Math.floor(monthOf(greatest) / months)
  const first = Math.max(Math.floor(monthOf(least) / months), last - most + 1)
  const starts = Array.from({ length: last - first + 2 }, (_, place) =>
    firstDayOf((first + place) * months),
  )
  const [begin, end] = [starts[0] as Day, starts.at(-1) as Day]
  const range = (from: number | null, below: number | null): Segment => ({
    kind: 'range',
    least: from,
    below,
  })
  return [
    ...((sorted[0] as number) < begin ? [range(null, begin)] : []),
    ...starts.slice(0, -1).map((start, place) => range(start, starts[place + 1] as Day)),
    ...((sorted.at(-1) as number) >= end ? [range(end, null)] : []),
  ]
}

function trimmed(sorted: Float64Array): [least: Day, greatest: Day] {
  const at = (share: number) => toDay(sorted[Math.round((sorted.length - 1) * share)] as number)
  return [at(0.01), at(0.99)]
}

/** Months since the year 0. */
function monthOf(day: Day): number {
  const { year, month } = partsOf(day)
  return year * 12 + month - 1
}

/** Past the year 9999 there is no day: then the end of that year stands. */
const firstDayOf = (months: number): Day =>
  dayOf(Math.floor(months / 12), (months % 12) + 1, 1) ?? (dayOf(9999, 12, 31) as Day)
