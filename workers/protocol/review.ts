import type { Day, DeliveryId } from '../../src/core/brand.ts'
import type { Dialect, DialectGuess } from '../../src/core/file/dialect.ts'
import type { Adjustment } from '../../src/core/model/propose/adjust-proposal.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { ProposalReason } from '../../src/core/model/propose/proposal.ts'
import type { RowProblem } from '../../src/core/problem.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { ColumnType } from '../../src/core/table/column.ts'
import type { CellFormat } from '../../src/core/table/value/format.ts'
import type { ColumnShape } from '../../src/core/table/profile.ts'
import type { RowAccounts } from './data.ts'
import type { Cell } from './figures.ts'

/** From the first 256 KB: enough to open the review at once. */
export interface Inspection {
  readonly fileName: string
  readonly bytes: number
  readonly plan: ReadingPlan
  readonly roles: RoleChoices
  readonly guesses: {
    readonly dialect: DialectGuess
    readonly day: 'file-name' | 'file-date' | 'today' | 'newest-row' | 'snapshot'
    readonly key: 'known-source' | 'configuration' | 'name' | 'unique' | 'none'
  }
  /** How its rows would be read as events, where they are taken for accounts, and as accounts, where they are taken for events. */
  readonly otherwise: Pick<ReadingPlan, 'key' | 'events'>
  /** The source whose headers this file has. */
  readonly knownSource: string | null
  readonly dialects: readonly Dialect[]
  /** Some of its bytes, to be read under each encoding; none where all are ASCII. */
  readonly telling: readonly Uint8Array[]
  readonly sample: readonly (readonly string[])[]
  readonly rowsEstimate: number
}

/** Which column plays which part; ids of columns, `include` an expression. */
export interface RoleChoices {
  readonly name: string | null
  readonly value: string | null
  readonly renewal: string | null
  readonly owner: string | null
  readonly outcome: string | null
  readonly segments: readonly string[]
  readonly include: string | null
  /** Of the factors that Hale proposes. */
  readonly adjustments?: readonly Adjustment[]
  /** No model is wanted, where Hale would propose one. */
  readonly withoutModel?: boolean
}

export interface ColumnReview {
  readonly index: number
  readonly header: string
  readonly id: string
  readonly ignore: boolean
  readonly type: ColumnType | null
  readonly certain: boolean
  readonly present: number
  readonly distinct: number
  readonly unreadable: number
  readonly unreadableExamples: readonly { readonly line: number; readonly text: string }[]
  readonly shape: ColumnShape
}

/** One way to read a column, and what it makes of an example. */
export interface Reading {
  readonly type: ColumnType
  readonly format: CellFormat
  readonly cell: Cell
}

/** More than one reading of a column fits; the first was taken, and Import need not wait for an answer. */
export interface ReadingQuestion {
  readonly kind: 'reading'
  readonly about:
    'marks' | 'percent' | 'sides' | 'counted-days' | 'months' | 'currencies' | 'mostly'
  readonly column: number
  readonly example: string
  readonly readings: readonly Reading[]
  /** How many amounts there are in each currency, the most frequent first; '' is without one. */
  readonly currencies?: readonly { readonly currency: string; readonly count: number }[]
  /** How many cells a column of texts would lose as one of numbers or dates. */
  readonly others?: number
}

/** What is to be said of rows that are in, and of lines that are none, the gravest first. */
export const NOTED = [
  'swallowed-lines',
  'stray-quote',
  'unreadable-characters',
  'mangled-key',
  'lost-noughts',
  'moved-cells',
  'short-row',
  'left-out',
] as const satisfies readonly RowProblem['code'][]

export interface NotedLines {
  readonly code: (typeof NOTED)[number]
  readonly count: number
  readonly first: readonly RowProblem[]
}

/** What cannot be decided by the file alone. */
export type ImportQuestion =
  | {
      readonly kind: 'date-order'
      readonly column: number
      readonly example: string
      /** How many dates would lie before the snapshot's day, read the one way and the other. */
      readonly past?: { readonly dmy: number; readonly mdy: number }
    }
  | ReadingQuestion
  | { readonly kind: 'same-file'; readonly delivery: DeliveryId; readonly day: Day }
  | { readonly kind: 'rows-numbered' }

/** What the rows of an events file come to. */
export interface EventReview {
  /** Accounts of the snapshot that have rows. */
  readonly accounts: number
  /** Rows whose key leads to no account of the snapshot: they wait for a file that lists it. */
  readonly strayRows: number
  /** No file lists the accounts yet: all keys are taken for accounts. */
  readonly isRoster: boolean
  /** The first and the last day of its rows; null: they have none. */
  readonly span: { readonly first: Day; readonly last: Day } | null
  /** As the plan orders them. */
  readonly columns: readonly {
    readonly id: string
    readonly type: ColumnType
    readonly present: number
    readonly distinct: number
    readonly shape: ColumnShape
  }[]
}

export interface Review {
  readonly plan: ReadingPlan
  readonly roles: RoleChoices
  readonly rows: RowAccounts
  /** What a count by quotes alone makes of the file: as `rows.rows`, unless rows hide in a cell. */
  readonly countedRows: number
  /** By kind; none is empty. */
  readonly noted: readonly NotedLines[]
  readonly columns: readonly ColumnReview[]
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly comparison: {
    readonly against: Day | null
    /** Accounts of the file that the workspace knew, from whatever file. */
    readonly known: number
    readonly added: number
    readonly updated: number
    readonly unchanged: number
    readonly gone: number
    /** The snapshot of this day has a delivery of this source already: it will be corrected. */
    readonly corrects: boolean
    /** The first keys of each kind, at most PAGE_ROWS. */
    readonly examples?: {
      readonly [kind in 'added' | 'updated' | 'unchanged' | 'gone']: readonly string[]
    }
  }
  readonly problemCount: number
  readonly questions: readonly ImportQuestion[]
  /** The configuration the scores would be made with: the one in force, or Hale's first proposal. */
  readonly configuration: {
    readonly origin: 'in-force' | 'proposed'
    readonly value: Configuration
    readonly reasons: readonly ProposalReason[]
  } | null
  /** Why there is no first model, or what would make it one: asked for where too few columns say how an account is. */
  readonly advice: {
    readonly code: 'too-few-signals'
    readonly reasons: readonly ProposalReason[]
  } | null
  /** Null where each row is an account. */
  readonly events: EventReview | null
  readonly outcome: {
    readonly bands: readonly number[]
    readonly notScored: number
    readonly leftOut: number
  } | null
}
