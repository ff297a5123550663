import type { AccountIndex, Day } from '../../src/core/brand.ts'
import type { Configuration, Example } from '../../src/core/model/configuration.ts'
import type { ExceptionLine, GroupLine } from './account.ts'
import type { ColumnSummary } from './opened.ts'

/** An account as it is, with its past and among the others; or values alone, as they are typed. */
export type TestedRecord =
  | { readonly kind: 'account'; readonly account: AccountIndex }
  | {
      readonly kind: 'values'
      readonly values: Example['values']
      /** Null: the first model that applies. */
      readonly model: string | null
    }

export interface RecordQuestion {
  readonly day: Day
  readonly configuration: Configuration
  readonly record: TestedRecord
}

/** One record through the configuration, step by step. Nothing of it is stored. */
export interface RecordTrace {
  /** Of the account; null for typed values. */
  readonly name: string | null
  /** What the configuration reads of an account, in the order of the columns; at most PAGE_ROWS. */
  readonly columns: readonly ColumnSummary[]
  /** Of these columns, as an example holds them: dates as ISO texts, null where missing. */
  readonly values: Example['values']
  /** False: the configuration leaves the account out. Typed values are asked nothing. */
  readonly included: boolean
  /** Its place in the configuration; null where none applies. */
  readonly model: number | null
  readonly coverage: number
  readonly groups: readonly GroupLine[]
  /** With all digits, and as it is printed; null where not scored. */
  readonly raw: number | null
  readonly rawPrinted: number | null
  /** Every one of the model, those that do not hold too. */
  readonly exceptions: readonly ExceptionStep[]
  readonly final: number | null
  readonly shown: number | null
  readonly band: number | null
  /** What these values are by themselves, without a day and a past: what an example of them would have to say. */
  readonly asExample: { readonly score: number | null; readonly band: string | null }
}

export interface ExceptionStep extends Pick<ExceptionLine, 'id' | 'reason' | 'effect' | 'amount'> {
  readonly when: string
  readonly holds: boolean
  /** With all digits; null where not scored. */
  readonly before: number | null
  readonly after: number | null
}
