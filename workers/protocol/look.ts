import type { Day } from '../../src/core/brand.ts'

/** How snapshots are scored: by the configuration under which each was recorded, or all by the one in force. */
export type Seen = 'recorded' | 'restated'

/** Of the configurations that scored the two sides of a comparison; `before` is null where there is none. */
export interface Versions {
  readonly before: number | null
  readonly after: number
}

/** What is looked at: a snapshot, the one it is compared with, and how both are scored. */
export interface Look {
  readonly day: Day
  readonly since: Day | null
  readonly seen: Seen
}
