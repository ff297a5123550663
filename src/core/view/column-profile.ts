import type { Day } from '../brand.ts'
import { MISSING_DAY, type Column, type ColumnType } from '../table/column.ts'
import { outliersOf, type Outliers } from '../table/outliers.ts'
import { quantileOf, sortedPresent } from '../table/quantiles.ts'
import { binsOf, histogramOf, topValues, type ValueCount } from './facet.ts'

/** How the values of a column lie. */
export type Picture =
  | {
      readonly kind: 'histogram'
      readonly from: number
      readonly step: number
      readonly counts: readonly number[]
    }
  /** The most frequent first; `more` others are not listed. */
  | { readonly kind: 'values'; readonly values: readonly ValueCount[]; readonly more: number }
  | { readonly kind: 'none' }

/** One column of one snapshot, over the accounts that count. */
export interface ColumnProfile {
  readonly type: ColumnType
  readonly day: Day
  readonly rows: number
  readonly present: number
  readonly distinct: number
  readonly picture: Picture
  readonly median: number | null
  readonly greatest: number | null
  readonly outliers: Outliers | null
  /** Numbers and days, ascending; null for others. */
  readonly sorted: Float64Array | null
}

const LISTED_VALUES = 8

/** No rows, or no value in them: nothing present, and no picture. */
export function profileColumn(column: Column, rows: Uint32Array, day: Day): ColumnProfile {
  const common = { type: column.type, day, rows: rows.length }
  return column.type === 'number' || column.type === 'date'
    ? { ...common, ...profileNumbers(column, rows) }
    : { ...common, ...profileValues(column, rows) }
}

type Found = Omit<ColumnProfile, 'type' | 'day' | 'rows'>

function profileNumbers(
  column: Extract<Column, { type: 'number' | 'date' }>,
  rows: Uint32Array,
): Found {
  const values =
    column.type === 'number' ? column.values : Float64Array.from(column.values, toNumber)
  const sorted = sortedPresent(values, rows)
  const bins = binsOf(column, rows)
  return {
    present: sorted.length,
    distinct: countSteps(sorted),
    picture: bins
      ? { kind: 'histogram', ...bins, counts: histogramOf(column, rows, bins).counts }
      : { kind: 'none' },
    median: sorted.length > 0 ? quantileOf(sorted, 0.5) : null,
    greatest: sorted.at(-1) ?? null,
    outliers: outliersOf(sorted),
    sorted,
  }
}

const toNumber = (day: number): number => (day === MISSING_DAY ? NaN : day)

function countSteps(sorted: Float64Array): number {
  let count = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) count++
  return count
}

function profileValues(column: Column, rows: Uint32Array): Found {
  const { values, more, missing } = topValues(column, rows, LISTED_VALUES)
  return {
    present: rows.length - missing,
    distinct: values.length + more,
    picture: values.length === 0 ? { kind: 'none' } : { kind: 'values', values, more },
    median: null,
    greatest: null,
    outliers: null,
    sorted: null,
  }
}
