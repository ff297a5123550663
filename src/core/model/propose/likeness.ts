import { argsort } from '../../table/argsort.ts'

/** Enough rows to judge by; more would not change the judgement. */
const SAMPLE = 5_000
/** Fewer rows than this are alike by chance. */
const FEWEST = 20
/** Of each outcome. */
const FEWEST_OF_EACH = 5
const SAME = 0.98
const TELLS_ALL = 0.995

/** At most `most` of the rows, evenly spread. */
export function sampleOf(rows: Uint32Array, most = SAMPLE): Uint32Array {
  if (rows.length <= most) return rows
  const sample = new Uint32Array(most)
  for (let i = 0; i < most; i++) sample[i] = rows[Math.floor((i * rows.length) / most)] as number
  return sample
}

/** Mean ranks from 1 of the values in `rows`; NaN where missing. */
export function ranksIn(values: Float64Array, rows: Uint32Array): Float64Array {
  const ranks = new Float64Array(rows.length).fill(NaN)
  const places = new Uint32Array(rows.length)
  const present = new Float64Array(rows.length)
  let count = 0
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] as number] as number
    if (Number.isNaN(value)) continue
    places[count] = i
    present[count++] = value
  }
  const order = argsort(present.subarray(0, count))
  const at = (i: number) => present[order[i] as number]
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && at(to) === at(from)) to++
    for (let i = from; i < to; i++)
      ranks[places[order[i] as number] as number] = (from + 1 + to) / 2
  }
  return ranks
}

/** Whether two vectors of ranks say the same, in either direction: Spearman's correlation beyond 0.98. */
export const isRepeated = (a: Float64Array, b: Float64Array): boolean =>
  Math.abs(rankCorrelation(a, b)) > SAME

/** Spearman's correlation of two vectors of ranks, over what both have; NaN for too few, and where one says the same of all. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  let [n, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number]
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    n++
    sumA += x
    sumB += y
    sumAA += x * x
    sumBB += y * y
    sumAB += x * y
  }
  if (n < FEWEST) return NaN
  const spread = Math.sqrt((n * sumAA - sumA * sumA) * (n * sumBB - sumB * sumB))
  return spread > 0 ? (n * sumAB - sumA * sumB) / spread : NaN
}

/**
 * Whether a column tells the outcome (0, 1, NaN) apart as only what was recorded afterwards can: by its order (the area under the
 * curve is 1 or 0, but for a few rows), or by being there for one outcome alone.
 */
export function tellsOutcome(ranks: Float64Array, outcome: Float64Array): boolean {
  const present = [0, 0]
  const absent = [0, 0]
  let sum = 0
  let n = 0
  for (let i = 0; i < ranks.length; i++) {
    const y = outcome[i] as number
    if (Number.isNaN(y)) continue
    const rank = ranks[i] as number
    const counts = Number.isNaN(rank) ? absent : present
    counts[y] = (counts[y] as number) + 1
    if (Number.isNaN(rank)) continue
    n++
    if (y === 1) sum += rank
  }
  const [no, yes] = present as [number, number]
  const [noAbsent, yesAbsent] = absent as [number, number]
  if (isOneSided(no, yesAbsent, yes + noAbsent) || isOneSided(yes, noAbsent, no + yesAbsent))
    return true
  if (no < FEWEST_OF_EACH || yes < FEWEST_OF_EACH || n < FEWEST) return false
  const area = (sum - (yes * (yes + 1)) / 2) / (no * yes)
  return Math.max(area, 1 - area) >= TELLS_ALL
}

const isOneSided = (present: number, absent: number, others: number): boolean =>
  present >= FEWEST_OF_EACH && absent >= FEWEST_OF_EACH && others === 0
