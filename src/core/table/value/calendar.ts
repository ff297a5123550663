import { toDay, type Day } from '../../brand.ts'
import { dayOf } from '../day.ts'
import type { Calendar } from './format.ts'

/** The day that a calendar calls so; null where it has none of that name. */
export function dayIn(calendar: Calendar, year: number, month: number, day: number): Day | null {
  switch (calendar) {
    case 'gregory':
      return dayOf(year, month, day)
    case 'buddhist':
      return dayOf(year - BUDDHIST_AHEAD, month, day)
    case 'persian':
      return persianDay(year, month, day)
  }
}

const BUDDHIST_AHEAD = 543
const MS_PER_DAY = 86_400_000
/** 1 Farvardin 1349 was 21 March 1970. */
const PERSIAN_START = { year: 1349, day: 79 }
const DAYS_PER_YEAR = 365.2422

let persian: Intl.DateTimeFormat | null = null

/** The platform knows the calendar from days to names: the day is guessed, and found beside the guess. */
function persianDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const inYear = month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30
  const years = Math.floor((year - PERSIAN_START.year) * DAYS_PER_YEAR)
  const guess = PERSIAN_START.day + years + inYear + day - 1
  const wanted = [year, month, day].join('-')
  const found = [guess, guess - 1, guess + 1].find((one) => persianName(one) === wanted)
  return found === undefined ? null : toDay(found)
}

function persianName(day: number): string {
  persian ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const parts = persian.formatToParts(day * MS_PER_DAY)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return [part('year'), part('month'), part('day')].join('-')
}
