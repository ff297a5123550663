import { MISSING_DAY } from '../table/column.ts'

/** The rows of one delivery, as far as they are told apart. */
export interface DatedRows {
  readonly rows: number
  /** What tells one row from another; null: nothing does. */
  readonly ids: readonly string[] | null
  readonly days: Int32Array | null
}

/**
 * Which rows stand, 1 or 0, of the deliveries of one source in the order they came. With ids the newest row of each wins; without, a
 * delivery takes the place of the rows between its own first and last day, and rows without days that of all before. A row without an
 * id is one of its own.
 */
export function liveRows(deliveries: readonly DatedRows[]): Uint8Array[] {
  const live = deliveries.map(({ rows }) => new Uint8Array(rows).fill(1))
  const seen = new Set<string>()
  for (let at = deliveries.length - 1; at >= 0; at--) {
    const { ids } = deliveries[at] as DatedRows
    if (ids) keepNewest(ids, seen, live[at] as Uint8Array)
    else deliveries.slice(0, at).forEach((older, i) => giveWay(older, deliveries[at]!, live[i]!))
  }
  return live
}

function keepNewest(ids: readonly string[], seen: Set<string>, live: Uint8Array): void {
  for (let row = ids.length - 1; row >= 0; row--) {
    const id = ids[row] as string
    if (id === '') continue
    if (seen.has(id)) live[row] = 0
    else seen.add(id)
  }
}

function giveWay(older: DatedRows, newer: DatedRows, live: Uint8Array): void {
  if (!older.days || !newer.days) {
    live.fill(0)
    return
  }
  const [first, last] = spanOf(newer.days)
  for (let row = 0; row < live.length; row++) {
    const day = older.days[row] as number
    if (day !== MISSING_DAY && day >= first && day <= last) live[row] = 0
  }
}

function spanOf(days: Int32Array): [number, number] {
  let [first, last] = [Infinity, -Infinity]
  for (const day of days) {
    if (day === MISSING_DAY) continue
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  return [first, last]
}
