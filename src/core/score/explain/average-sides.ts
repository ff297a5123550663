import type { ScoredAt } from './change-splitter.ts'
import type { ScoreSheet } from '../sheet.ts'

/** A portfolio or a segment on one side of a change. */
export interface SegmentThen extends ScoredAt {
  /** Positions in the snapshot; null: all. */
  readonly rows: Uint32Array | null
  /** The judgements that stand in place of scores, aligned with the snapshot; NaN: none. */
  readonly overrides?: Float64Array | null
}

/** One side as the loop over accounts reads it. */
export interface Side {
  readonly sheet: ScoreSheet
  readonly rows: Uint32Array | null
  /** As read on screen, with all digits; NaN where there is no score, or the account is no customer. */
  readonly scores: Float64Array
  /** 1 in the segment; null: all are. */
  readonly isIn: Uint8Array | null
  /** For each account its row on the other side, -1 where it is not there. */
  readonly others: Int32Array
}

/** How an account that has a score on one side takes part in the change. */
export type Part = 'stayed' | 'absent' | 'elsewhere' | 'unscored'

export function sideOf(segment: SegmentThen, other: SegmentThen): Side {
  const { scorer, at, rows, overrides = null } = segment
  const sheet = scorer.sheet(at)
  return {
    sheet,
    rows,
    scores: overrides ? overridden(sheet, overrides) : sheet.final,
    isIn: rows && marked(rows, sheet.accounts.length),
    others: scorer.evaluator.positions(at, other.at),
  }
}

const overridden = ({ final, included }: ScoreSheet, overrides: Float64Array): Float64Array =>
  final.map((score, row) => {
    const override = overrides[row] as number
    return included[row] === 1 && !Number.isNaN(override) ? override : score
  })

function marked(rows: Uint32Array, length: number): Uint8Array {
  const marks = new Uint8Array(length)
  for (let i = 0; i < rows.length; i++) marks[rows[i] as number] = 1
  return marks
}

/** Goes through those with a score on one side; `there` is the row on the other, -1 where it has none. */
export function eachTaker(
  side: Side,
  other: Side,
  take: (part: Part, row: number, there: number) => void,
): void {
  const length = side.rows ? side.rows.length : side.scores.length
  for (let i = 0; i < length; i++) {
    const row = side.rows ? (side.rows[i] as number) : i
    if (Number.isNaN(side.scores[row])) continue
    const there = side.others[row] as number
    if (there < 0 || other.sheet.included[there] !== 1) take('absent', row, there)
    else if (other.isIn && other.isIn[there] !== 1) take('elsewhere', row, there)
    else if (Number.isNaN(other.scores[there])) take('unscored', row, there)
    else take('stayed', row, there)
  }
}
