import type { AttentionItem } from '../core/view/attention.ts'

/** What a person did about an item of the inbox: it is kept whole, to be shown again when it was put off. */
export interface AttentionRecord {
  readonly state: 'done' | 'snoozed'
  /** The day from which it is shown again; of one that is done 0. */
  readonly until: number
  readonly item: AttentionItem
}
