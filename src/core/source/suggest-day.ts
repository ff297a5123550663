import { toDay, type Day } from '../brand.ts'
import { dayOf, partsOf } from '../table/day.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day a file's name speaks of: `2026-01-31`, `20260131`, `31.01.2026`, `2026-01` and `jan 2026` (the month's last day),
 * `march` alone (the last one that has begun by `today`). Null where it names none.
 */
export function dayInFileName(fileName: string, today: Day): Day | null {
  const name = fileName.toLowerCase().replace(/\.[a-z]+$/, '')
  const whole = /(?<!\d)(20\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)/.exec(name)
  if (whole) return dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]))
  const dayFirst = /(?<!\d)(\d\d)[-_. ](\d\d)[-_. ](20\d\d)(?!\d)/.exec(name)
  if (dayFirst) return dayOf(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]))
  const month = /(?<!\d)(20\d\d)[-_. ]?(\d\d)(?!\d)/.exec(name)
  if (month) return lastDayOf(Number(month[1]), Number(month[2]))
  return dayOfMonthName(name, today)
}

function dayOfMonthName(name: string, today: Day): Day | null {
  const named = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/.exec(name)
  if (!named || !isMonthName(named[0])) return null
  const month = MONTHS.indexOf(named[1] as string) + 1
  const year = /(?<!\d)20\d\d(?!\d)/.exec(name)
  if (year) return lastDayOf(Number(year[0]), month)
  const now = partsOf(today)
  return lastDayOf(month > now.month ? now.year - 1 : now.year, month)
}

const LONG_MONTHS =
  'january february march april may june july august september october november december sept'.split(
    ' ',
  )

const isMonthName = (word: string): boolean => MONTHS.includes(word) || LONG_MONTHS.includes(word)

function lastDayOf(year: number, month: number): Day | null {
  const first = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return first === null ? null : toDay(first - 1)
}
