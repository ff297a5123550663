import type { AverageExplanation, AverageThen } from './average-explanation.ts'
import { averageRows } from './average-rows.ts'
import { toShown } from './bands.ts'
import { ChangeSplitter, type ScoredAt } from './change-splitter.ts'
import { ChangeTally, count, noSum, type Sum } from './change-tally.ts'
import type { Points } from './explanation.ts'
import type { ScoreSheet } from './sheet.ts'

/** A portfolio or a segment on one side of a change. */
export interface SegmentThen extends ScoredAt {
  /** Positions in the snapshot; null: all. */
  readonly rows: Uint32Array | null
  /** The judgements that stand in place of scores, aligned with the snapshot; NaN: none. */
  readonly overrides?: Float64Array | null
}

/** One side as the loop over accounts reads it. */
interface Side {
  readonly sheet: ScoreSheet
  readonly rows: Uint32Array | null
  /** As read on screen, with all digits; NaN where there is no score, or the account is no customer. */
  readonly scores: Float64Array
  /** 1 in the segment; null: all are. */
  readonly isIn: Uint8Array | null
  /** For each account its row on the other side, -1 where it is not there. */
  readonly others: Int32Array
}

/** Those with a score on one side. */
export interface Takers {
  readonly all: Sum
  /** Of the scores as shown, with one decimal. */
  readonly shown: Sum
  /** On both sides. */
  readonly stayed: Sum
  /** Not there, or no customer, on the other side; there in another segment; there without a score. */
  readonly absent: Sum
  readonly elsewhere: Sum
  readonly unscored: Sum
}

/**
 * The change of the mean score: what moved those who stayed, part by part as `explainChange` splits it, and what coming and going did.
 * Both sides are of one history.
 */
export function explainAverage(before: SegmentThen, after: SegmentThen): AverageExplanation {
  const [then, now] = [sideOf(before, after), sideOf(after, before)]
  const splitter = new ChangeSplitter(before, after)
  const tally = new ChangeTally(splitter)
  const takers = {
    before: takersOf(then, now, () => {}),
    after: takersOf(now, then, (row, other) =>
      tally.add(other, row, (now.scores[row] as number) - (then.scores[other] as number)),
    ),
  }
  const sides = { before: averageOf(takers.before), after: averageOf(takers.after) }
  const change = changeOf(sides.before.average, sides.after.average)
  const rows = change ? averageRows(splitter, tally, takers, change) : []
  return { ...sides, change, stayed: tally.accounts, rows }
}

function sideOf(segment: SegmentThen, other: SegmentThen): Side {
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

function takersOf(side: Side, other: Side, stay: (row: number, other: number) => void): Takers {
  const [all, shown, stayed] = [noSum(), noSum(), noSum()]
  const [absent, elsewhere, unscored] = [noSum(), noSum(), noSum()]
  const length = side.rows ? side.rows.length : side.scores.length
  for (let i = 0; i < length; i++) {
    const row = side.rows ? (side.rows[i] as number) : i
    const score = side.scores[row] as number
    if (Number.isNaN(score)) continue
    count(all, score)
    count(shown, toShown(score))
    const there = side.others[row] as number
    if (there < 0 || other.sheet.included[there] !== 1) count(absent, score)
    else if (other.isIn && other.isIn[there] !== 1) count(elsewhere, score)
    else if (Number.isNaN(other.scores[there])) count(unscored, score)
    else {
      count(stayed, score)
      stay(row, there)
    }
  }
  return { all, shown, stayed, absent, elsewhere, unscored }
}

const averageOf = ({ all, shown }: Takers): AverageThen => ({
  accounts: all.accounts,
  average:
    all.accounts === 0
      ? null
      : { exact: all.points / all.accounts, printed: toTenths(shown.points / shown.accounts) },
})

function changeOf(before: Points | null, after: Points | null): Points | null {
  if (!before || !after) return null
  return { exact: after.exact - before.exact, printed: toTenths(after.printed - before.printed) }
}

/** + 0: nothing is printed as minus zero. */
const toTenths = (value: number): number => Math.round(value * 10) / 10 + 0
