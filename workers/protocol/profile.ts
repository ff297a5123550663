import type { Day, DeliveryId } from '../../src/core/brand.ts'
import type { ColumnType } from '../../src/core/table/column.ts'
import type { ColumnFinding } from '../../src/core/view/column-findings.ts'
import type { Picture } from '../../src/core/view/column-profile.ts'
import type { Shift } from '../../src/core/view/column-shift.ts'
import type { Trust } from '../../src/core/view/confidence.ts'

/** One column of the newest snapshot, over the accounts that count. */
export interface ColumnHealth {
  readonly id: string
  readonly label: string
  readonly type: ColumnType
  readonly source: string
  readonly asOf: Day
  /** The file it came with. */
  readonly delivery: DeliveryId
  /** Its place in that file. */
  readonly index: number
  readonly rows: number
  readonly present: number
  readonly distinct: number
  readonly median: number | null
  readonly unreadable: number
  /** The first cells that could not be read. */
  readonly examples: readonly { readonly line: number; readonly text: string }[]
  readonly picture: Picture
  readonly findings: readonly ColumnFinding[]
}

/** What one factor of the model rests on. */
export interface FactorTrust {
  readonly id: string
  readonly name: string
  /** An expression. */
  readonly input: string
  readonly model: { readonly id: string; readonly name: string }
  readonly trust: Trust
  readonly accounts: number
  readonly measured: number
  readonly carried: number
  readonly unreadable: number
  readonly age: number
  readonly shift: {
    readonly column: string
    readonly type: ColumnType
    readonly what: Shift
  } | null
}

/** How good the data of the newest snapshot is. */
export interface DataProfile {
  readonly day: Day
  /** The snapshot before, against which sudden shifts are told. */
  readonly since: Day | null
  readonly columns: readonly ColumnHealth[]
  readonly factors: readonly FactorTrust[]
}
