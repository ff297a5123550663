import type { Day } from '../brand.ts'
import type { Dialect } from '../file/dialect.ts'
import type { ColumnType } from '../table/column.ts'
import type { CellFormat } from '../table/value/format.ts'
import type { EventPlan } from './event-plan.ts'
import type { KeyRule } from './key-rule.ts'

/** What is to be done with one column of a file. `index` is its place in the rows. */
export interface ColumnPlan {
  readonly index: number
  readonly header: string
  /** Its id in the snapshot: a slug of the header unless chosen. */
  readonly id: string
  readonly ignore: boolean
  /** null: decided by the whole column. */
  readonly type: ColumnType | null
  readonly format: CellFormat
  /** Texts that stand for missing, beside the empty cell; null: the usual ones. */
  readonly missing: readonly string[] | null
}

/** By a column, or by counting rows where no column names the accounts: those cannot be followed over time. */
export type KeyPlan =
  | { readonly by: 'column'; readonly index: number; readonly rule: KeyRule }
  | { readonly by: 'row-number' }

/** All that decides how a file becomes a delivery. Remembered for the next file of its source. */
export interface ReadingPlan {
  readonly source: string
  readonly sourceName: string
  readonly day: Day
  readonly dialect: Dialect
  readonly key: KeyPlan
  readonly columns: readonly ColumnPlan[]
  /** Rows are events, which the key joins to accounts; absent: each row is an account. */
  readonly events?: EventPlan
  /** Those of the person who brings the file, in which it may name months. */
  readonly languages?: readonly string[]
  /** Who names the accounts, and so on, where no configuration says so. */
  readonly roles?: PlayedRoles
}

/** Ids of columns. */
export interface PlayedRoles {
  readonly name?: string
  readonly value?: string
  readonly renewal?: string
  readonly owner?: string
}

/** Account ids are text to the byte, whatever they look like; so are those that tell one event from another. */
export function withTextKey(plan: ReadingPlan): ReadingPlan {
  const key = plan.key.by === 'column' ? plan.key.index : null
  const id = plan.events?.id
  const columns = plan.columns.map((column) =>
    column.index === key || (id !== null && column.id === id)
      ? { ...column, ignore: false, type: 'text' as const, missing: null }
      : column,
  )
  return { ...plan, columns }
}
