import type { Collection, Table } from 'dexie'

/**
 * The records whose key begins so, in the order of their keys. Written out, because `where({ … })` on the first of three
 * parts makes a range with one array in two places, which is no valid key.
 */
export function beginningWith<T>(table: Table<T>, ...start: (string | number)[]): Collection<T> {
  // An array sorts behind every number and text.
  return table.where(':id').between(start, [...start, []])
}
