import type { Day, DeliveryId } from '../../src/core/brand.ts'
import type { RowProblem } from '../../src/core/problem.ts'
import type { ColumnType } from '../../src/core/table/column.ts'

export interface DeliverySummary {
  readonly id: DeliveryId
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  readonly source: string
  readonly day: Day
  readonly importedAt: string
  readonly rows: RowAccounts
  readonly problems: readonly RowProblem[]
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

export interface ColumnQuality {
  readonly id: string
  readonly label: string
  readonly type: ColumnType
  readonly source: string
  readonly asOf: Day
  /** The share of the delivery's rows that have a value, 0..1. */
  readonly present: number
  readonly unreadable: number
}

export interface DataDetail {
  readonly deliveries: readonly DeliverySummary[]
  readonly quality: readonly ColumnQuality[]
  readonly leftOut: number
  readonly storage: { readonly usedBytes: number; readonly persisted: boolean }
}
