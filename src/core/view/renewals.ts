import type { Day } from '../brand.ts'
import { NO_BAND } from '../score/sheet.ts'
import { MISSING_DAY } from '../table/column.ts'
import { dayOf, partsOf } from '../table/day.ts'
import type { ScoredRows } from './figures.ts'

export interface RenewalMonth {
  /** The first day of the month. */
  readonly month: Day
  /** Per band, the last entry those not scored. */
  readonly counts: readonly number[]
  readonly values: readonly number[]
}

/** What renews from the snapshot's day on, by month, at most `months` of them; a month in which nothing renews is left out. */
export function renewalsAhead(
  sheet: ScoredRows,
  renewals: Int32Array,
  values: Float64Array | null,
  from: { readonly day: Day; readonly months: number; readonly bands: number },
): RenewalMonth[] {
  const months = monthStarts(from.day, from.months + 1)
  const counts = months.map(() => new Array<number>(from.bands + 1).fill(0))
  const sums = months.map(() => new Array<number>(from.bands + 1).fill(0))
  const end = months[from.months] as number
  for (let row = 0; row < renewals.length; row++) {
    const renewal = renewals[row] as number
    if (
      sheet.included[row] !== 1 ||
      renewal === MISSING_DAY ||
      renewal < from.day ||
      renewal >= end
    )
      continue
    let month = 0
    while ((months[month + 1] as number) <= renewal) month++
    const band = sheet.bands[row] as number
    const place = band === NO_BAND ? from.bands : band
    const value = values?.[row] ?? NaN
    counts[month]![place]!++
    if (!Number.isNaN(value)) sums[month]![place]! += value
  }
  return months
    .slice(0, from.months)
    .map((month, i) => ({ month, counts: counts[i] as number[], values: sums[i] as number[] }))
    .filter((month) => month.counts.some((count) => count > 0))
}

function monthStarts(day: Day, count: number): Day[] {
  const { year, month } = partsOf(day)
  return Array.from({ length: count }, (_, i) => {
    const months = year * 12 + month - 1 + i
    return dayOf(Math.floor(months / 12), (months % 12) + 1, 1) ?? day
  })
}
