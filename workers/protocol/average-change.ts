import type { AccountIndex, Day } from '../../src/core/brand.ts'
import type { AverageRowName } from '../../src/core/score/explain/average-behind.ts'

/** The accounts that have one value in each of these columns; null is missing. No condition: the portfolio. */
export type Segment = readonly { readonly by: string; readonly label: string | null }[]

/** Why the average of the portfolio or a segment differs from the one before, in lines whose points add up as printed. */
export interface AverageChange {
  readonly day: Day
  readonly since: Day
  readonly before: AverageSide
  readonly after: AverageSide
  /** Null where nobody has a score on a side. */
  readonly change: number | null
  /** Those who have a score on both sides. */
  readonly stayed: number
  readonly lines: readonly AverageLine[]
  /** The versions of the model on the two sides. */
  readonly versions: { readonly before: number; readonly after: number }
}

export interface AverageSide {
  /** Those who have a score. */
  readonly accounts: number
  readonly average: number | null
}

export interface AverageLine {
  readonly name: AverageRowName
  /** A factor's. */
  readonly label: string
  readonly accounts: number
  /** Null: nobody stayed to hold those against who came and went. */
  readonly points: number | null
  /** Of a factor that is ranked anew: what the accounts did themselves, and what the cohort did around them. */
  readonly split: { readonly own: number; readonly cohort: number } | null
}

/** The accounts behind a line, those that it moved most first; at most PAGE_ROWS. */
export interface BehindLine {
  readonly total: number
  readonly rows: readonly BehindAccount[]
}

export interface BehindAccount {
  readonly account: AccountIndex
  readonly name: string
  readonly before: number | null
  readonly after: number | null
  /** What moved its own score; of those who came or went, how far they are from those who stayed. */
  readonly points: number
}
