import { dayOfCell, mayBeDate, namedDay, partsIn, splitDate, type DateCell } from './date-cell.ts'
import { createDayReader, fromDateForm, isOrder, type DateForm } from './date-format.ts'
import type { Doubt } from './doubt.ts'
import { DATE_ORDERS, type Calendar, type CellFormat, type DateOrder } from './format.ts'
import { monthsOfAll } from './month-cell.ts'
import { languagesToTry, monthNamesIn } from './month-names.ts'

export interface DateDecision {
  readonly type: 'date'
  /** null: day and month first both fit, and read differently. */
  readonly form: DateForm | null
  readonly certain: boolean
  readonly doubt: Doubt | null
}

/** What else is known of a column: the languages of the person who brings it, the first one preferred. */
export interface DateHints {
  readonly languages: readonly string[]
}

/** Months without a day, as their first day: null where not every word is one. */
export function monthsAsDays(
  words: readonly string[],
  format: CellFormat,
  { languages }: DateHints,
): DateDecision | null {
  const form = monthsOfAll(words, format, languages)
  if (form === null) return null
  const doubt = { kind: 'months', example: words[0] as string, format: fromDateForm(form) } as const
  return { type: 'date', form, certain: false, doubt: format.date === 'month' ? null : doubt }
}

/** Null where not every word is a date of one form. */
export function dateOfAll(
  words: readonly string[],
  format: CellFormat,
  hints: DateHints,
): DateDecision | null {
  if (!words.every(mayBeDate)) return null
  const cells = splitAll(words)
  if (cells === null) return namedOfAll(words, format, hints)
  if (format.months !== undefined) return null
  const calendar = format.calendar ?? calendarOf(words, cells, hints)
  const orders = ordersUnder(format).filter((order) =>
    cells.every((cell) => dayOfCell(cell, order, calendar) !== null),
  )
  return orders.length === 0 ? null : decideOrder(words, cells, { orders, calendar })
}

function splitAll(words: readonly string[]): DateCell[] | null {
  const cells: DateCell[] = []
  for (const word of words) {
    const cell = splitDate(word)
    if (cell === null) return null
    cells.push(cell)
  }
  return cells
}

const ordersUnder = ({ date }: CellFormat): readonly DateOrder[] => {
  if (date === undefined) return DATE_ORDERS
  return isOrder(date) ? [date] : []
}

/** The form that reads most words of a column that is said to be dates. */
export function bestDateForm(
  words: readonly string[],
  format: CellFormat,
  hints: DateHints,
): DateDecision {
  const { date, months, calendar } = format
  if (months !== undefined || (date !== undefined && !isOrder(date)))
    return decidedOn({ date: date ?? 'dmy', months: months ?? null, calendar: 'gregory' })
  const ofMonths = monthsAsDays(words, format, hints)
  if (ofMonths) return ofMonths
  const split = words.map((word) => [word, splitDate(word)] as const)
  const readable = split.filter((one): one is [string, DateCell] => one[1] !== null)
  if (readable.length === 0) return namedOfMost(words, format, hints)
  const cells = readable.map(([, cell]) => cell)
  const kept = readable.map(([word]) => word)
  const own = calendar ?? calendarOf(kept, cells, hints)
  const orders = ordersUnder(format)
  const counts = orders.map((order) => countDays(cells, order, own))
  const most = Math.max(...counts)
  const best = orders.filter((_, place) => most > 0 && counts[place] === most)
  return decideOrder(kept, cells, { orders: best.length > 0 ? best : orders, calendar: own })
}

const countDays = (cells: readonly DateCell[], order: DateOrder, calendar: Calendar): number =>
  cells.filter((cell) => dayOfCell(cell, order, calendar) !== null).length

const decidedOn = (form: DateForm, certain = true): DateDecision => ({
  type: 'date',
  form,
  certain,
  doubt: null,
})

interface Candidates {
  readonly orders: readonly DateOrder[]
  readonly calendar: Calendar
}

/**
 * Orders that read equally many values are one only if they read them as the same days. Two digits are a year in front only where neither
 * the day nor the month can stand there.
 */
