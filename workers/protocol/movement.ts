import type { AccountIndex, Day } from '../../src/core/brand.ts'
import type { Driver } from './accounts.ts'

/**
 * Who went where between the snapshot and the one it is compared with. Places are the bands, then not scored, then nobody: new in a
 * row, left in a column.
 */
export interface Movement {
  readonly day: Day
  readonly since: Day
  /** counts[from][to] */
  readonly counts: readonly (readonly number[])[]
  /** The same in value: of those who are there after, of those who left before. Null without a value column. */
  readonly values: readonly (readonly number[])[] | null
  readonly before: MovementSide
  readonly after: MovementSide
  readonly down: MoverList
  readonly up: MoverList
  readonly arrived: MoverList
  readonly gone: MoverList
  /** Among those who arrived: they were customers before, and not at the comparison. */
  readonly returned: MoverList
  /** Of the model, on the two sides. */
  readonly versions: { readonly before: number; readonly after: number }
}

export interface MovementSide {
  readonly accounts: number
  readonly value: number | null
  readonly valueAtRisk: number | null
}

/** How many, what they are worth, and the first few. */
export interface MoverList {
  readonly total: number
  readonly value: number | null
  readonly rows: readonly Mover[]
}

export interface Mover {
  readonly account: AccountIndex
  readonly name: string
  readonly before: number | null
  readonly bandBefore: number | null
  readonly after: number | null
  readonly bandAfter: number | null
  readonly change: number | null
  readonly driver: Driver | null
  readonly model: number | null
  readonly value: number | null
}

/** The accounts that moved between two snapshots, on whichever day they are looked at: who left can be seen as they were. */
export interface Moved {
  readonly since: Day
  readonly day: Day
  readonly movers: MoverQuestion
}

/** Which accounts: those of a cell, or one of the lists. */
export type MoverQuestion =
  | { readonly list: 'cell'; readonly from: number; readonly to: number }
  | { readonly list: 'down' | 'up' | 'arrived' | 'gone' | 'returned' }
