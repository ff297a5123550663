import type { Day } from '../../../core/brand.ts'
import { formatMonthName, formatShortDay, formatYear } from '../format.ts'
import type { AxisLabel } from './chart-data.ts'

/** More than these are not all named. */
const FEW = 24
const THREE_YEARS = 3 * 365

/**
 * Days along an axis: by their months where every month has one at most, the year below the first and wherever it changes. Of a
 * long history the first of each quarter alone, of many years the first of each year.
 */
export function dayLabels(days: readonly Day[]): readonly AxisLabel[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || days.length <= FEW) return shortLabels(days)
  return last - first > THREE_YEARS ? yearLabels(days) : quarterLabels(days)
}

function shortLabels(days: readonly Day[]): readonly AxisLabel[] {
  const months = days.map((day) => `${formatYear(day)} ${formatMonthName(day)}`)
  const write = new Set(months).size === days.length ? formatMonthName : formatShortDay
  return days.map((day, place) =>
    isNew(days, place, formatYear) ? [write(day), formatYear(day)] : write(day),
  )
}

/** An empty label leaves its place free. The first year begins where it may: its label would touch the next one. */
const yearLabels = (days: readonly Day[]): readonly AxisLabel[] =>
  days.map((day, place) => (place > 0 && isNew(days, place, formatYear) ? formatYear(day) : ''))

const quarterLabels = (days: readonly Day[]): readonly AxisLabel[] =>
  days.map((day, place) => {
    if (place === 0 || !isNew(days, place, quarterOf)) return ''
    return isNew(days, place, formatYear)
      ? [formatMonthName(day), formatYear(day)]
      : formatMonthName(day)
  })

function quarterOf(day: Day): string {
  const date = new Date(day * 86_400_000)
  return `${date.getUTCFullYear()} ${Math.floor(date.getUTCMonth() / 3)}`
}

/** Whether a day is the first of its month, quarter or year among them. */
const isNew = (days: readonly Day[], place: number, unitOf: (day: Day) => string): boolean =>
  place === 0 || unitOf(days[place - 1] as Day) !== unitOf(days[place] as Day)
