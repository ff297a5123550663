import type { Day } from '../../src/core/brand.ts'
import type { AttentionItem } from '../../src/core/view/attention.ts'

/** What is new since the snapshot before, in the newest one. */
export interface AttentionInbox {
  readonly day: Day
  readonly since: Day
  /** Open ones, also those beyond the items given. */
  readonly total: number
  /** At most SHOWN_ITEMS, by kind, then the greatest value first. */
  readonly items: readonly AttentionItem[]
  readonly snoozed: number
  readonly done: number
}

export const SHOWN_ITEMS = 50

export type Attended = 'done' | 'snoozed'
