import type { Day } from '../../brand.ts'
import type { Column } from '../../table/column.ts'
import type { AccountRoles, Configuration } from '../configuration.ts'

/** A column as an import found it. `present` and `distinct` count its values that are not missing. */
export interface FoundColumn {
  readonly id: string
  readonly header: string
  readonly column: Column
  readonly present: number
  readonly distinct: number
}

/** One delivery of accounts, typed: every column has `rows` values. The key need not be a column: rows may be numbered. */
export interface ProposalInput {
  readonly key: string
  readonly columns: readonly FoundColumn[]
  readonly rows: number
  /** The snapshot's. */
  readonly day: Day
  /** As a person chose them, in place of all that would be guessed; a part that is absent is played by none. */
  readonly roles?: Omit<AccountRoles, 'key'>
  /** Columns that a person makes factors, whatever speaks against it; those whose values have no order stay out. */
  readonly takenIn?: readonly string[]
}

/** Why Hale proposes a factor, or leaves a column out of the score. `factor` is null where it is left out. */
export interface ProposalReason {
  readonly column: string
  readonly factor: string | null
  readonly reason: string
  /** It is none, and a person may make it one. */
  readonly mayCount?: boolean
}

export interface Proposal {
  /** Null where no column says how an account is. */
  readonly configuration: Configuration | null
  /** Also where there is nothing to score. */
  readonly roles: AccountRoles
  /** One a column, in the file's order; those of derived columns behind them. */
  readonly reasons: readonly ProposalReason[]
  /** Factors that say how an account is, not how long it has been one. */
  readonly signals: number
  /** One signal is no score yet: tickets or usage would make it one. */
  readonly advice: 'too-few-signals' | null
}
