import type { Aggregate } from '../source/event-plan.ts'
import type { KeyRule } from '../source/key-rule.ts'
import type { ColumnType } from '../table/column.ts'
import type { CellFormat } from '../table/value/format.ts'

/**
 * All that is shareable, and no account data. The shape of the file is the shape in memory: keys that Hale
 * does not know are kept where they were, so that they are there when the file is written again.
 */
export interface Configuration {
  readonly format: 'hale-config'
  readonly version: 1
  readonly name?: string
  readonly description?: string
  readonly account: AccountRoles
  readonly types?: Readonly<Record<string, ColumnType>>
  readonly sources?: readonly SourceDefinition[]
  readonly manual?: readonly ManualColumn[]
  readonly derived?: readonly DerivedColumn[]
  readonly models: readonly ScoringModel[]
  readonly bands: readonly Band[]
  readonly flags?: readonly Flag[]
  readonly attention?: Attention
  readonly views?: readonly View[]
  readonly examples?: readonly Example[]
}

/** Column ids that play a part beyond scoring. `include` is an expression. */
export interface AccountRoles {
  readonly key: string
  readonly name?: string
  readonly value?: string
  readonly renewal?: string
  readonly owner?: string
  readonly outcome?: string
  readonly segments?: readonly string[]
  readonly include?: string
}

export interface SourceDefinition {
  readonly id: string
  readonly name?: string
  readonly grain: 'account' | 'event'
  readonly key: string
  readonly keyRule?: KeyRule
  readonly headers?: readonly string[]
  readonly id_column?: string
  readonly date?: string
  readonly through?: string
  readonly columns?: readonly SourceColumn[]
}

export interface SourceColumn {
  readonly id: string
  /** What a sum of events is called, where its id does not say it. */
  readonly name?: string
  readonly from?: string
  readonly type?: ColumnType
  readonly format?: CellFormat
  readonly missing?: readonly string[]
  readonly ignore?: boolean
  readonly aggregate?: Aggregate
  readonly windowDays?: number
  readonly where?: string
  readonly empty?: number | string | boolean
}

export interface ManualColumn {
  readonly id: string
  readonly name?: string
  readonly type: ColumnType
  readonly min?: number
  readonly max?: number
  readonly staleAfterDays?: number
  readonly reasons?: readonly string[]
}

export interface DerivedColumn {
  readonly id: string
  readonly name?: string
  readonly expression: string
}

export interface ScoringModel {
  readonly id: string
  readonly name?: string
  readonly appliesTo?: string
  readonly minCoverage?: number
  readonly groups: readonly Group[]
  readonly exceptions?: readonly Exception[]
}

export const ROLLUPS = ['mean', 'lowest', 'highest'] as const
export type Rollup = (typeof ROLLUPS)[number]

export interface Group {
  readonly id: string
  readonly name?: string
  readonly weight: number
  readonly rollup?: Rollup
  readonly factors: readonly Factor[]
}

export interface Factor {
  readonly id: string
  readonly name?: string
  /** An expression. */
  readonly input: string
  readonly weight: number
  readonly scale: Scale
  readonly missing?: MissingPolicy
}

export type MissingPolicy = 'exclude' | { readonly score: number } | { readonly carry: number }

export type Scale =
  | { readonly type: 'linear'; readonly from: number; readonly to: number }
  | {
      readonly type: 'target'
      readonly zeroBelow: number
      readonly fullFrom: number
      readonly fullTo: number
      readonly zeroAbove: number
    }
  | { readonly type: 'steps'; readonly at: readonly number[]; readonly scores: readonly number[] }
  | {
      readonly type: 'categories'
      readonly map: Readonly<Record<string, number>>
      readonly otherwise: number | null
    }
  | { readonly type: 'decay'; readonly halfLife: number }
  | {
      readonly type: 'quantiles'
      readonly low: number
      readonly high: number
      readonly better: Better
    }
  | {
      readonly type: 'percentile'
      readonly better: Better
      readonly top: number
      readonly within?: string
      readonly reference?: readonly number[]
    }

export type Better = 'higher' | 'lower'

export interface Exception {
  readonly id: string
  readonly when: string
  readonly then: Effect
  readonly reason: string
}

/** Exactly one of them. */
export type Effect =
  | { readonly cap: number }
  | { readonly floor: number }
  | { readonly set: number }
  | { readonly add: number }

export interface Band {
  readonly id: string
  readonly name?: string
  readonly from: number
  /** Absent on all bands: the first one is the risk. */
  readonly risk?: boolean
}

export const FLAG_KINDS = ['risk', 'opportunity', 'advocate'] as const

export interface Flag {
  readonly id: string
  readonly name?: string
  readonly kind: (typeof FLAG_KINDS)[number]
  readonly when: string
  readonly play?: Play
}

export interface Play {
  readonly name: string
  readonly steps?: readonly string[]
  readonly dueDays?: number
}

export interface Attention {
  readonly fall?: { readonly points: number; readonly days: number }
  readonly renewalDays?: number
  readonly staleDays?: number
}

export interface View {
  readonly id: string
  readonly name?: string
  readonly filter?: string
  readonly columns?: readonly string[]
  readonly sort?: readonly (readonly [string, 'asc' | 'desc'])[]
}

export interface Example {
  readonly name: string
  readonly values: Readonly<Record<string, number | string | boolean | null>>
  readonly model?: string
  readonly score?: number | null
  readonly band?: string | null
}
