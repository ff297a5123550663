import type { Node } from '../formula/tree.ts'
import type { Column, ColumnType, DateColumn, NumberColumn } from '../table/column.ts'
import { MISSING_DAY } from '../table/column.ts'
import { sortedPresent } from '../table/quantiles.ts'
import {
  edgesByCounts,
  edgesByWidth,
  rangesBetween,
  usualBuckets,
  usualEdges,
} from './bucket-edges.ts'
import type { ScoredRows } from './figures.ts'
import { PERIODS, periodsOf, usualPeriod } from './periods.ts'
import type { Segment } from './segment.ts'
import { valueSegments } from './segment-values.ts'

export const CUT_WAYS = ['counts', 'width', ...PERIODS] as const
export type CutWay = (typeof CUT_WAYS)[number]

/** As many accounts in each, equal stretches, or periods of the calendar. */
export interface EvenCut {
  readonly way: CutWay
  /** About so many of a number; of periods the newest, those before them together. Null: as the data suggests. */
  readonly buckets: number | null
}

/** How numbers or days are cut into segments: evenly, or at these edges (of dates days since 1970). */
export type Cut = EvenCut | readonly number[]

export const isEven = (cut: Cut): cut is EvenCut => !Array.isArray(cut)

/** What a portfolio is split by, and into what. */
export interface Dimension {
  readonly type: ColumnType
  /** As it was done; null for values, which are not cut. */
  readonly cut: Cut | null
  /** Between the buckets of a number, or days that were asked for. */
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
  const fits = cut && (!isEven(cut) || cut.way === 'counts' || cut.way === 'width')
  const asked = fits ? cut : (usualEdges(subject) ?? { way: 'counts' as const, buckets: null })
  const chosen = isEven(asked) ? evenly(asked, sorted) : { cut: asked, edges: ascending(asked) }
  const isWhole = sorted.every(Number.isInteger) && chosen.edges.every(Number.isInteger)
  return { ...chosen, isWhole, segments: rangesBetween(chosen.edges, sorted) }
}

function evenly({ way, buckets }: EvenCut, sorted: Float64Array) {
  const count = buckets ?? usualBuckets(sorted)
  const edges = way === 'width' ? edgesByWidth(sorted, count) : edgesByCounts(sorted, count)
  return { cut: { way, buckets: count }, edges }
}

function splitDays(sorted: Float64Array, { cut, most }: Asked) {
  if (cut && !isEven(cut)) {
    const edges = ascending(cut)
    return { cut, edges, isWhole: true, segments: rangesBetween(edges, sorted) }
  }
  const asked = PERIODS.find((period) => period === cut?.way)
  const way = asked ?? (sorted.length > 0 ? usualPeriod(sorted) : 'month')
  const buckets = asked ? (cut?.buckets ?? null) : null
  const segments = periodsOf(sorted, way, Math.min(most, buckets ?? most))
  return { cut: { way, buckets }, edges: [], isWhole: true, segments }
}

const ascending = (edges: readonly number[]): number[] => [...new Set(edges)].sort((a, b) => a - b)

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
