/** One row of a waterfall. */
export interface WaterfallStep {
  readonly key: string
  readonly title: string
  readonly note: string
  /** What was there before and after, in words; empty where that says nothing. */
  readonly what: string
  /** As printed: all of them together are what is between start and end. */
  readonly points: number
  /** How a fall is drawn: by the data, or cut off by a rule. */
  readonly tone: 'down' | 'cut'
}

/** A round stretch around all values: 5 wide at least, so that a tenth does not look like a landslide. */
export function stretchOf(values: readonly number[]): {
  readonly from: number
  readonly to: number
} {
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(0.5, (5 - (greatest - least)) / 2)
  return {
    from: Math.max(0, Math.floor(least - room)),
    to: Math.min(100, Math.ceil(greatest + room)),
  }
}
