import { toDay, type Day } from '../brand.ts'

/** `T14:05`, ` 14:05:59.123`, `, 2:05 PM`, ` PM 2:05`, ` 14.05`, with a zone or without: read over, since a day has no time. */
export const TIME = String.raw`(?:T|[,;]?\s*)(?:[\p{L}.]+\s?)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s?[\p{L}./_]+(?:\s[\p{L}./_]+)*)?\s?(?:[+-]\d{1,2}(?::?\d{2})?)?(?:\s?\([^)]*\))?`
const PLAIN_TIME = String.raw`(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[ap]\.?m\.?)?\s?(?:Z|UTC|[+-]\d{2}:?\d{2})?`

const ISO_DAY = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})(?:${PLAIN_TIME})?$`, 'i')

/** `YYYY-MM-DD`, a time behind it ignored, in the proleptic Gregorian calendar. A day that does not exist is null. */
export function parseIsoDay(text: string): Day | null {
  const parts = ISO_DAY.exec(text)
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null
}

/** `YYYY-MM-DD`. The day must lie in the years 1 to 9999. */
export function toIsoDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

export const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** Null where the calendar has no such day, or outside the years 1 to 9999. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const exists =
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= daysIn(year, month)
  return exists ? toDay(daysBefore(year, month) + dayOfMonth) : null
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

// Both ways count in years that begin in March and eras of 400 years: https://howardhinnant.github.io/date_algorithms.html
const DAYS_PER_ERA = 146_097
const ERA_START = 719_468

/** Days from 1970-01-01 to the day before the month begins. */
function daysBefore(year: number, month: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const monthOfYear = (month + 9) % 12
  const dayOfYear = Math.floor((153 * monthOfYear + 2) / 5)
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - ERA_START - 1
}

export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const sinceStart = day + ERA_START
  const era = Math.floor(sinceStart / DAYS_PER_ERA)
  const dayOfEra = sinceStart - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthOfYear = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthOfYear + 2) / 5) + 1,
  }
}
