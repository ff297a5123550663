import type { Day } from '../../src/core/brand.ts'
import type { AttentionItem } from '../../src/core/view/attention.ts'

/** What is new since the snapshot before, in the newest one. */
export interface AttentionInbox {
  readonly day: Day
  readonly since: Day
  /** Of all groups, also those beyond the items given. */
  readonly total: number
  readonly groups: readonly AttentionGroup[]
  readonly snoozed: number
  readonly done: number
}

/** What happened alike: one kind, and of raised flags one flag, which is named. */
export interface AttentionGroup {
  readonly kind: AttentionItem['kind']
  readonly flag: string
  readonly total: number
  /** Of all of them together; null where none has a value. */
  readonly value: number | null
  /** At most GROUP_ITEMS, the greatest value first. */
  readonly items: readonly AttentionItem[]
}

export const GROUP_ITEMS = 20

export type Attended = 'done' | 'snoozed'
