import { namesUsed } from '../formula/names.ts'
import { parseFormula } from '../formula/parse.ts'
import type { ColumnType } from '../table/column.ts'
import { labelOfWords } from './header-label.ts'

export const AGGREGATES = [
  'count',
  'sum',
  'mean',
  'min',
  'max',
  'first',
  'last',
  'distinct',
] as const
export type Aggregate = (typeof AGGREGATES)[number]

/** By way of any source whose `id` column is called as the key is, as soon as one comes. */
export const ANY_WAY = '*'
/** The same, and nobody has said yet whether that is right. */
export const OPEN_WAY = '?'

/** How rows that happened to accounts become columns of accounts. Columns of the file are named by their ids. */
export interface EventPlan {
  /** The column with the day of each row; null: rows have none, and all of them count. */
  readonly date: string | null
  /** The column that tells one row from another, so that a row that comes again takes the place of the older one. */
  readonly id: string | null
  /** The source by whose `id` column the key names accounts, or a way that is still open; null: the key names them itself. */
  readonly through: string | null
  readonly columns: readonly EventColumn[]
}

/** One column of accounts that the rows of each are summed up to. */
export interface EventColumn {
  readonly id: string
  readonly label: string
  readonly aggregate: Aggregate
  /** null: rows are counted. */
  readonly from: string | null
  /** Of rows dated d, those with d > the snapshot's day - windowDays; null: all up to that day. */
  readonly windowDays: number | null
  /** An expression over the file's own columns; null: every row. */
  readonly where: string | null
  /** For an account with no row left; null, or what the column cannot hold: missing. A date is written `2026-01-31`. */
  readonly empty: number | string | boolean | null
}

/** The type of what an aggregate makes of a column; counts are numbers whatever they count. */
export function madeType(
  { aggregate, from }: Pick<EventColumn, 'aggregate' | 'from'>,
  typeOf: (column: string) => ColumnType | undefined,
): ColumnType {
  if (from === null || aggregate === 'count' || aggregate === 'distinct') return 'number'
  if (aggregate === 'sum' || aggregate === 'mean') return 'number'
  return typeOf(from) ?? 'text'
}

/** What a sum is called that nobody has named: 'tickets_90d' is "Tickets in 90 days". */
export const usualLabel = (id: string): string =>
  labelOfWords(id.replace(/_(\d+)d$/, ' in $1 days'))

export const sumLabel = ({ id, name }: { readonly id: string; readonly name?: string }): string =>
  name ?? usualLabel(id)

/** The columns of a file that a `where` reads; none where it cannot be read. */
export function columnsReadBy(where: string | null): readonly string[] {
  const parsed = where === null ? null : parseFormula(where)
  return parsed?.ok ? [...namesUsed(parsed.value).names] : []
}
