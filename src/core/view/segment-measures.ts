import { NO_BAND } from '../score/sheet.ts'
import type { ScoredRows } from './figures.ts'
import { NO_SEGMENT } from './segment.ts'

/** What is said of one segment. Accounts that are left out count nowhere. */
export interface SegmentMeasures {
  readonly accounts: number
  /** Sum; null where no account of the segment has a value. */
  readonly value: number | null
  readonly valueAtRisk: number | null
  /** Mean of the shown scores; null where nobody is scored. */
  readonly average: number | null
  /** Accounts per band. */
  readonly bands: readonly number[]
  readonly notScored: number
  /** Mean, 0..1; null where there is nobody, or it is not known. */
  readonly coverage: number | null
  /** Accounts on which a flag of a risk is raised. */
  readonly flagged: number
  /** Accounts per flag. */
  readonly flags: readonly number[]
}

export interface MeasuredRows extends ScoredRows {
  /** Null where it is not known. */
  readonly coverage: Float64Array | null
  readonly flags: readonly Uint8Array[]
}

export interface MeasuredBy {
  readonly riskBands: readonly boolean[]
  readonly riskFlags: readonly boolean[]
  /** NaN where missing; null where there is no value column. */
  readonly values: Float64Array | null
}

/** The measures of so many segments, `places` naming each row's. One pass over typed arrays. */
export function measureSegments(
  places: Uint16Array,
  count: number,
  sheet: MeasuredRows,
  by: MeasuredBy,
): SegmentMeasures[] {
  const sums = addUp(places, count, sheet, by)
  const measures = Array.from({ length: count }, (_, place) => measuresAt(sums, place))
  return sheet.coverage ? measures : measures.map((one) => ({ ...one, coverage: null }))
}

/** What is said of several segments together that no account shares. */
export function combined(parts: readonly SegmentMeasures[]): SegmentMeasures {
  const sum = (of: (part: SegmentMeasures) => number) =>
    parts.reduce((total, part) => total + of(part), 0)
  const maybeSum = (of: (part: SegmentMeasures) => number | null) =>
    parts.some((part) => of(part) !== null) ? sum((part) => of(part) ?? 0) : null
  const [accounts, notScored] = [sum((part) => part.accounts), sum((part) => part.notScored)]
  const places = (of: (part: SegmentMeasures) => readonly number[]) =>
    (parts[0] ? of(parts[0]) : []).map((_, place) => sum((part) => of(part)[place] ?? 0))
  const meanOf = (total: number | null, count: number) =>
    total === null || count === 0 ? null : total / count
  return {
    accounts,
    value: maybeSum(({ value }) => value),
    valueAtRisk: maybeSum(({ valueAtRisk }) => valueAtRisk),
    average: meanOf(maybeSum(scoresOf), accounts - notScored),
    bands: places(({ bands }) => bands),
    notScored,
    coverage: meanOf(maybeSum(coverageOf), accounts),
    flagged: sum(({ flagged }) => flagged),
    flags: places(({ flags }) => flags),
  }
}

const scoresOf = ({ average, accounts, notScored }: SegmentMeasures): number | null =>
  average === null ? null : average * (accounts - notScored)
const coverageOf = ({ coverage, accounts }: SegmentMeasures): number | null =>
  coverage === null ? null : coverage * accounts

/** The mean of the shown scores in each of so many segments; null where nobody is scored. */
export function averagesOf(
  places: Uint16Array,
  count: number,
  { included, shown }: Pick<ScoredRows, 'included' | 'shown'>,
): (number | null)[] {
  const scores = new Float64Array(count)
  const scored = new Uint32Array(count)
  for (let row = 0; row < places.length; row++) {
    const place = places[row] as number
    const score = shown[row] as number
    if (place === NO_SEGMENT || included[row] !== 1 || Number.isNaN(score)) continue
    scores[place]! += score
    scored[place]!++
  }
  return Array.from(scores, (sum, place) => (scored[place] ? sum / scored[place] : null))
}

type Sums = ReturnType<typeof noSums>

const noSums = (count: number, bands: number, flags: number) => ({
  bands,
  flags,
  accounts: new Uint32Array(count),
  valued: new Uint32Array(count),
  value: new Float64Array(count),
  atRisk: new Float64Array(count),
  score: new Float64Array(count),
  coverage: new Float64Array(count),
  flagged: new Uint32Array(count),
  /** The last place of each segment is not scored. */
  inBand: new Uint32Array(count * (bands + 1)),
  raised: new Uint32Array(count * flags),
})

function addUp(
  places: Uint16Array,
  count: number,
  { included, shown, bands, coverage, flags }: MeasuredRows,
  { riskBands, riskFlags, values }: MeasuredBy,
): Sums {
  const sums = noSums(count, riskBands.length, flags.length)
  for (let row = 0; row < places.length; row++) {
    const place = places[row] as number
    if (place === NO_SEGMENT || included[row] !== 1) continue
    const band = bands[row] as number
    const isScored = band !== NO_BAND
    sums.accounts[place]!++
    if (coverage) sums.coverage[place]! += coverage[row] as number
    sums.inBand[place * (riskBands.length + 1) + (isScored ? band : riskBands.length)]!++
    if (isScored) sums.score[place]! += shown[row] as number
    const value = values ? (values[row] as number) : NaN
    if (!Number.isNaN(value)) {
      sums.valued[place]!++
      sums.value[place]! += value
      if (isScored && riskBands[band] === true) sums.atRisk[place]! += value
    }
    let isFlagged = 0
    for (let flag = 0; flag < flags.length; flag++) {
      if (flags[flag]![row] !== 1) continue
      sums.raised[place * flags.length + flag]!++
      if (riskFlags[flag] === true) isFlagged = 1
    }
    sums.flagged[place]! += isFlagged
  }
  return sums
}

function measuresAt(sums: Sums, place: number): SegmentMeasures {
  const accounts = sums.accounts[place] as number
  const hasValue = (sums.valued[place] as number) > 0
  const width = sums.bands + 1
  const bands = Array.from(sums.inBand.subarray(place * width, (place + 1) * width))
  const notScored = bands.pop() ?? 0
  const scored = accounts - notScored
  return {
    accounts,
    value: hasValue ? (sums.value[place] as number) : null,
    valueAtRisk: hasValue ? (sums.atRisk[place] as number) : null,
    average: scored > 0 ? (sums.score[place] as number) / scored : null,
    bands,
    notScored,
    coverage: accounts > 0 ? (sums.coverage[place] as number) / accounts : null,
    flagged: sums.flagged[place] as number,
    flags: Array.from(sums.raised.subarray(place * sums.flags, (place + 1) * sums.flags)),
  }
}
