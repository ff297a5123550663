import type { Day } from '../../brand.ts'
import { dayIn } from './calendar.ts'
import { TIME } from '../day.ts'
import type { Calendar, DateOrder } from './format.ts'
import { isWeekday, plainName, type MonthNames } from './month-names.ts'
import { foldNumerals } from './numerals.ts'

/** A cell of three numbers that may be a date, whatever their order. */
export interface DateCell {
  /** As written, so that it can be written again. */
  readonly parts: readonly [string, string, string]
  readonly mark: string
  readonly tail: string
  /** The day of the week, with all up to the first number; mostly ''. */
  readonly front: string
}

const FRONT = /^(\p{L}[\p{L}\p{M}]*)\.?,? ?(?=\d)/u
const NUMBERS = /^(\d{1,4})( ?[-/.] ?| )(\d{1,2})\2(\d{1,4})(\.(?!\d))?(.*)$/s
const TAIL = new RegExp(`^(?:${TIME})?$`, 'iu')
/** 2024年1月2日 and 2024년 1월 2일 are 2024-1-2, 20240102T0930 is 2024-01-02T09:30. */
const foldDate = (text: string): string =>
  foldNumerals(text)
    .replace(/^(\d{4})(\d\d)(\d\d)(T\d\d)(\d\d)/, '$1-$2-$3$4:$5')
    .replace(/^([^T]*T\d\d:\d\d)(\d\d)(?=\D|$)/, '$1:$2')
    .replace(/ ?[年月년월] ?/g, '-')
    .replace(/[日일]/g, '')

/** Null where a cell is not three numbers with the same mark between them, at most a day of the week before and a time behind. */
export function splitDate(text: string): DateCell | null {
  const folded = foldDate(text)
  const [front = '', word = ''] = FRONT.exec(folded) ?? []
  const found = NUMBERS.exec(folded.slice(front.length))
  if (!found || (word !== '' && !isWeekday(word))) return null
  const [, a, mark, b, c, point = '', tail] = found as unknown as string[] & { 6: string }
  if (tail !== '' && !TAIL.test(tail as string)) return null
  const parts = [a, b, c] as [string, string, string]
  if (mark === ' ' && !parts.some((part) => part.length === 4)) return null
  return { parts, mark: mark as string, tail: point + (tail as string), front }
}

export interface DateParts {
  readonly year: string
  readonly month: string
  readonly day: string
}

const PLACES = {
  ymd: [0, 1, 2],
  dmy: [2, 1, 0],
  mdy: [2, 0, 1],
} as const satisfies Record<DateOrder, readonly [number, number, number]>

/** Null where a part has not the digits of its place. Nobody writes a month first with dots. */
export function partsIn({ parts, mark }: DateCell, order: DateOrder): DateParts | null {
  if (order === 'mdy' && mark.includes('.')) return null
  const [y, m, d] = PLACES[order]
  const [year, month, day] = [parts[y], parts[m], parts[d]]
  const fits = (year.length === 4 || year.length === 2) && month.length <= 2 && day.length <= 2
  return fits ? { year, month, day } : null
}

/** The day of three numbers in an order; null where there is none. */
export function dayOfCell(cell: DateCell, order: DateOrder, calendar: Calendar): Day | null {
  const parts = partsIn(cell, order)
  if (!parts) return null
  return dayIn(calendar, wholeYear(parts.year), Number(parts.month), Number(parts.day))
}

const LAST_OF_2000S = 68

/** Two digits are 1969 to 2068, as POSIX has it: contracts end in 2030 more often than in 1930. */
function wholeYear(text: string): number {
  const year = Number(text)
  if (text.length !== 2) return year
  return year <= LAST_OF_2000S ? 2000 + year : 1900 + year
}

/** As C writes it, the year stands behind the time: `Sat Jan 31 10:00:00 2026`. */
const CLOCK_BEFORE_YEAR = / \d{1,2}:\d{2}(?::\d{2})?(?: \p{L}{2,5})?(?= \d{4}$)/u
const CLOCK =
  /(?:^|[ ,T:])(?:\p{L}[\p{L}.]* ?)?\d{1,2}(?::|h|\.(?=\d\d(?:\D|$)(?!.*\d{4})))\d{2}.*$/iu
const ORDINAL = /(\d)(?:st|nd|rd|th|er|º|ª)(?=\W|$)/g

/** The day of a cell that names its month; null where it does not in this language, or where more than a day is said. */
export function namedDay(text: string, names: MonthNames): Day | null {
  const plain = plainName(text).replace(ORDINAL, '$1').replace(CLOCK_BEFORE_YEAR, '')
  const found = names.pattern.exec(plain)
  if (!found) return null
  const behind = plain.slice(found.index + found[0].length).replace(CLOCK, '')
  const front = plain.slice(0, found.index)
  const rest = `${front} ${behind}`
  if (!hasOnlyFillers(rest, names.fillers)) return null
  const numbers = rest.match(/\d+/g) ?? []
  if (numbers.length !== 2) return null
  const [day, year] = dayAndYear(numbers as [string, string])
  const month = names.months.get(found[1] as string) ?? 0
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return null
  return dayIn(names.calendar, wholeYear(year), month, Number(day))
}

/** The year stands last, unless only the first number can be one. */
const dayAndYear = ([a, b]: [string, string]): [string, string] =>
  a.length === 4 ? [b, a] : [a, b]

const hasOnlyFillers = (text: string, fillers: ReadonlySet<string>): boolean =>
  (text.match(/[\p{L}\p{M}]+/gu) ?? []).every((word) => fillers.has(word)) &&
  !/[^\p{L}\p{M}\d\s,./'-]/u.test(text)

/** A quick no for names and ids: a date has two numbers of one, two or four digits, and a mark or a word between them. */
export function mayBeDate(text: string): boolean {
  if (text.length > LONGEST) return false
  if (splitDate(text) !== null) return true
  const folded = foldNumerals(text)
  const [a, b] = folded.match(/\d+/g) ?? []
  return a !== undefined && b !== undefined && isPart(a) && isPart(b) && WORD.test(folded)
}

const LONGEST = 60
const WORD = /\p{L}\p{M}*\p{L}/u
const isPart = ({ length }: string): boolean => length <= 2 || length === 4
