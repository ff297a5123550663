import type { NumberColumn } from '../column.ts'
import { dayOf } from '../day.ts'
import type { DateCount } from './format.ts'

/** Names that speak of a day, as whole words: `days_open` is a count of something else. */
const DAY_WORDS = new Set(
  (
    'date datetime day time timestamp ts dt created updated modified closed opened expires expiry expiration ' +
    'datum zeitpunkt erstellt fecha dia data jour dato päivä pvm dátum tarih дата'
  ).split(' '),
)
/** `created_at`, `paid_on`, `customer_since`. */
const LAST_WORDS = new Set(['at', 'on', 'am', 'since', 'until'])

interface Range {
  readonly count: Exclude<DateCount, 'yyyymmdd'>
  readonly from: number
  readonly to: number
}

/** 1970 to 2099, as each counts it. */
const RANGES: readonly Range[] = [
  { count: 'excel', from: 25_569, to: 73_050 },
  { count: 'seconds', from: 86_400_000, to: 4_102_444_799 },
  { count: 'milliseconds', from: 86_400_000_000, to: 4_102_444_799_999 },
]

/**
 * What numbers would count if they were days: their column's name speaks of days, and every one of them lies in the range of such a count.
 * Null where either is not so, or where there are no values.
 */
export function suspectCount(header: string, { values }: NumberColumn): DateCount | null {
  if (!speaksOfDays(header)) return null
  const present = values.filter((value) => !Number.isNaN(value))
  if (present.length === 0) return null
  if (present.every(isCompact)) return 'yyyymmdd'
  const range = RANGES.find(({ from, to }) =>
    present.every((value) => value >= from && value <= to),
  )
  return range?.count ?? null
}

function speaksOfDays(header: string): boolean {
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  return words.some((word) => DAY_WORDS.has(word)) || LAST_WORDS.has(words.at(-1) ?? '')
}

function isCompact(number: number): boolean {
  const value = number > 1e13 ? Math.floor(number / 1e6) : number
  if (!Number.isInteger(value) || value < 19_000_101 || value > 21_001_231) return false
  const month = Math.floor(value / 100) % 100
  return dayOf(Math.floor(value / 10_000), month, value % 100) !== null
}
