import { MISSING_BOOLEAN, type ColumnType } from './column.ts'
import { readBoolean } from './boolean-format.ts'
import { LOOSE_DATE, readDay } from './date-format.ts'
import { DATE_FORMATS, type CellFormat, type DateFormat } from './format.ts'
import {
  createNumberReader,
  LOOSE_NUMBER,
  numberFormats,
  unitOf,
  type NumberFormat,
} from './number-format.ts'
import { readsAsId } from './plain-number.ts'

/** What a column is, and how its cells are written. */
export type Decision =
  | { readonly type: null | 'text' | 'boolean'; readonly certain: boolean }
  | { readonly type: 'number'; readonly format: NumberFormat; readonly certain: boolean }
  | { readonly type: 'date'; readonly order: DateFormat; readonly certain: boolean }
  /** Day and month first both fit, and read differently: a question for a person. */
  | {
      readonly type: 'date'
      readonly order: null
      readonly certain: false
      readonly example: string
    }

/**
 * The type of a column by its different values, none of them missing: boolean if all are, else number, else date, else text; null where
 * there are none. A `type` that is fixed is kept, and the format is the one that reads most values. Parts of `format` that are given are kept.
 */
export function decideType(
  words: readonly string[],
  type: ColumnType | null,
  format: CellFormat,
): Decision {
  if (type === 'text' || type === 'boolean') return { type, certain: true }
  if (type === 'number') return bestNumberFormat(words, format)
  if (type === 'date') return bestDateOrder(words, format)
  if (words.length === 0) return { type: null, certain: true }
  if (words.every((word) => readBoolean(word) !== MISSING_BOOLEAN))
    return { type: 'boolean', certain: true }
  return numberOfAll(words, format) ?? dateOfAll(words, format) ?? { type: 'text', certain: true }
}

/** A quick no for names. */
export const mayBeTyped = (word: string): boolean =>
  readBoolean(word) !== MISSING_BOOLEAN || LOOSE_NUMBER.test(word) || LOOSE_DATE.test(word)

function numberOfAll(words: readonly string[], format: CellFormat): Decision | null {
  if (!words.every((word) => LOOSE_NUMBER.test(word)) || words.some(readsAsId)) return null
  const fitting = numberFormats(format).filter((one) => readsAll(words, createNumberReader(one)))
  const [first] = fitting
  if (!first || !unitsAgree(words)) return null
  return { type: 'number', format: first, certain: allReadAlike(words, fitting) }
}

const readsAll = (words: readonly string[], read: (word: string) => number): boolean =>
  words.every((word) => !Number.isNaN(read(word)))

/** Percentages throughout or not at all, and never two currencies. */
function unitsAgree(words: readonly string[]): boolean {
  const units = new Set(words.map(unitOf))
  if (units.has('%')) return units.size === 1
  units.delete('')
  return units.size <= 1
}

/** 1.234 may be grouped or not; 1.5 may not. Percentages are told by their sign. */
function allReadAlike(words: readonly string[], formats: readonly NumberFormat[]): boolean {
  const [first, ...others] = formats
    .filter(({ percent }) => percent === formats[0]?.percent)
    .map(createNumberReader)
  return others.every((read) => words.every((word) => read(word) === first?.(word)))
}

/** Enough to tell the forms of numbers apart. */
const SAMPLE = 1000

function bestNumberFormat(words: readonly string[], format: CellFormat): Decision {
  const step = Math.max(1, Math.ceil(words.length / SAMPLE))
  const sample = words.filter((_, index) => index % step === 0)
  const hasShares = sample.some((word) => unitOf(word) === '%')
  let best: NumberFormat | null = null
  let most = -1
  for (const one of numberFormats(format)) {
    if (one.percent && !hasShares && format.percent === undefined) continue
    const read = createNumberReader(one)
    const count = sample.reduce((sum, word) => sum + (Number.isNaN(read(word)) ? 0 : 1), 0)
    if (count > most) [best, most] = [one, count]
  }
  return { type: 'number', format: best as NumberFormat, certain: most === sample.length }
}

function dateOfAll(words: readonly string[], format: CellFormat): Decision | null {
  if (!words.every((word) => LOOSE_DATE.test(word))) return null
  const orders = ordersOf(format).filter((order) =>
    words.every((word) => readDay(word, order) !== null),
  )
  return orders.length === 0 ? null : decideOrder(words, orders)
}

const ordersOf = ({ date }: CellFormat): readonly DateFormat[] => (date ? [date] : DATE_FORMATS)

function bestDateOrder(words: readonly string[], format: CellFormat): Decision {
  const orders = ordersOf(format)
  const counts = orders.map((order) =>
    words.reduce((sum, word) => sum + (readDay(word, order) === null ? 0 : 1), 0),
  )
  const most = Math.max(...counts)
  return decideOrder(
    words,
    most === 0 ? orders.slice(0, 1) : orders.filter((_, index) => counts[index] === most),
  )
}

/** Orders that read equally many values are one order only if they read them as the same days. */
function decideOrder(words: readonly string[], orders: readonly DateFormat[]): Decision {
  const [order = 'ymd', ...others] = orders
  const example = words.find((word) =>
    others.some((other) => readDay(word, other) !== readDay(word, order)),
  )
  return example === undefined
    ? { type: 'date', order, certain: true }
    : { type: 'date', order: null, certain: false, example }
}
