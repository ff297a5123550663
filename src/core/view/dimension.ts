import type { Node } from '../formula/tree.ts'
import type { Column, ColumnType, DateColumn, NumberColumn } from '../table/column.ts'
import { MISSING_DAY } from '../table/column.ts'
import { sortedPresent } from '../table/quantiles.ts'
import { edgesByCounts, edgesByWidth, rangesBetween, usualEdges } from './bucket-edges.ts'
import type { ScoredRows } from './figures.ts'
import { periodsOf, usualPeriod, type Period } from './periods.ts'
import type { Segment } from './segment.ts'
import { valueSegments } from './segment-values.ts'

/** How numbers or days are cut into segments: as many accounts in each, equal stretches, periods, or at these edges. */
export type Cut = 'counts' | 'width' | Period | readonly number[]

/** What a portfolio is split by, and into what. */
export interface Dimension {
  readonly type: ColumnType
  /** As it was done; null for values, which are not cut. */
  readonly cut: Cut | null
  /** Between the buckets of a number. */
  readonly edges: readonly number[]
  /** Every value is a whole number. */
  readonly isWhole: boolean
  readonly segments: readonly Segment[]
}

interface Asked {
  readonly subject: Node
  /** Null, or one that does not fit the type: as is usual for the subject. */
  readonly cut: Cut | null
  readonly sheet: Pick<ScoredRows, 'included' | 'bands'>
  readonly riskBands: readonly boolean[]
  readonly values: Float64Array | null
  /** Of texts, beside others and missing; of periods. */
  readonly most: number
}

/** Splits the included accounts by a column. Segments in which nobody is are left out, unless others lie on both sides. */
export function dimensionOf(column: Column, asked: Asked): Dimension {
  if (column.type === 'text' || column.type === 'boolean') {
    const segments = valueSegments(column, asked, asked.most)
    return { type: column.type, cut: null, edges: [], isWhole: false, segments }
  }
  const { sorted, missing } = sortedOf(column, asked.sheet.included)
  const found = column.type === 'date' ? splitDays(sorted, asked) : splitNumbers(sorted, asked)
  const segments = [...found.segments, ...(missing > 0 ? [{ kind: 'missing' } as const] : [])]
  return { type: column.type, ...found, segments }
}

function splitNumbers(sorted: Float64Array, { subject, cut }: Asked) {
  const usual = usualEdges(subject)
  const isCut = typeof cut === 'object' ? cut !== null : cut === 'counts' || cut === 'width'
  const chosen = isCut ? cut : (usual ?? 'counts')
  const edges =
    typeof chosen === 'object'
      ? [...new Set(chosen)].sort((a, b) => a - b)
      : chosen === 'width'
        ? edgesByWidth(sorted)
        : edgesByCounts(sorted)
  const isWhole = sorted.every(Number.isInteger) && edges.every(Number.isInteger)
  return { cut: chosen, edges, isWhole, segments: rangesBetween(edges, sorted) }
}

function splitDays(sorted: Float64Array, { cut, most }: Asked) {
  const isPeriod = cut === 'month' || cut === 'quarter' || cut === 'year'
  const period = isPeriod ? cut : sorted.length > 0 ? usualPeriod(sorted) : 'month'
  return { cut: period, edges: [], isWhole: true, segments: periodsOf(sorted, period, most) }
}

/** The values of the included rows, ascending, and how many have none. */
function sortedOf({ type, values }: NumberColumn | DateColumn, included: Uint8Array) {
  const found = new Float64Array(values.length)
  let missing = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    const isMissing = Number.isNaN(value) || (type === 'date' && value === MISSING_DAY)
    if (isMissing && included[row] === 1) missing++
    found[row] = isMissing || included[row] !== 1 ? NaN : value
  }
  return { sorted: sortedPresent(found), missing }
}
