import type { Better } from '../../model/configuration.ts'
import { argsort } from '../../table/argsort.ts'
import type { NumberScale } from './number-scales.ts'

export interface Ranking {
  readonly better: Better
  /** This share of the best gets 100, 0..0.5: a few extreme accounts do not push all others to zero. */
  readonly top: number
}

/**
 * Anchored mid-ranks of a cohort as scores 0..100: the least is 0, the greatest 100, ties share the mean of their places.
 * No value may be NaN. All equal, one value included: 50. No values: empty.
 */
export function scoreByRank(values: Float64Array, ranking: Ranking): Float64Array {
  const mids = midRanks(values)
  const { least, greatest } = range(mids)
  for (let i = 0; i < mids.length; i++)
    mids[i] = scoreOfPlace(((mids[i] as number) - least) / (greatest - least), ranking)
  return mids
}

/**
 * The same against a frozen cohort: `reference` holds its 101 ascending quantiles, and a value's place is where it stands in that
 * list. A value between entries i and i + 1 is at i + (x - r[i]) / (r[i + 1] - r[i]); one outside is at the nearest end. NaN stays NaN.
 */
export function scoreByReference(
  values: Float64Array,
  reference: readonly number[],
  ranking: Ranking,
): Float64Array {
  const scoreOf = referenceScale(Float64Array.from(reference), ranking)
  const scores = new Float64Array(values.length)
  for (let i = 0; i < scores.length; i++) {
    const value = values[i] as number
    scores[i] = value === value ? scoreOf(value) : NaN
  }
  return scores
}

/** Scores one value by its place among ascending entries, of which there may be any number. Among none: NaN. */
export function referenceScale(entries: Float64Array, ranking: Ranking): NumberScale {
  if (entries.length === 0) return () => NaN
  const mids = midsOfSorted(entries)
  const least = mids[0] as number
  const span = (mids[mids.length - 1] as number) - least
  return (value) => scoreOfPlace((placeIn(entries, mids, value) - least) / span, ranking)
}

/** `place` is 0..1 from the least to the greatest, or NaN (0/0) where all are equal. */
function scoreOfPlace(place: number, { better, top }: Ranking): number {
  if (Number.isNaN(place)) return 50
  return 100 * Math.min(1, (better === 'higher' ? place : 1 - place) / (1 - top))
}

/** The mean position of each value's ties in ascending order, from 0. */
function midRanks(values: Float64Array): Float64Array {
  const order = argsort(values)
  const mids = new Float64Array(values.length)
  for (let from = 0, to = 0; from < order.length; from = to) {
    const value = values[order[from] as number]
    while (to < order.length && values[order[to] as number] === value) to++
    const mid = (from + to - 1) / 2
    for (let i = from; i < to; i++) mids[order[i] as number] = mid
  }
  return mids
}

/** The same of values that ascend already. */
export function midsOfSorted(values: Float64Array): Float64Array {
  const mids = new Float64Array(values.length)
  for (let from = 0, to = 0; from < values.length; from = to) {
    while (to < values.length && values[to] === values[from]) to++
    mids.fill((from + to - 1) / 2, from, to)
  }
  return mids
}

function range(values: Float64Array): { least: number; greatest: number } {
  let least = Infinity
  let greatest = -Infinity
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i] as number)
    greatest = Math.max(greatest, values[i] as number)
  }
  return { least, greatest }
}

function placeIn(entries: Float64Array, mids: Float64Array, value: number): number {
  const after = firstAtLeast(entries, value)
  if (after === entries.length) return mids[after - 1] as number
  if (after === 0 || entries[after] === value) return mids[after] as number
  const below = entries[after - 1] as number
  return after - 1 + (value - below) / ((entries[after] as number) - below)
}

/** The first index whose entry is not less than the value; the length where there is none. */
function firstAtLeast(entries: Float64Array, value: number): number {
  let low = 0
  // Without a branch on values, which no processor can foresee.
  for (let length = entries.length; length > 0;) {
    const half = length >>> 1
    const isBelow = Number((entries[low + half] as number) < value)
    low += isBelow * (half + 1)
    length = isBelow * (length - half - 1) + (1 - isBelow) * half
  }
  return low
}
