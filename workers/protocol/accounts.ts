import type { AccountIndex, Day } from '../../src/core/brand.ts'
import type { ExceptionLine } from './account.ts'
import type { Cell } from './figures.ts'
import type { Look, Versions } from './look.ts'
import type { Moved } from './movement.ts'

/** A row of a list. `drivers` say why, the greatest loss first. */
export interface AccountRow {
  readonly account: AccountIndex
  readonly key: string
  readonly name: string
  readonly score: number | null
  readonly band: number | null
  readonly change: number | null
  readonly coverage: number
  /** Shown scores of the latest snapshots, oldest first, at most 12; null is a gap. */
  readonly history: readonly (number | null)[]
  readonly driver: Driver | null
  readonly value: number | null
  readonly renewal: Day | null
  readonly owner: string | null
  readonly model: number | null
  readonly flags: readonly number[]
  /** Further columns that were asked for. */
  readonly cells: readonly Cell[]
}

/** Why a score is what it is, in one fact: an exception that holds, else the factor that takes (or lost) the most points. */
export type Driver =
  | {
      readonly kind: 'exception'
      readonly reason: string
      readonly points: number
      readonly effect?: ExceptionLine['effect']
      readonly amount?: number
    }
  | {
      readonly kind: 'factor-change'
      /** Its id in the account's model. */
      readonly factor: string
      readonly points: number
      readonly before: Cell
      readonly now: Cell
    }
  | {
      readonly kind: 'factor-loss'
      readonly factor: string
      readonly points: number
      readonly now: Cell
    }
  | { readonly kind: 'no-data'; readonly coverage: number }

/** `name`, `key`, `band`, `score`, `change`, `value`, `renewal`, `owner`, `coverage`, `flags`, `triage`, or an expression, such as a column. */
export interface Sort {
  readonly by: string
  readonly direction: 'asc' | 'desc'
}

/** Which accounts, and in what order. */
export interface ListQuestion extends Look {
  /** Found in names and keys, without regard to case. */
  readonly search: string
  /** An expression that is true for the accounts wanted; '' for all. */
  readonly filter: string
  /** Only those that moved so. */
  readonly moved?: Moved | null
  /** The first decides, its equals follow the next. */
  readonly sort: readonly Sort[]
}

export interface AccountsQuestion extends ListQuestion {
  /** Further columns, as expressions. */
  readonly columns: readonly string[]
  readonly from: number
  /** At most PAGE_ROWS. */
  readonly count: number
}

export interface AccountsPage {
  readonly total: number
  readonly matched: number
  readonly matchedValue: number | null
  readonly totalValue: number | null
  readonly averageScore: number | null
  readonly versions: Versions
  /** Of the latest snapshots, as the histories of the rows have them. */
  readonly historyVersions: readonly number[]
  readonly from: number
  readonly rows: readonly AccountRow[]
}

/** What a person picked from a list: none but the accounts named, or all but those. */
export interface Selection {
  readonly base: 'none' | 'all'
  readonly except: readonly AccountIndex[]
}

/** The list as a file: `columns` are those of the list, under the headings that stand above them. */
export interface AccountsFileQuestion extends ListQuestion {
  readonly columns: readonly { readonly id: string; readonly heading: string }[]
  /** Null: all of the list. */
  readonly selection: Selection | null
  readonly format: 'csv' | 'tsv'
}
