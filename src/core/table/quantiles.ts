/** The values of `rows` that are not NaN, ascending. No rows: empty. */
export function sortedPresent(values: Float64Array, rows: Uint32Array): Float64Array {
  const present = new Float64Array(rows.length)
  let count = 0
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] as number] as number
    if (!Number.isNaN(value)) present[count++] = value
  }
  return present.slice(0, count).sort()
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
