import type { Flag, Play, Scale } from '../configuration.ts'
import type { Kit } from './kit.ts'
import type { NeedId } from './needs.ts'

export const TEMPLATE_IDS = [
  'weighted-components',
  'usage-rank',
  'product-relationship',
  'at-risk-checklist',
  'journey-stage',
] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

/** A way to score that others use, told by what it asks for; `fillTemplate` makes a configuration of it and one's own columns. */
export interface Template {
  readonly id: TemplateId
  readonly name: string
  /** What it looks at and how much each part counts. */
  readonly about: string
  /** Where the bands after the first begin. */
  readonly bands: { readonly watch: number; readonly healthy: number }
  readonly derived: readonly DerivedRecipe[]
  readonly models: readonly ModelRecipe[]
  readonly exceptions: readonly Choice<ExceptionRecipe>[]
  readonly flags: readonly Choice<FlagRecipe>[]
}

/** Of several ways the first whose needs are met is taken. */
export type Choice<T> = readonly [T, ...T[]]

export interface Recipe {
  readonly id: string
  readonly name: string
  readonly needs: readonly NeedId[]
  /** A derived column of the template that it reads, by its recipe. */
  readonly reads?: string
}

export interface DerivedRecipe extends Recipe {
  /** Null where there is nothing to compute. */
  readonly expression: (kit: Kit) => string | null
}

export interface ModelRecipe extends Recipe {
  /** Each is tried where the needs are met; an expression that nobody meets is passed over. Absent: all that are left. */
  readonly appliesTo?: readonly {
    readonly needs: readonly NeedId[]
    readonly when: (kit: Kit) => string | null
  }[]
  readonly groups: readonly GroupRecipe[]
}

export interface GroupRecipe {
  readonly id: string
  readonly name: string
  readonly weight: number
  readonly factors: readonly Choice<FactorRecipe>[]
}

export interface FactorRecipe extends Recipe {
  /** 1 unless said. */
  readonly weight?: number
  /** Absent: the column of the first need, on the scale that Hale would propose for it. Null where its values give none. */
  readonly make?: (kit: Kit, rows: Uint32Array) => Made | null
}

export interface Made {
  /** Absent: as it is called in the file. */
  readonly name?: string
  readonly input: string
  readonly scale: Scale
}

export interface ExceptionRecipe extends Recipe {
  readonly when: (kit: Kit) => string
  /** The best band that is left. */
  readonly best: 'risk' | 'watch'
}

export interface FlagRecipe extends Recipe {
  readonly kind: Flag['kind']
  readonly when: (kit: Kit) => string
  readonly play: Play
}
