import { quantileOf } from './quantiles.ts'

/** Values that lie far from the rest: below `low` or above `high`. */
export interface Outliers {
  readonly low: number
  readonly high: number
  readonly below: number
  readonly above: number
}

const FEWEST = 20
/** Tukey's far out: three times the middle half's width beyond it. */
const FAR = 3
const SKEWED = 1.5

/**
 * The outliers of ascending values, by Tukey's outer fences (Exploratory Data Analysis, 1977). Where all are positive and the upper half is
 * far wider than the lower, as with money, the fences are those of their logarithms. Null for fewer than 20 values, a middle half that is all one, or none far out.
 */
export function outliersOf(sorted: Float64Array): Outliers | null {
  if (sorted.length < FEWEST) return null
  const [q1, q2, q3] = [0.25, 0.5, 0.75].map((share) => quantileOf(sorted, share)) as [
    number,
    number,
    number,
  ]
  if (q1 === q3) return null
  const isSkewed = (sorted[0] as number) > 0 && q3 - q2 > SKEWED * (q2 - q1)
  const [low, high] = isSkewed ? fences(Math.log(q1), Math.log(q3)).map(Math.exp) : fences(q1, q3)
  const below = countBelow(sorted, low as number)
  const above = sorted.length - countUpTo(sorted, high as number)
  return below + above === 0 ? null : { low: low as number, high: high as number, below, above }
}

const fences = (q1: number, q3: number): [number, number] => [
  q1 - FAR * (q3 - q1),
  q3 + FAR * (q3 - q1),
]

/** How many ascending values are less than `limit`. */
function countBelow(sorted: Float64Array, limit: number): number {
  return placeOf(sorted, (value) => value < limit)
}

/** How many ascending values are at most `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  return placeOf(sorted, (value) => value <= limit)
}

function placeOf(sorted: Float64Array, isBefore: (value: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(sorted[middle] as number)) low = middle + 1
    else high = middle
  }
  return low
}
