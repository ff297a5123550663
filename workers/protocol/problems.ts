import type { RowProblem } from '../../src/core/problem.ts'

/** Which problems of a delivery are asked for: of some kinds, or the cells of one column that cannot be read. */
export interface ProblemQuery {
  /** Null: all. */
  readonly codes: readonly RowProblem['code'][] | null
  /** The place of a column in its file. */
  readonly column: number | null
  readonly from: number
}

/** At most PAGE_ROWS of them, in the order of the file; `total`: how many of them can be listed. */
export interface ProblemPage {
  readonly problems: readonly RowProblem[]
  readonly total: number
}
