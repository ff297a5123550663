import { isWholeTimes, toWhole } from './whole-times.ts'

/** The values that are not NaN, of `rows` or of all, ascending. None: empty. */
export function sortedPresent(values: Float64Array, rows: Uint32Array | null = null): Float64Array {
  const present = new Float64Array(rows?.length ?? values.length)
  let count = 0
  for (let i = 0; i < present.length; i++) {
    const value = values[rows ? (rows[i] as number) : i] as number
    if (!Number.isNaN(value)) present[count++] = value
  }
  const some = present.slice(0, count)
  return sortWhole(some) ?? some.sort()
}

/** A range of so many times the values is still faster counted than sorted. */
const WIDEST = 4
/** Values of at most so many decimals are whole numbers of their last digit. */
const SCALES = [1, 10, 100, 1_000, 10_000]

/** Values of few decimals close together, as most figures are, sorted by counting each; null for others. */
function sortWhole(values: Float64Array): Float64Array | null {
  const scale = SCALES.find((one) => isWholeTimes(values, one))
  if (scale === undefined) return null
  let [least, greatest] = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const [first, last] = [toWhole(least, scale), toWhole(greatest, scale)]
  const isClose = values.length > 0 && last - first < values.length * WIDEST
  if (!isClose) return null
  const counts = new Uint32Array(last - first + 1)
  for (let i = 0; i < values.length; i++) counts[toWhole(values[i] as number, scale) - first]!++
  for (let step = 0, end = 0; step < counts.length; step++)
    values.fill((first + step) / scale, end, (end += counts[step] as number))
  return values
}

/**
 * The quantile at `share` (0..1) of ascending values: type 7 of Hyndman and Fan (1996), as PERCENTILE.INC of spreadsheets.
 * No values: NaN.
 */
export function quantileOf(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return NaN
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (place - below) * (high - low)
}

/** The 101 quantiles 0 %, 1 % … 100 % that freeze a cohort in a configuration. No values: none. */
export function referenceOf(sorted: Float64Array): number[] {
  if (sorted.length === 0) return []
  return Array.from({ length: 101 }, (_, percent) => quantileOf(sorted, percent / 100))
}
