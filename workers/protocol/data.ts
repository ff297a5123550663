import type { Day, DeliveryId } from '../../src/core/brand.ts'
import type { EventColumn } from '../../src/core/source/event-plan.ts'
import type { ColumnSummary } from './opened.ts'

export interface DeliverySummary {
  readonly id: DeliveryId
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  readonly source: string
  readonly day: Day
  readonly importedAt: string
  readonly rows: RowAccounts
  /** What a count by quotes alone made of the file: as `rows.rows`, unless rows hide in a cell. */
  readonly countedRows: number
  readonly problemCount: number
  readonly storedBytes: number
}

/** rows = accepted + merged + rejected, always. */
export interface RowAccounts {
  readonly rows: number
  readonly accepted: number
  readonly merged: number
  readonly rejected: number
}

/** What thinning would take away, and what that frees. */
export interface ThinningPlan {
  readonly snapshots: number
  /** As there are now. */
  readonly of: number
  readonly bytes: number
  readonly oldest: Day | null
  readonly newest: Day | null
}

/** A kind of file whose rows are events, and what they come to for each account. */
export interface EventSource {
  /** Its id. */
  readonly source: string
  readonly name: string
  readonly files: number
  readonly rows: number
  /** What its rows are: tickets. */
  readonly noun: string
  readonly isDated: boolean
  /** Of the file, as they are kept. */
  readonly columns: readonly ColumnSummary[]
  readonly sums: readonly EventColumn[]
}

export interface DataDetail {
  readonly deliveries: readonly DeliverySummary[]
  readonly events: readonly EventSource[]
  readonly leftOut: number
  readonly storage: { readonly usedBytes: number; readonly persisted: boolean }
}
