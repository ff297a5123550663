import type { Day } from '../../brand.ts'
import { writeDate, readDate, isOrder, type DateForm } from './date-format.ts'
import type { DateOrder } from './format.ts'
import { createNumberReader, type Marks, type NumberFormat } from './number-format.ts'
import { plainNumberText } from './plain-number.ts'

/** How the cells of a column were written, so that most of their texts follow from their values. */
export type Spelling = NumberSpelling | DateSpelling | BooleanSpelling | TextSpelling

export interface NumberSpelling extends Marks {
  readonly type: 'number'
  readonly percent: boolean
  /** null: as few as give the value back. */
  readonly decimals: number | null
  readonly front: string
  readonly behind: string
}

export interface DateSpelling {
  readonly type: 'date'
  readonly order: DateOrder
  readonly mark: string
  readonly isPadded: boolean
  /** Absent in what was stored before years of two digits were read. */
  readonly isShort?: boolean
  readonly tail: string
}

export interface BooleanSpelling {
  readonly type: 'boolean'
  readonly yes: string
  readonly no: string
}

export interface TextSpelling {
  readonly type: 'text'
}

export const plainSpelling = (decimals: number | null): NumberSpelling => ({
  type: 'number',
  decimal: '.',
  group: '',
  percent: false,
  decimals,
  front: '',
  behind: '',
})

/** The text of a number that is not NaN. */
export function writeNumber(value: number, spelling: NumberSpelling): string {
  const { decimal, group, percent, decimals, front, behind } = spelling
  const scaled = percent ? Number((value * 100).toPrecision(MOST_DIGITS)) : value
  const [whole = '', fraction] = plainNumberText(Math.abs(scaled), decimals).split('.')
  const grouped = group === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  const digits = fraction === undefined ? grouped : grouped + decimal + fraction
  return (scaled < 0 ? '-' : '') + front + digits + behind
}

const MOST_DIGITS = 15

export const writeDay = (day: Day, spelling: DateSpelling): string =>
  writeDate({ ...spelling, isShort: spelling.isShort ?? false, day }, spelling.order)

/** Null where a cell does not follow from its day: months by name, counts, other calendars. */
export function dateSpellingOf(text: string, form: DateForm): DateSpelling | null {
  const { date: order, months, calendar } = form
  if (!isOrder(order) || months !== null || calendar !== 'gregory') return null
  const read = readDate(text, order)
  if (read === null) return null
  const { mark, isPadded, isShort, tail } = read
  return { type: 'date', order, mark, isPadded, isShort, tail }
}

/** The spellings that one cell speaks for: with as few decimals as needed, and with as many as it has. */
export function numberSpellingsOf(text: string, format: NumberFormat): NumberSpelling[] {
  const parts = /^[-−]?(\D*?)[-−]?(\d.*?\d|\d)(\D*)$/u.exec(text)
  const [, front = '', digits = '', behind = ''] = parts ?? []
  const group = wordOfGroup(digits, format.group)
  const decimals = digits.includes(format.decimal)
    ? digits.length - 1 - digits.lastIndexOf(format.decimal)
    : 0
  const { decimal, percent } = format
  const common = { type: 'number' as const, decimal, percent, group, front, behind }
  const read = createNumberReader(format)(text)
  if (Number.isNaN(read)) return []
  return [
    { ...common, decimals: null },
    { ...common, decimals: Math.min(decimals, MOST_DECIMALS) },
  ]
}

const MOST_DECIMALS = 15

/** The kind of space or apostrophe that was used. */
const wordOfGroup = (digits: string, group: string): string =>
  group === ' ' || group === "'" ? (/[ \u00a0\u202f\u2009'’]/.exec(digits)?.[0] ?? group) : group
