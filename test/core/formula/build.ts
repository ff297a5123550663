import { toDay } from '../../../src/core/brand.ts'
import { createEvaluator, type Results } from '../../../src/core/formula/evaluate.ts'
import { parseFormula } from '../../../src/core/formula/parse.ts'
import type { Formula } from '../../../src/core/formula/tree.ts'
import type { History, Snapshot } from '../../../src/core/history/snapshot.ts'
import {
  type Column,
  FALSE,
  MISSING_BOOLEAN,
  MISSING_DAY,
  TRUE,
} from '../../../src/core/table/column.ts'
import { parseIsoDay, toIsoDay } from '../../../src/core/table/day.ts'
import { packText, wordAt } from '../../../src/core/table/packed-text.ts'

export type Value = number | string | boolean | null
export type Columns = Readonly<Record<string, Column>>

export const numbers = (...values: readonly (number | null)[]): Column => ({
  type: 'number',
  values: Float64Array.from(values, (value) => value ?? NaN),
})

export const booleans = (...values: readonly (boolean | null)[]): Column => ({
  type: 'boolean',
  values: Uint8Array.from(values, (value) =>
    value === null ? MISSING_BOOLEAN : value ? TRUE : FALSE,
  ),
})

export const dates = (...values: readonly (string | null)[]): Column => ({
  type: 'date',
  values: Int32Array.from(values, (value) => (value === null ? MISSING_DAY : dayOf(value))),
})

/** Dictionary-coded, as segments are. */
export function texts(...values: readonly (string | null)[]): Column {
  const words = [...new Set(values.map((value) => value ?? ''))]
  const codes = Uint8Array.from(values, (value) => words.indexOf(value ?? ''))
  return { type: 'text', words: packText(words), codes }
}

/** A word for each row, as names are. */
export const names = (...values: readonly (string | null)[]): Column => ({
  type: 'text',
  words: packText(values.map((value) => value ?? '')),
  codes: null,
})

export function dayOf(text: string): number {
  const day = parseIsoDay(text)
  if (day === null) throw new Error(`invalid day: ${text}`)
  return day
}

export function valuesOf(column: Column): Value[] {
  switch (column.type) {
    case 'number':
      return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
    case 'date':
      return Array.from(column.values, (day) => (day === MISSING_DAY ? null : toIsoDay(toDay(day))))
    case 'boolean':
      return Array.from(column.values, (value) => [false, true, null][value] as boolean | null)
    case 'text': {
      const rows =
        column.codes ?? Array.from({ length: column.words.offsets.length - 1 }, (_, i) => i)
      return Array.from(rows, (code) => wordAt(column.words, code) || null)
    }
  }
}

/** The accounts 0, 1, 2 … unless others are given. */
export function snapshot(day: string, columns: Columns, accounts?: readonly number[]): Snapshot {
  const [first] = Object.values(columns)
  const rows = first ? valuesOf(first).length : 0
  return {
    day: toDay(dayOf(day)),
    accounts: Uint32Array.from(accounts ?? Array.from({ length: rows }, (_, row) => row)),
    columns: new Map(Object.entries(columns)),
  }
}

export function formula(text: string): Formula {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`invalid formula: ${text}: ${JSON.stringify(parsed.problems)}`)
  return parsed.value
}

export const derivedOf = (texts: Readonly<Record<string, string>>): Map<string, Formula> =>
  new Map(Object.entries(texts).map(([id, text]) => [id, formula(text)]))

/** What an expression comes to in the newest of several snapshots. */
export function over(
  history: History,
  text: string,
  { derived = {}, results }: { derived?: Readonly<Record<string, string>>; results?: Results } = {},
): Value[] {
  const evaluator = createEvaluator({ history, derived: derivedOf(derived) })
  return valuesOf(evaluator.evaluate(formula(text), history.length - 1, results))
}

/** What an expression comes to in one snapshot of 2026-01-31. Literals alone are evaluated in one row. */
export const values = (text: string, columns: Columns = { row: numbers(0) }): Value[] =>
  over([snapshot('2026-01-31', columns)], text)

/** The one value of literals alone. */
export const value = (text: string): Value => values(text)[0] as Value
