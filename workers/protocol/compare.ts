import type { AccountIndex, Day } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { Driver } from './accounts.ts'
import type { Distribution } from './overview.ts'

/** At least two, at most four: as many as can be read side by side. */
export const MOST_COMPARED = 4

export interface CompareQuestion {
  readonly day: Day
  readonly configurations: readonly Configuration[]
  /** The page of those that are judged differently: from which on, and at most PAGE_ROWS of them. */
  readonly from: number
  readonly count: number
}

/** Several configurations on the same accounts. Sides stand in the order of the question. */
export interface Comparison {
  /** Of the snapshot. */
  readonly accounts: number
  readonly sides: readonly ComparedSide[]
  /** Of each two. */
  readonly agreements: readonly RankAgreement[]
  /** How many are judged differently by one side or another. */
  readonly differing: number
  readonly rows: readonly ComparedRow[]
}

export interface ComparedSide {
  /** By band, and last those not scored. */
  readonly counts: readonly number[]
  readonly leftOut: number
  readonly average: number | null
  /** Null where no column is the value. */
  readonly valueAtRisk: number | null
  readonly distribution: Distribution
}

/** Kendall's tau-b, −1..1; null where there is too little to rank. `a` and `b` are places in the question. */
export interface RankAgreement {
  readonly a: number
  readonly b: number
  readonly tau: number | null
  /** Those that both score. */
  readonly accounts: number
}

export interface ComparedRow {
  readonly account: AccountIndex
  readonly key: string
  readonly name: string
  readonly value: number | null
  readonly sides: readonly ComparedJudgement[]
}

export interface ComparedJudgement {
  readonly score: number | null
  readonly band: number | null
  readonly included: boolean
  /** What costs it most under this side; null where nothing does, or no model applies. */
  readonly driver: Driver | null
  readonly model: number | null
}
