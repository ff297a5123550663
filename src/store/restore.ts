import type { TableName } from './database.ts'
import { Refused } from './problems.ts'
import type { Records } from './records.ts'
import { shapes } from './shapes.ts'

/** What came out of a table, checked and typed once. Something else than was put in is `storage-failed`. */
export function restored<T extends TableName>(table: T, value: unknown): Records[T] {
  if (!shapes[table](value))
    throw new Refused({ code: 'storage-failed', message: `invalid record in ${table}` })
  return value as Records[T]
}

export const restoreAll = <T extends TableName>(
  table: T,
  values: readonly unknown[],
): Records[T][] => values.map((value) => restored(table, value))
