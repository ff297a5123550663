import type { Day } from '../../src/core/brand.ts'
import type { Unsplit } from '../../src/core/score/explain/change-explanation.ts'
import type { ExceptionLine } from './account.ts'
import type { Origin } from '../../src/core/score/sheet.ts'
import type { Cell } from './figures.ts'

/** Why a score differs from the one before, in rows whose points add up as printed. */
export interface ChangeDetail {
  readonly since: Day
  readonly before: number | null
  readonly after: number | null
  /** Of the model, on the two sides. */
  readonly versions: { readonly before: number; readonly after: number }
  /** Empty where there is no split. */
  readonly rows: readonly ChangeLine[]
  /** Why there is none. */
  readonly unsplit: Unsplit['why'] | null
}

export type HeldException = Pick<ExceptionLine, 'reason' | 'effect' | 'amount'>
export interface FactorThen {
  readonly score: number
  readonly origin: Origin
}

export type ChangeLine = { readonly points: number } & (
  | {
      readonly kind: 'factor'
      readonly name: string
      readonly before: Cell
      readonly after: Cell
      /** What the scale made of them, 0..100, and where they came from. */
      readonly scores: { readonly before: FactorThen; readonly after: FactorThen }
      /** Of a factor that is ranked anew: what the account did itself, and what the others did. */
      readonly split: { readonly own: number; readonly cohort: number } | null
    }
  /** Names of the factors whose input went away, and of those whose input arrived. */
  | {
      readonly kind: 'missing'
      readonly gone: readonly string[]
      readonly arrived: readonly string[]
      readonly gonePoints: number
      readonly arrivedPoints: number
    }
  /** Those that held. */
  | {
      readonly kind: 'exceptions'
      readonly before: readonly HeldException[]
      readonly after: readonly HeldException[]
    }
  | { readonly kind: 'model' }
  | { readonly kind: 'override'; readonly before: number | null; readonly after: number | null }
)
