/** Values of one input in bins of one width. */
export interface Histogram {
  /** Where the first bin begins, and how wide each is. */
  readonly from: number
  readonly step: number
  readonly counts: readonly number[]
  /** Values beyond the bins, on either side. */
  readonly below: number
  readonly above: number
}

const MOST_BINS = 28
/** A tail is cut off where it is more than so many times as long as what lies before it. */
const LONG_TAIL = 1.5

/**
 * Ascending values in at most 28 bins that begin at round numbers; whole numbers stand in the middle of theirs where each can have its
 * own. A long tail of a hundredth of the values is left outside, so that a few extreme accounts do not press the others into one bin.
 * No values: no bins.
 */
export function histogramOf(sorted: Float64Array): Histogram {
  if (sorted.length === 0) return { from: 0, step: 1, counts: [], below: 0, above: 0 }
  const [least, greatest] = withoutTails(sorted)
  const isWhole = sorted.every(Number.isInteger)
  if (isWhole && greatest - least < MOST_BINS)
    return binned(sorted, least - 0.5, 1, greatest - least + 1)
  const step = roundStep((greatest - least) / MOST_BINS, isWhole)
  const from = Math.floor(least / step) * step
  return binned(sorted, from, step, Math.floor((greatest - from) / step) + 1)
}

function withoutTails(sorted: Float64Array): [number, number] {
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] as number
  const [least, low, high, greatest] = [at(0), at(0.01), at(0.99), at(1)]
  const width = high - low
  return [
    low - least > LONG_TAIL * width ? low : least,
    greatest - high > LONG_TAIL * width ? high : greatest,
  ]
}

/** 1, 2, 2.5 or 5 times a power of ten, at or above the width. */
function roundStep(width: number, isWhole: boolean): number {
  if (!(width > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(width))
  const step =
    ([1, 2, 2.5, 5, 10].find((times) => times * power >= width * (1 - 1e-9)) ?? 10) * power
  return isWhole ? Math.max(1, Math.ceil(step)) : Number(step.toPrecision(12))
}

function binned(sorted: Float64Array, from: number, step: number, bins: number): Histogram {
  const counts = new Array<number>(Math.max(1, bins)).fill(0)
  let [below, above] = [0, 0]
  for (let i = 0; i < sorted.length; i++) {
    const bin = Math.floor(((sorted[i] as number) - from) / step + 1e-9)
    if (bin < 0) below++
    else if (bin >= counts.length) above++
    else counts[bin]! += 1
  }
  return { from, step, counts, below, above }
}
