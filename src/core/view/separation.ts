import { MISSING_BOOLEAN, type Column } from '../table/column.ts'

/** How two groups of accounts stand to each other on one factor. */
export interface Separation {
  /** Accounts with a score and an outcome of yes, and of no. */
  readonly yes: number
  readonly no: number
  /** Of all pairs of one of each, the share in which the one with no scores higher; of ties half. Null where either has too few. */
  readonly higher: number | null
}

/** With fewer of either, chance decides. */
const FEWEST_OF_EACH = 5

/** Rows as 1 (yes), 0 (no) and NaN; null where the column is neither yes or no nor 1 or 0. */
export function outcomesIn(column: Column | null): Float64Array | null {
  if (column?.type === 'boolean')
    return Float64Array.from(column.values, (value) => (value === MISSING_BOOLEAN ? NaN : value))
  if (column?.type !== 'number') return null
  const isTwofold = column.values.every((value) => value !== value || value === 0 || value === 1)
  return isTwofold ? column.values : null
}

/** Scores and outcomes row by row, NaN where there is none. The area under the curve of receiver operation, by counting pairs. */
export function separationOf(scores: Float64Array, outcomes: Float64Array): Separation {
  const [no, yes] = [0, 1].map((wanted) =>
    scores.filter((score, row) => !Number.isNaN(score) && outcomes[row] === wanted).sort(),
  ) as [Float64Array, Float64Array]
  const isEnough = Math.min(yes.length, no.length) >= FEWEST_OF_EACH
  return { yes: yes.length, no: no.length, higher: isEnough ? shareHigher(no, yes) : null }
}

/** Both ascending. */
function shareHigher(those: Float64Array, others: Float64Array): number {
  let [below, upTo, sum] = [0, 0, 0]
  for (const score of those) {
    while ((others[below] as number) < score) below++
    while ((others[upTo] as number) <= score) upTo++
    sum += (below + upTo) / 2
  }
  return sum / (those.length * others.length)
}
