import { MISSING_BOOLEAN, type ColumnType } from '../column.ts'
import { readBoolean } from './boolean-format.ts'
import { mayBeDate } from './date-cell.ts'
import {
  bestDateForm,
  dateOfAll,
  monthsAsDays,
  type DateDecision,
  type DateHints,
} from './decide-date.ts'
import {
  bestNumberFormat,
  numberOfAll,
  type MixedDecision,
  type NumberDecision,
} from './decide-number.ts'
import type { CellFormat } from './format.ts'
import { mayBeMonth } from './month-cell.ts'
import { mayBeNumber } from './number-cell.ts'

/** What a column is, and how its cells are written. */
export type Decision = PlainDecision | NumberDecision | MixedDecision | DateDecision

interface PlainDecision {
  readonly type: null | 'text' | 'boolean'
  readonly certain: boolean
  readonly doubt: null
}

/**
 * The type of a column by its different values, none of them missing: boolean if all are, else number, else date, else text; null where
 * there are none. A `type` that is fixed is kept, and the format is the one that reads most values. Parts of `format` that are given are kept.
 */
export function decideType(
  words: readonly string[],
  type: ColumnType | null,
  format: CellFormat,
  hints: DateHints,
): Decision {
  if (type === 'text' || type === 'boolean') return decidedOn(type)
  if (type === 'number') return bestNumberFormat(words, format)
  if (type === 'date') return bestDateForm(words, format, hints)
  if (words.length === 0) return decidedOn(null)
  if (words.every((word) => readBoolean(word) !== MISSING_BOOLEAN)) return decidedOn('boolean')
  return (
    numberOfAll(words, format) ??
    dateOfAll(words, format, hints) ??
    monthsAsDays(words, format, hints) ??
    decidedOn('text')
  )
}

const decidedOn = (type: PlainDecision['type']): PlainDecision => ({
  type,
  certain: true,
  doubt: null,
})

/** A quick no for names. */
export const mayBeTyped = (word: string): boolean =>
  readBoolean(word) !== MISSING_BOOLEAN || mayBeNumber(word) || mayBeDate(word) || mayBeMonth(word)
