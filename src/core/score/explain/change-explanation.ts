import type { Exception, Factor, ScoringModel } from '../../model/configuration.ts'
import type { Column } from '../../table/column.ts'
import type { Points } from './explanation.ts'
import type { Origin } from '../sheet.ts'

/**
 * Why the score of one account differs between two snapshots, in rows that add up to the change: exact points to the difference of
 * the scores with all their digits, printed ones to that of the shown scores.
 */
export interface ChangeExplanation {
  readonly before: ScoreThen
  readonly after: ScoreThen
  /** Null where a side has no score. With overrides it is what is read on screen. */
  readonly change: Points | null
  /** Factors in the order of the model after, then what is no factor's. Empty where there is no split. */
  readonly rows: readonly ChangeRow[]
  readonly unsplit: Unsplit | null
}

export interface ScoreThen {
  readonly model: ScoringModel | null
  /** The computed score, with all its digits and as shown; null where not scored. */
  readonly final: number | null
  readonly shown: number | null
  readonly override: number | null
}

export type ChangeSide = 'before' | 'after'

/**
 * Why a change is one lump. `absent`: the account is not in the snapshot; `left-out`: it is no customer there. `other-model`: it is
 * scored by another model after than before; `nothing-in-common`: no factor that weighs anything is present on both sides.
 */
export type Unsplit = {
  /** The configuration under which it is so: with two of them, both snapshots are scored by both. */
  readonly under: ChangeSide
} & (
  | {
      readonly why: 'absent' | 'left-out' | 'no-model' | 'not-scored'
      readonly side: ChangeSide
    }
  | { readonly why: 'other-model' | 'nothing-in-common' }
)

export type ChangeRow =
  FactorChange | MissingChange | ExceptionsChange | ModelChangeRow | OverrideChange

/** What the data moved: the factor is present on both sides. */
export interface FactorChange {
  readonly kind: 'factor'
  readonly model: ScoringModel
  readonly factor: Factor
  readonly points: Points
  /** Of a factor that is ranked anew in each snapshot: what the account did itself, and what the others did around it. */
  readonly split: MoveSplit | null
  readonly before: FactorCell
  readonly after: FactorCell
}

export interface MoveSplit {
  readonly own: Points
  readonly cohort: Points
}

/** What went away or arrived, which shares the weights out anew. */
export interface MissingChange {
  readonly kind: 'missing'
  readonly points: Points
  readonly gone: { readonly points: Points; readonly factors: readonly FactorThen[] }
  readonly arrived: { readonly points: Points; readonly factors: readonly FactorThen[] }
}

/** What exceptions did after less what they did before; those that held. */
export interface ExceptionsChange {
  readonly kind: 'exceptions'
  readonly points: Points
  readonly before: readonly Exception[]
  readonly after: readonly Exception[]
}

/** Only where the configurations of the two sides differ. */
interface ModelChangeRow {
  readonly kind: 'model'
  readonly points: Points
}

/** Only where a side is overridden; null is no override. */
interface OverrideChange {
  readonly kind: 'override'
  readonly points: Points
  readonly before: number | null
  readonly after: number | null
}

export interface FactorThen {
  readonly model: ScoringModel
  readonly factor: Factor
  /** On the side on which it is present. */
  readonly cell: FactorCell
}

export interface FactorCell {
  /** After `carry`; to be read at `row`. */
  readonly input: Column
  readonly row: number
  /** 0..100. */
  readonly score: number
  readonly origin: Origin
}
