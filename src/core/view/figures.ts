import { NO_BAND, NO_MODEL, type ScoreSheet } from '../score/sheet.ts'
import type { CodedNumbers } from '../table/coded-numbers.ts'

/** One snapshot in a handful of numbers. Left-out accounts count nowhere but in `leftOut`. */
export interface PortfolioFigures {
  readonly accounts: number
  readonly leftOut: number
  readonly notScored: number
  /** Mean of the shown scores; null where nothing is scored. */
  readonly average: number | null
  /** Sum of value; null where no account has a value. */
  readonly totalValue: number | null
  /** Sum of value in bands at risk; null where no account has a value. */
  readonly valueAtRisk: number | null
  /** Accounts and value per band; the last entry is those not scored. */
  readonly counts: readonly number[]
  readonly values: readonly (number | null)[]
}

/** What a trend says of a snapshot. */
export interface TrendFigures extends Pick<
  PortfolioFigures,
  'accounts' | 'notScored' | 'average' | 'values'
> {
  /** Accounts per band. */
  readonly bands: readonly number[]
  /** The mean share of an account's weight for which there was data, 0..1; null where there is nobody, or it is not known. */
  readonly coverage: number | null
}

/** What the figures look at: the sheet as it is, or any other scores over the same accounts. */
export type ScoredRows = Pick<ScoreSheet, 'included' | 'shown' | 'bands'>

/**
 * `values` is aligned with the rows, NaN where missing; null where there is no value column. `rows` narrows to those positions.
 */
export function figuresOf(
  sheet: ScoredRows,
  riskBands: readonly boolean[],
  values: Float64Array | null,
  rows: ArrayLike<number> | null = null,
): PortfolioFigures {
  const places = riskBands.length + 1
  const { included, shown, bands } = sheet
  const counts = new Float64Array(places)
  const sums = new Float64Array(places)
  let [accounts, total, valued] = [0, 0, 0]
  const length = rows ? rows.length : shown.length
  for (let i = 0; i < length; i++) {
    const row = rows ? (rows[i] as number) : i
    if (included[row] !== 1) continue
    accounts++
    const band = bands[row] as number
    const place = band === NO_BAND ? places - 1 : band
    counts[place]!++
    if (band !== NO_BAND) total += shown[row] as number
    const value = values ? (values[row] as number) : NaN
    if (Number.isNaN(value)) continue
    valued++
    sums[place]! += value
  }
  const notScored = counts[places - 1] as number
  const sumWhere = (holds: (place: number) => boolean) =>
    valued > 0 ? sums.reduce((sum, value, place) => (holds(place) ? sum + value : sum), 0) : null
  return {
    accounts,
    leftOut: length - accounts,
    notScored,
    average: accounts > notScored ? total / (accounts - notScored) : null,
    totalValue: sumWhere(() => true),
    valueAtRisk: sumWhere((place) => riskBands[place] === true),
    counts: [...counts],
    values: Array.from(sums, (sum) => (valued > 0 ? sum : null)),
  }
}

/** The mean over the customers; null where there is none. */
export function meanCoverage({ values, codes }: CodedNumbers, included: Uint8Array): number | null {
  let [sum, customers] = [0, 0]
  for (let row = 0; row < codes.length; row++)
    if (included[row] === 1) {
      sum += values[codes[row] as number] as number
      customers++
    }
  return customers === 0 ? null : sum / customers
}

/** Included accounts that no model applies to. */
export function withoutModel(sheet: ScoreSheet): number {
  let count = 0
  for (let row = 0; row < sheet.models.length; row++)
    if (sheet.included[row] === 1 && sheet.models[row] === NO_MODEL) count++
  return count
}
