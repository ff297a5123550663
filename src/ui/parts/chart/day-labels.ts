import type { Day } from '../../../core/brand.ts'
import { formatMonthName, formatShortDay, formatYear } from '../format.ts'
import type { AxisLabel } from './chart-data.ts'

/** Days along an axis: by their months where every month has one at most, the year below the first and wherever it changes. */
export function dayLabels(days: readonly Day[]): readonly AxisLabel[] {
  const months = days.map((day) => `${formatYear(day)} ${formatMonthName(day)}`)
  const write = new Set(months).size === days.length ? formatMonthName : formatShortDay
  return days.map((day, place) => {
    const before = days[place - 1]
    const isNewYear = before === undefined || formatYear(before) !== formatYear(day)
    return isNewYear ? [write(day), formatYear(day)] : write(day)
  })
}
