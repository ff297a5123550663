import type { Figure } from './figures.ts'
import type { Versions } from './look.ts'
import type { ColumnSummary } from './opened.ts'

export interface SegmentLine {
  readonly label: string | null
  readonly count: number
  readonly value: number | null
  readonly valueAtRisk: number | null
  readonly averageScore: Figure
  readonly bands: readonly number[]
  readonly notScored: number
}

export interface SegmentsTable {
  readonly attributes: readonly ColumnSummary[]
  readonly attribute: string | null
  readonly versions: Versions
  readonly lines: readonly SegmentLine[]
  /** Beyond the lines shown, the greatest first. */
  readonly more: number
}