function decideOrder(
  words: readonly string[],
  cells: readonly DateCell[],
  { orders, calendar }: Candidates,
): DateDecision {
  const isLast = (order: DateOrder): boolean => order !== 'ymd'
  const rest = orders.some(isLast) && !cells.some(hasLongYearFirst) ? orders.filter(isLast) : orders
  const [order = 'ymd', ...others] = rest
  const place = cells.findIndex((cell) => {
    const day = dayOfCell(cell, order, calendar)
    return others.some((other) => dayOfCell(cell, other, calendar) !== day)
  })
  if (place < 0) return decidedOn({ date: order, months: null, calendar })
  const doubt = { kind: 'date-order', example: words[place] as string } as const
  return { type: 'date', form: null, certain: false, doubt }
}

const hasLongYearFirst = (cell: DateCell): boolean => partsIn(cell, 'ymd')?.year.length === 4

const PERSIAN_DIGIT = /[\u06f0-\u06f9]/
const THAI_DIGIT = /[\u0e50-\u0e59]/
const YEARS = { persian: [1300, 1500], buddhist: [2443, 2643] } as const

/** Years of another calendar are told by their size, and by the digits they are written with or the person's language. */
function calendarOf(
  words: readonly string[],
  cells: readonly DateCell[],
  { languages }: DateHints,
): Calendar {
  const [word = ''] = words
  const speaks = (language: string) => languages.some((one) => one.startsWith(language))
  const isLikely = { persian: PERSIAN_DIGIT.test(word) || speaks('fa') }
  const mayBe = { ...isLikely, buddhist: THAI_DIGIT.test(word) || speaks('th') }
  const found = (['persian', 'buddhist'] as const).find(
    (calendar) => mayBe[calendar] && cells.every((cell) => isYearOf(cell, YEARS[calendar])),
  )
  return found ?? 'gregory'
}

const isYearOf = ({ parts }: DateCell, [from, to]: readonly [number, number]): boolean => {
  const year = Number(parts.find((part) => part.length === 4) ?? NaN)
  return year >= from && year <= to
}

/** Months by name: the person's languages first. Others that fit must read the same days. */
function namedOfAll(
  words: readonly string[],
  format: CellFormat,
  { languages }: DateHints,
): DateDecision | null {
  const tried = format.months === undefined ? languagesToTry(languages) : [format.months]
  const fitting = tried.filter((language) => readsAll(words, language))
  const [first] = fitting
  if (first === undefined) return null
  const isOwn = languages.includes(first) || format.months !== undefined
  const certain = isOwn || fitting.every((other) => readAlike(words, first, other))
  return decidedOn(namedForm(first), certain)
}

const namedForm = (months: string): DateForm => ({
  date: 'dmy',
  months,
  calendar: monthNamesIn(months)?.calendar ?? 'gregory',
})

function readsAll(words: readonly string[], language: string): boolean {
  const names = monthNamesIn(language)
  return names !== null && words.every((word) => namedDay(word, names) !== null)
}

function readAlike(words: readonly string[], a: string, b: string): boolean {
  const [readA, readB] = [a, b].map((months) => createDayReader(namedForm(months)))
  return words.every((word) => readA?.(word) === readB?.(word))
}

const SAMPLE = 200

function namedOfMost(
  words: readonly string[],
  format: CellFormat,
  { languages }: DateHints,
): DateDecision {
  const sample = words.slice(0, SAMPLE).filter(mayBeDate)
  if (sample.length === 0) return decidedOn({ date: format.date ?? 'ymd', ...plain })
  const counted = languagesToTry(languages).map((language) => {
    const names = monthNamesIn(language)
    const count = names ? sample.filter((word) => namedDay(word, names) !== null).length : 0
    return { language, count }
  })
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a))
  return best.count === 0
    ? decidedOn({ date: format.date ?? 'ymd', ...plain })
    : decidedOn(namedForm(best.language), best.count === words.length)
}

const plain = { months: null, calendar: 'gregory' } as const
