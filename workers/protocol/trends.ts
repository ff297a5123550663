import type { Day } from '../../src/core/brand.ts'

export interface Trends {
  readonly points: readonly {
    readonly day: Day
    readonly accounts: number
    readonly average: number | null
    readonly bands: readonly number[]
    readonly notScored: number
    readonly configurationVersion: number
  }[]
}
