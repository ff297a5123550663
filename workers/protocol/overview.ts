import type { Day } from '../../src/core/brand.ts'
import type { AccountRow } from './accounts.ts'
import type { Figure } from './figures.ts'
import type { Versions } from './look.ts'

export interface BandFigure {
  readonly band: number
  readonly count: Figure
  readonly value: Figure
}

export interface Overview {
  readonly day: Day
  readonly since: Day | null
  readonly versions: Versions
  /** Of the latest snapshots, as the histories of the rows have them. */
  readonly historyVersions: readonly number[]
  readonly accounts: Figure
  readonly averageScore: Figure
  readonly valueAtRisk: Figure
  readonly notScored: Figure
  /** Accounts kept but left out by `include`, and accounts no model applies to. */
  readonly leftOut: number
  readonly bands: readonly BandFigure[]
  readonly triage: readonly AccountRow[]
  readonly distribution: Distribution
  readonly renewals: readonly RenewalMonth[]
}

/** Scored accounts per step of five points: counts[i] is [5 i, 5 i + 5), the last one includes 100. Split by band. */
export interface Distribution {
  readonly step: number
  readonly counts: readonly (readonly number[])[]
}

/** What renews, as a snapshot is seen. */
export type Renewals = Pick<Overview, 'day' | 'versions' | 'renewals'>

/** Accounts that renew in one month, per band (last: not scored). */
export interface RenewalMonth {
  /** The first day of the month. */
  readonly month: Day
  readonly values: readonly number[]
  readonly counts: readonly number[]
}
