import type { Exception, Factor, Group, ScoringModel } from '../../model/configuration.ts'
import type { Column } from '../../table/column.ts'
import type { Origin } from '../sheet.ts'

/**
 * Why one account has its score, in rows that add up: factors to groups, groups to the raw score, raw score and exceptions to the
 * final one. Exact points add up but for the last bits; printed ones, with one decimal, add up to the shown score as they are read.
 */
export interface ScoreExplanation {
  /** Null where no model applies or the account is left out: then there are no groups. */
  readonly model: ScoringModel | null
  /** 0..1. */
  readonly coverage: number
  readonly groups: readonly GroupExplanation[]
  /** What the groups add up to; null where not scored. */
  readonly raw: Points | null
  /** Those that hold, in order. Empty where not scored. */
  readonly exceptions: readonly ExceptionExplanation[]
  /** Null where not scored. */
  readonly final: number | null
  readonly shown: number | null
}

export interface Points {
  readonly exact: number
  readonly printed: number
}

/** What something adds to the raw score, and what it takes from 100. Null where it is missing, or the account is not scored. */
interface Part {
  readonly points: Points | null
  readonly lost: Points | null
  /** Of the raw score, 0..1; 0 where it is missing or weighs nothing. */
  readonly share: number
  /** 0..100, null where missing. */
  readonly score: number | null
}

export interface GroupExplanation extends Part {
  readonly group: Group
  readonly factors: readonly FactorExplanation[]
}

export interface FactorExplanation extends Part {
  readonly factor: Factor
  readonly origin: Origin
  /** After `carry`; to be read at the account's row. */
  readonly input: Column
}

export interface ExceptionExplanation {
  readonly exception: Exception
  /** What it gives or takes, as clamped. */
  readonly points: Points
}
