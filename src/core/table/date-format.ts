import type { Day } from '../brand.ts'
import { dayOf, parseIsoDay, partsOf, TIME_TAIL, twoDigits } from './day.ts'
import type { DateFormat } from './format.ts'

const ORDERS = {
  ymd: /^(?<year>\d{4})(?<mark>[-/. ])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})/,
  dmy: /^(?<day>\d{1,2})(?<mark>[-/. ])(?<month>\d{1,2})\k<mark>(?<year>\d{4})/,
  mdy: /^(?<month>\d{1,2})(?<mark>[-/ ])(?<day>\d{1,2})\k<mark>(?<year>\d{4})/,
} as const satisfies Record<DateFormat, RegExp>

const TAIL = new RegExp(`^${TIME_TAIL}$`, 'i')

export interface ReadDate {
  readonly day: Day
  /** How the cell is written, so that it can be written again. */
  readonly mark: string
  readonly isPadded: boolean
  readonly tail: string
}

/** Null where the cell is no date in this order, or a day that does not exist. Nobody writes a month first with dots. */
export function readDate(text: string, order: DateFormat): ReadDate | null {
  const parts = ORDERS[order].exec(text)
  if (!parts?.groups) return null
  const { year, month, day, mark } = parts.groups as Record<string, string>
  const found = dayOf(Number(year), Number(month), Number(day))
  const tail = text.slice(parts[0].length)
  if (found === null || !(tail === '' || TAIL.test(tail))) return null
  const isPadded = month?.length === 2 && day?.length === 2
  return { day: found, mark: mark as string, isPadded, tail }
}

/** The day of a cell, read as `order` says. */
export const readDay = (text: string, order: DateFormat): Day | null =>
  order === 'ymd' && text.length === ISO_LENGTH && text[4] === '-'
    ? parseIsoDay(text)
    : (readDate(text, order)?.day ?? null)

const ISO_LENGTH = 10

/** The inverse of `readDate`. */
export function writeDate({ day, mark, isPadded, tail }: ReadDate, order: DateFormat): string {
  const { year, month, dayOfMonth } = partsOf(day)
  const write = isPadded ? twoDigits : String
  const words = { y: String(year).padStart(4, '0'), m: write(month), d: write(dayOfMonth) }
  const [a, b, c] = [...order] as ('y' | 'm' | 'd')[]
  return words[a as 'y'] + mark + words[b as 'm'] + mark + words[c as 'd'] + tail
}

/** What a date may look like in any order: a quick no for names. */
export const LOOSE_DATE = /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}(?:\D.*)?$/
