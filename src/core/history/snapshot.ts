import type { Day } from '../brand.ts'
import type { Column } from '../table/column.ts'

/**
 * What is known about the accounts on one day. `accounts` holds their indexes, ascending; every column has their order and length.
 * A column that is absent here is missing for all.
 */
export interface Snapshot {
  readonly day: Day
  readonly accounts: Uint32Array
  readonly columns: ReadonlyMap<string, Column>
}

/** The snapshots of a workspace, oldest first, at most one a day. May be empty. */
export type History = readonly Snapshot[]
