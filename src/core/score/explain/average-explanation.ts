import type { Factor, ScoringModel } from '../../model/configuration.ts'
import type { MoveSplit, Unsplit } from './change-explanation.ts'
import type { Points } from './explanation.ts'

/**
 * Why the average of a portfolio or a segment differs between two snapshots, in rows that add up to the change: exact points to the
 * difference of the averages of scores with all their digits, printed ones to that of the averages as they are read.
 */
export interface AverageExplanation {
  readonly before: AverageThen
  readonly after: AverageThen
  /** Null where nobody has a score on a side. */
  readonly change: Points | null
  /** Those who have a score on both sides, and are in the segment on both. */
  readonly stayed: number
  /** Factors in the order of the models after, then the rest; empty where there is no change. */
  readonly rows: readonly AverageRow[]
}

/** Scores that are overridden count as they are read. */
export interface AverageThen {
  /** Those who have a score. */
  readonly accounts: number
  /** `exact` is that of the scores with all their digits, `printed` that of the shown ones, to one decimal. Null for nobody. */
  readonly average: Points | null
}

/**
 * `accounts` are those the row is about. Rows of those who stayed are the means of their parts; the others are what coming and going
 * does to the average beside those who stayed. Null points: nobody stayed, so there is nothing to hold them against.
 */
export type AverageRow =
  | {
      readonly kind: 'factor'
      readonly model: ScoringModel
      readonly factor: Factor
      readonly accounts: number
      readonly points: Points
      readonly split: MoveSplit | null
    }
  | {
      readonly kind: 'missing' | 'exceptions' | 'model' | 'override'
      readonly accounts: number
      readonly points: Points
    }
  | {
      readonly kind: 'unsplit'
      readonly why: Unsplit['why']
      readonly accounts: number
      readonly points: Points
    }
  | { readonly kind: Passing; readonly accounts: number; readonly points: Points | null }

/**
 * How an account takes part in one average alone. `came` and `left`: it was no customer, or not there, on the other side; `scored` and
 * `unscored`: it had no score there; `moved-in` and `moved-out`: it was in another segment.
 */
export type Passing = 'came' | 'moved-in' | 'scored' | 'left' | 'moved-out' | 'unscored'
