import type { Better } from '../../model/configuration.ts'

/** Something in a configuration that is allowed and probably not meant, as the accounts of one snapshot show it. Data, never sentences. */
export type LintFinding = {
  /** In the configuration's file: `models[0].groups[1].factors[2]`. */
  readonly place: string
} & (
  | { readonly code: 'missing-column'; readonly column: string }
  /** `met`: as many accounts meet the condition, but an earlier model takes them. */
  | { readonly code: 'applies-to-nobody'; readonly met: number }
  | { readonly code: 'weight-0' }
  | {
      readonly code: 'same-score-for-most'
      readonly score: number
      readonly accounts: number
      readonly of: number
    }
  /** `other` is the place of the earlier factor; the correlation is -1..1. */
  | { readonly code: 'says-the-same'; readonly other: string; readonly correlation: number }
  | {
      readonly code: 'limits-outside-data'
      readonly limits: readonly ScaleLimit[]
      readonly least: number
      readonly greatest: number
    }
  | {
      readonly code: 'direction-contradicts-name'
      readonly column: string
      readonly expected: Better
    }
  /** `accounts` is the size of the smallest cohort; `affected` are the accounts in cohorts that are too small. */
  | { readonly code: 'few-to-rank'; readonly accounts: number; readonly affected: number }
  | { readonly code: 'cap-reaches-band'; readonly cap: number; readonly band: string }
  | {
      readonly code: 'band-nearly-empty'
      readonly band: string
      readonly accounts: number
      readonly of: number
    }
)

/** A number of a scale that inputs are held against, by its key: `from`, `at[2]`. */
export interface ScaleLimit {
  readonly key: string
  readonly value: number
}
