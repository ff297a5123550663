import type { Day } from '../../src/core/brand.ts'
import type { TrendFigures } from '../../src/core/view/figures.ts'
import type { Segment } from './average-change.ts'
import type { Seen } from './look.ts'
import type { ColumnSummary } from './opened.ts'

export interface TrendsQuestion {
  readonly seen: Seen
  /** The accounts that are counted; each snapshot by what it says of them itself. */
  readonly segment?: Segment
  /** Segments whose averages are wanted: the column that tells them apart, and its values; null is missing. At most MOST_PICKED. */
  readonly by: string | null
  readonly picked: readonly (string | null)[]
}

/** As many lines as a chart keeps apart. */
export const MOST_PICKED = 4

export interface TrendPoint extends TrendFigures {
  readonly day: Day
  readonly configurationVersion: number
  /** Of the segments that were asked for, in their order. */
  readonly segments: readonly SegmentTrend[]
}

/** The mean score of a segment in one snapshot, and the mean share of the weight for which there was data, 0..1. */
export type SegmentTrend = Pick<TrendFigures, 'average' | 'coverage'>

export interface Trends {
  readonly points: readonly TrendPoint[]
  /** What the portfolio can be told apart by. */
  readonly attributes: readonly ColumnSummary[]
  readonly by: string | null
  /** The segments there are in the newest snapshot, by value at risk; at most 30. */
  readonly choices: readonly SegmentChoice[]
  /** The segments that all of it can be confined to, those of a few attributes. */
  readonly filters: readonly SegmentFilter[]
}

export interface SegmentChoice {
  readonly label: string | null
  readonly accounts: number
}

export interface SegmentFilter {
  readonly attribute: ColumnSummary
  readonly choices: readonly SegmentChoice[]
}
