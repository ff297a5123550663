/** What the columns of an events file say to each other while sums are chosen. */
export interface EventsKnown {
  readonly noun: string
  readonly plural: string
  readonly isDated: boolean
  /** Which rows still hold (not ended, not solved); null: nothing tells. */
  readonly open: string | null
  readonly hasAccounts: boolean
}
