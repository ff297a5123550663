import { toDay, type Day } from '../core/brand.ts'
import { dayOf, partsOf } from '../core/table/day.ts'

/** Month 0 is November 2025, month 11 October 2026. The days of the deliveries are the last of their months. */
export const MONTHS = 12

export const lastDayOf = (month: number): Day => toDay(dayIn(month + 1, 1) - 1)

/** The day of the month is at most the 28th, which every month has. */
export const dayIn = (month: number, dayOfMonth: number): Day =>
  dayOf(2025 + Math.floor((month + 10) / 12), monthOfYear(month), dayOfMonth) as Day

/** 1 is January. */
export const monthOfYear = (month: number): number => ((month + 10) % 12) + 1

/** The next anniversary of `since` behind a day: contracts run for a year. */
export function anniversaryAfter(since: Day, day: Day): Day {
  const { month, dayOfMonth } = partsOf(since)
  const { year } = partsOf(day)
  const here = dayOf(year, month, dayOfMonth) as Day
  return here > day ? here : (dayOf(year + 1, month, dayOfMonth) as Day)
}
