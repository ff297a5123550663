import type { Day } from '../brand.ts'
import { createEvaluator } from '../formula/evaluate.ts'
import { parseFormula } from '../formula/parse.ts'
import { allRows } from '../table/all-rows.ts'
import { MISSING_DAY, TRUE, type Column, type ColumnType } from '../table/column.ts'
import { isMissingAt } from '../table/texts.ts'
import type { EventColumn } from './event-plan.ts'
import { tallyOf } from './tally.ts'

/** The rows of one delivery of events. */
export interface EventRows {
  /** By row; NO_ACCOUNT where a row names none. */
  readonly accounts: Uint32Array
  /** null: rows have no day, and all of them count. */
  readonly days: Int32Array | null
  /** 0 where a later row stands for this one. */
  readonly live: Uint8Array
  readonly columns: ReadonlyMap<string, Column>
}

export interface AggregateFor {
  readonly day: Day
  /** Of the snapshot, ascending; the column has their order and length. */
  readonly accounts: Uint32Array
  /** Of the column that is made. */
  readonly type: ColumnType
}

/**
 * What the rows of each account come to on a day: those dated up to it, within the window, for which `where` is true. An account with
 * no such row gets `empty`; one whose rows have no value is missing. `first` and `last` of one day go by the order of the rows.
 */
export function aggregate(
  column: EventColumn,
  deliveries: readonly EventRows[],
  { day, accounts, type }: AggregateFor,
): Column {
  const places = placesOf(accounts)
  const tally = tallyOf(column.aggregate, accounts.length, type)
  const left = new Uint8Array(accounts.length)
  const from = column.aggregate === 'count' ? null : column.from
  for (const rows of deliveries) {
    const values = from === null ? null : (rows.columns.get(from) ?? null)
    const counts = counting(column, rows, day)
    for (let row = 0; row < rows.accounts.length; row++) {
      const place = places[rows.accounts[row] as number] ?? -1
      if (place < 0 || !counts(row)) continue
      left[place] = 1
      if (from !== null && (values === null || isMissingAt(values, row))) continue
      tally.add({ place, row, day: rows.days?.[row] ?? 0, values })
    }
  }
  return tally.finish((place) => (left[place] === 1 ? null : column.empty))
}

function counting({ windowDays, where }: EventColumn, rows: EventRows, day: Day) {
  const { days, live } = rows
  const after = windowDays === null ? -Infinity : day - windowDays
  const holds = where === null ? null : rowsWhere(where, rows, day)
  return (row: number): boolean => {
    if (live[row] === 0 || (holds && holds[row] !== TRUE)) return false
    if (days === null) return true
    const on = days[row] as number
    return on !== MISSING_DAY && on <= day && on > after
  }
}

/** One that cannot be read is true of none. */
function rowsWhere(where: string, { accounts, columns }: EventRows, day: Day): Uint8Array {
  const rows = accounts.length
  const formula = parseFormula(where)
  if (!formula.ok) return new Uint8Array(rows)
  const history = [{ day, accounts: allRows(rows), columns }]
  const holds = createEvaluator({ history, derived: new Map() }).evaluate(formula.value, 0)
  return holds.type === 'boolean' ? holds.values : new Uint8Array(rows)
}

function placesOf(accounts: Uint32Array): Int32Array {
  const places = new Int32Array((accounts.at(-1) ?? -1) + 1).fill(-1)
  accounts.forEach((account, place) => (places[account] = place))
  return places
}
