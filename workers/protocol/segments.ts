import type { Day } from '../../src/core/brand.ts'
import type { Cut, Dimension } from '../../src/core/view/dimension.ts'
import type { Segment } from '../../src/core/view/segment.ts'
import type { SegmentCell } from '../../src/core/view/segment-order.ts'
import type { Look, Versions } from './look.ts'

/** One way to tell accounts apart: an expression, and how its numbers or days are cut; null: as is usual. */
export interface SplitBy {
  readonly subject: string
  readonly cut: Cut | null
}

export interface SegmentsQuestion extends Look {
  readonly by: SplitBy
  /** Crosses the first; null: it stands alone. */
  readonly across: SplitBy | null
}

/** What a segment needs to be named by. */
export interface SplitNamed extends Pick<Dimension, 'type' | 'cut' | 'isWhole'> {
  readonly subject: string
}

export interface DimensionAnswer extends Dimension, SplitNamed {}

/** The accounts by one or two dimensions. Bounded by how many segments are shown, not by accounts. */
export interface SegmentsTable {
  readonly by: DimensionAnswer
  readonly across: DimensionAnswer | null
  readonly versions: Versions
  readonly all: SegmentCell
  /** Of each segment of `by`. */
  readonly lines: readonly SegmentCell[]
  /** Of each segment of `across`; none without it. */
  readonly heads: readonly SegmentCell[]
  /** By segment of `by`, then of `across`. */
  readonly cells: readonly (readonly SegmentCell[])[]
}

/** Segments that are known, of an expression. */
export interface DriftOf {
  readonly subject: string
  readonly segments: readonly Segment[]
}

/** How segments that are known went over the latest snapshots up to the one that is looked at. */
export interface DriftQuestion extends Look, DriftOf {
  /** Crosses the first; null: it stands alone. */
  readonly across: DriftOf | null
  /** Snapshots. */
  readonly most: number
}

export interface DriftPoint {
  readonly day: Day
  readonly configurationVersion: number
  /** Of all accounts. */
  readonly average: number | null
  /** Where two cross row by row, as many to a row as there are across. */
  readonly segments: readonly SegmentDrift[]
}

export interface SegmentDrift {
  readonly accounts: number
  readonly average: number | null
  readonly bands: readonly number[]
  readonly notScored: number
}

export interface Drift {
  readonly points: readonly DriftPoint[]
}
