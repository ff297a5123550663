import { countHashed } from './distinct.ts'
import { toWhole } from './whole-times.ts'

type Values = Float64Array | Int32Array | Uint8Array

/** What a row of numbers comes to. No values: `least` is Infinity and `greatest` -Infinity. */
export interface NumberSummary {
  /** Values that are not missing. */
  readonly present: number
  /** Different ones among them. */
  readonly distinct: number
  readonly least: number
  readonly greatest: number
  /** How many lie in each of BINS steps of the same width from the least to the greatest. */
  readonly bins: readonly number[]
}

export const BINS = 12

/** NaN and `missing` are no values. */
export function summarise(values: Values, missing: number): NumberSummary {
  const extent = extentOf(values, missing)
  const { scale, least, greatest } = extent
  if (scale === null || extent.present === 0)
    return { ...extent, ...ofAny(values, missing, extent) }
  const first = toWhole(least, scale)
  const width = toWhole(greatest, scale) - first
  if (width < MOST_COUNTED)
    return { ...extent, ...byCounting(values, missing, { ...extent, scale }) }
  if (width <= values.length * WIDEST)
    return { ...extent, ...byMarking(values, missing, { ...extent, scale }) }
  return { ...extent, ...ofAny(values, missing, extent) }
}

interface Extent {
  readonly present: number
  readonly least: number
  readonly greatest: number
  /** All values are whole numbers of 1 / scale; null where they are of none. */
  readonly scale: number | null
}

/** Values of at most so many decimals are whole numbers of their last digit. */
const SCALES = [1, 10, 100, 1_000, 10_000]
/** So many steps are counted one by one: the counts stay near the processor. */
const MOST_COUNTED = 65_536
/** So many times the values: a bit for each value that is possible is still faster than looking for each that is there. */
const WIDEST = 32

function extentOf(values: Values, missing: number): Extent {
  for (const scale of SCALES) {
    const found = extentAt(values, missing, scale)
    if (found) return found
  }
  return extentAt(values, missing, null) as Extent
}

// Over rows: index loops on typed arrays, few of them, as columns are many.

/** Null as soon as a value is no whole number of 1 / scale. */
function extentAt(values: Values, missing: number, scale: number | null): Extent | null {
  let [least, greatest] = [Infinity, -Infinity]
  let present = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value !== value || value === missing) continue
    if (scale !== null && toWhole(value, scale) / scale !== value) return null
    present++
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return { present, least, greatest, scale }
}

type Whole = Extent & { readonly scale: number }
type Spread = Pick<NumberSummary, 'distinct' | 'bins'>

function byCounting(values: Values, missing: number, extent: Whole): Spread {
  const { scale, least, greatest } = extent
  const first = toWhole(least, scale)
  const counts = new Uint32Array(toWhole(greatest, scale) - first + 1)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value === value && value !== missing) counts[toWhole(value, scale) - first]!++
  }
  const bins = new Array<number>(BINS).fill(0)
  const perUnit = binsPerUnit(extent)
  let distinct = 0
  for (let step = 0; step < counts.length; step++) {
    const count = counts[step] as number
    if (count === 0) continue
    distinct++
    bins[binOf((first + step) / scale, least, perUnit)]! += count
  }
  return { distinct, bins }
}

function byMarking(values: Values, missing: number, extent: Whole): Spread {
  const { scale, least, greatest } = extent
  const first = toWhole(least, scale)
  const marks = new Uint32Array(((toWhole(greatest, scale) - first) >>> 5) + 1)
  const bins = new Uint32Array(BINS)
  const perUnit = binsPerUnit(extent)
  let distinct = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value !== value || value === missing) continue
    bins[binOf(value, least, perUnit)]!++
    const place = toWhole(value, scale) - first
    const bit = 1 << (place & 31)
    const marked = marks[place >>> 5] as number
    if ((marked & bit) === 0) distinct++
    marks[place >>> 5] = marked | bit
  }
  return { distinct, bins: [...bins] }
}

function ofAny(values: Values, missing: number, extent: Extent): Spread {
  const bins = new Uint32Array(BINS)
  const perUnit = binsPerUnit(extent)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value === value && value !== missing) bins[binOf(value, extent.least, perUnit)]!++
  }
  return { distinct: countHashed(values, missing), bins: [...bins] }
}

const binsPerUnit = ({ least, greatest }: Extent): number =>
  greatest > least ? BINS / (greatest - least) : 0

const binOf = (value: number, least: number, perUnit: number): number =>
  Math.min(BINS - 1, Math.floor((value - least) * perUnit))
