import type { RowAccounts, StoredColumn } from '../../src/store/records.ts'
import { countPresent } from '../../src/core/table/profile.ts'
import type { ReadFile } from './stage.ts'

/** rows = accepted + merged + rejected. */
export function rowsOf({ table, roll }: Pick<ReadFile, 'table' | 'roll'>): RowAccounts {
  return {
    rows: table.rows + table.rejected,
    accepted: roll.accepted,
    merged: roll.merged,
    rejected: roll.rejected + table.rejected,
  }
}

/** The columns that are kept. One without a value has no type yet; as text it has none for any expression. */
export function storedColumns({ table, plan }: Pick<ReadFile, 'table' | 'plan'>): StoredColumn[] {
  return table.columns.flatMap((typed, place) => {
    const column = plan.columns[place]
    if (!typed || !column) return []
    return {
      index: column.index,
      id: column.id,
      header: column.header,
      type: typed.type ?? 'text',
      present: typed.type === null ? 0 : countPresent(typed.column),
      unreadable: typed.unreadable.count,
      raw: typed.raw.kind,
    }
  })
}
