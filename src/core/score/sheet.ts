import type { Day } from '../brand.ts'
import type { Column } from '../table/column.ts'

/** Where a factor's score comes from. `filled`: the policy `{score: n}`. `carried`: the input of an earlier snapshot. */
export type Origin = 'data' | 'missing' | 'filled' | 'carried'

/** One factor of one model, over all accounts of the snapshot; only those whose model it is have values. */
export interface FactorScores {
  readonly model: number
  readonly group: number
  readonly factor: number
  readonly id: string
  /** 0..100, NaN where missing or where another model applies. */
  readonly scores: Float64Array
  /** 1 where the score stands for one that is missing; null: nowhere. */
  readonly filled: Uint8Array | null
  /** 1 where the input is an earlier snapshot's; null: nowhere. */
  readonly carried: Uint8Array | null
  /** The input after `carry`; a column as long as the snapshot. */
  readonly input: Column
}

/**
 * All scores of one snapshot under one configuration, aligned with `accounts`.
 * An account left out by `include` has NO_MODEL, coverage 0 and no score, and `included` 0; one that no model applies to likewise, but is included.
 */
export interface ScoreSheet {
  readonly day: Day
  readonly accounts: Uint32Array
  readonly included: Uint8Array
  /** Index into the configuration's models, NO_MODEL where none applies. */
  readonly models: Uint8Array
  /** Before exceptions; NaN where not scored. */
  readonly raw: Float64Array
  /** After exceptions, all digits; NaN where not scored. */
  readonly final: Float64Array
  /** One decimal, as shown; NaN where not scored. */
  readonly shown: Float64Array
  /** Index into the configuration's bands, NO_BAND where not scored. */
  readonly bands: Uint8Array
  /** 0..1. */
  readonly coverage: Float64Array
  readonly factors: readonly FactorScores[]
  /** groups[model][group]: 0..100, NaN where missing or another model applies. */
  readonly groups: readonly (readonly Float64Array[])[]
  /** flags[i][row] = 1 where the configuration's flag i is raised. */
  readonly flags: readonly Uint8Array[]
}

export const NO_MODEL = 255
export const NO_BAND = 255

export function originAt({ scores, filled, carried }: FactorScores, row: number): Origin {
  if (Number.isNaN(scores[row] ?? NaN)) return 'missing'
  if (filled?.[row] === 1) return 'filled'
  return carried?.[row] === 1 ? 'carried' : 'data'
}
