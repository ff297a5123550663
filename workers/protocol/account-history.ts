import type { Day } from '../../src/core/brand.ts'

/** What made the score of one account over time, as it is seen; days on which it was not there are gaps. */
export interface AccountHistory {
  /** The factors of the model that scores it now. */
  readonly factors: readonly { readonly id: string; readonly name: string }[]
  readonly points: readonly {
    readonly day: Day
    /** Of the model; 0 where there is none. */
    readonly version: number
    /** 0..100 per factor, null where it had no score then. */
    readonly factors: readonly (number | null)[]
    /** The names of the flags that were raised. */
    readonly flags: readonly string[]
  }[]
}
