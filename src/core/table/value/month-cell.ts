import type { Day } from '../../brand.ts'
import { dayIn } from './calendar.ts'
import { dayOf } from '../day.ts'
import type { DateForm } from './date-format.ts'
import type { CellFormat } from './format.ts'
import { languagesToTry, monthNamesIn, plainName, type MonthNames } from './month-names.ts'
import { foldNumerals } from './numerals.ts'

const NUMBERS = /^(?:(\d{4})[-/. ]{1,2}(\d{1,2})|(\d{1,2})[-/. ]{1,2}(\d{4}))$/
const YEAR = /^[\s,./'-]*\d{4}[\s,./'-]*$/
/** As spreadsheets write months: `Jan-26`. A day stands before the name. */
const SHORT_YEAR = /^\s*(?:-|['’])\s?(\d{2})\s*$/

/** The first day of a month, where a cell says a month and a year and no more: `2026-01`, `01/2026`, `Jan 2026`; null for others. */
export function firstOfMonth(text: string, names: MonthNames | null): Day | null {
  if (names !== null) return firstOfNamed(text, names)
  const found = NUMBERS.exec(foldNumerals(text))
  if (!found) return null
  const [, yearFirst, monthLast, monthFirst, yearLast] = found
  return dayOf(Number(yearFirst ?? yearLast), Number(monthLast ?? monthFirst), 1)
}

function firstOfNamed(text: string, { pattern, months, fillers, calendar }: MonthNames) {
  const plain = plainName(text)
  const found = pattern.exec(plain)
  if (!found) return null
  const rest = plain.slice(0, found.index) + ' ' + plain.slice(found.index + found[0].length)
  const year = rest.replace(/[\p{L}\p{M}]+/gu, (word) => (fillers.has(word) ? ' ' : word))
  const short = found.index === 0 ? SHORT_YEAR.exec(rest)?.[1] : undefined
  if (short === undefined && !YEAR.test(year)) return null
  const whole = short === undefined ? Number(/\d{4}/.exec(year)?.[0]) : 2000 + Number(short)
  return dayIn(calendar, whole, months.get(found[1] as string) ?? 0, 1)
}

/** A quick no for names and ids. */
export const mayBeMonth = (text: string): boolean =>
  text.length <= LONGEST &&
  /^\D*\d{4}\D*$|^\p{L}[\p{L}\p{M}.]*\s?[-'’]\s?\d{2}$|^\d{4}\D{1,2}\d{1,2}$|^\d{1,2}\D{1,2}\d{4}$/u.test(
    foldNumerals(text),
  ) &&
  !/^\d+$/.test(text)

const LONGEST = 30

/** The form of a column in which every word says a month and no day; null where one does not. */
export function monthsOfAll(
  words: readonly string[],
  { date, months }: CellFormat,
  languages: readonly string[],
): DateForm | null {
  if (words.length === 0 || (date !== undefined && date !== 'month')) return null
  if (!words.every(mayBeMonth)) return null
  const tried = months === undefined ? [null, ...languagesToTry(languages)] : [months]
  for (const language of tried) {
    const names = language === null ? null : monthNamesIn(language)
    if (language !== null && names === null) continue
    if (words.every((word) => firstOfMonth(word, names) !== null))
      return { date: 'month', months: language, calendar: names?.calendar ?? 'gregory' }
  }
  return null
}
