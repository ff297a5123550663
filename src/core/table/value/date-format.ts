import { toDay, type Day } from '../../brand.ts'
import { dayOfCell, namedDay, partsIn, splitDate } from './date-cell.ts'
import { dayOf, parseIsoDay, partsOf, twoDigits } from '../day.ts'
import {
  DATE_ORDERS,
  type Calendar,
  type CellFormat,
  type DateCount,
  type DateFormat,
  type DateOrder,
} from './format.ts'
import { firstOfMonth } from './month-cell.ts'
import { monthNamesIn } from './month-names.ts'

/** How the dates of a column are written. */
export interface DateForm {
  readonly date: DateFormat
  /** The language that names the months; null where they are numbers. */
  readonly months: string | null
  readonly calendar: Calendar
}

export type DayReader = (text: string) => Day | null

/** Reads days of one form; null for others, and for days that do not exist. */
export function createDayReader({ date, months, calendar }: DateForm): DayReader {
  if (date === 'month') {
    const named = months === null ? null : monthNamesIn(months)
    return (text) => firstOfMonth(text, named)
  }
  if (months !== null) {
    const names = monthNamesIn(months)
    return (text) => (names === null ? null : namedDay(text, names))
  }
  if (!isOrder(date)) return (text) => countedDay(text, date)
  return (text) => {
    if (date === 'ymd' && text.length === ISO_LENGTH && text[4] === '-' && calendar === 'gregory')
      return parseIsoDay(text)
    const cell = splitDate(text)
    return cell === null ? null : dayOfCell(cell, date, calendar)
  }
}

const ISO_LENGTH = 10

export const isOrder = (date: DateFormat): date is DateOrder =>
  (DATE_ORDERS as readonly DateFormat[]).includes(date)

/** Only what is not plain, as a plan keeps it. */
export const fromDateForm = ({ date, months, calendar }: DateForm): CellFormat => ({
  ...((months === null && date !== 'ymd') || date === 'month' ? { date } : {}),
  ...(months === null ? {} : { months }),
  ...(calendar === 'gregory' || months !== null ? {} : { calendar }),
})

const SECONDS_PER_DAY = 86_400
const MS_PER_DAY = 1000 * SECONDS_PER_DAY
/** Spreadsheets count from 1899-12-30, since they hold 1900 for a leap year. */
const EXCEL_START = 25_569
const COUNT = /^-?\d{1,15}(?:[.,]\d+)?$/
/** A time may stand behind. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?$/

/** The day of a count; of an instant its day in UTC. */
function countedDay(text: string, count: Exclude<DateCount, 'month'>): Day | null {
  if (!COUNT.test(text)) return null
  if (count === 'yyyymmdd') {
    const [, year, month, day] = COMPACT.exec(text) ?? []
    return year === undefined ? null : dayOf(Number(year), Number(month), Number(day))
  }
  const days = Math.floor(toDays(Number(text.replace(',', '.')), count))
  return days >= FIRST_DAY && days <= LAST_DAY ? toDay(days) : null
}

function toDays(value: number, count: Exclude<DateCount, 'yyyymmdd' | 'month'>): number {
  switch (count) {
    case 'excel':
      return value - EXCEL_START
    case 'seconds':
      return value / SECONDS_PER_DAY
    case 'milliseconds':
      return value / MS_PER_DAY
  }
}

/** The years 1 to 9999. */
const FIRST_DAY = -719_162
const LAST_DAY = 2_932_896

export interface ReadDate {
  readonly day: Day
  /** How the cell is written, so that it can be written again. */
  readonly mark: string
  readonly isPadded: boolean
  /** Two digits of the year. */
  readonly isShort: boolean
  readonly tail: string
}

/** Null where the cell is no date in this order, or a day that does not exist. */
export function readDate(text: string, order: DateOrder): ReadDate | null {
  const cell = splitDate(text)
  const parts = cell && partsIn(cell, order)
  const day = cell && dayOfCell(cell, order, 'gregory')
  if (!parts || day === null || cell.front !== '') return null
  const isPadded = parts.month.length === 2 && parts.day.length === 2
  return { day, mark: cell.mark, isPadded, isShort: parts.year.length === 2, tail: cell.tail }
}

/** The inverse of `readDate`. */
export function writeDate(read: ReadDate, order: DateOrder): string {
  const { day, mark, isPadded, isShort, tail } = read
  const { year, month, dayOfMonth } = partsOf(day)
  const write = isPadded ? twoDigits : String
  const years = isShort ? twoDigits(year % 100) : String(year).padStart(4, '0')
  const words = { y: years, m: write(month), d: write(dayOfMonth) }
  const [a, b, c] = [...order] as ('y' | 'm' | 'd')[]
  return words[a as 'y'] + mark + words[b as 'm'] + mark + words[c as 'd'] + tail
}
