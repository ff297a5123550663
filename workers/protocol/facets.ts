import type { Look } from './look.ts'
import type { Moved } from './movement.ts'

/** The values of one expression among the accounts that a filter lets through. */
export interface FacetQuestion {
  readonly subject: string
  /** The filter without its own conditions on the subject, so that what is not chosen can still be seen. */
  readonly filter: string
}

export interface FacetsQuestion extends Look {
  readonly search: string
  readonly moved?: Moved | null
  readonly facets: readonly FacetQuestion[]
  /** Expressions of which each is counted by itself, over all accounts. */
  readonly counts: readonly string[]
}

export type Facet =
  | {
      readonly kind: 'values'
      readonly type: 'text' | 'boolean'
      /** Under the filter, the most frequent first; a boolean is `true` or `false`. */
      readonly values: readonly { readonly value: string; readonly count: number }[]
      readonly more: number
      readonly missing: number
    }
  | {
      readonly kind: 'histogram'
      readonly type: 'number' | 'date'
      /** The bins lie over all accounts, so that they stay where they are while one filters. */
      readonly from: number
      readonly step: number
      readonly counts: readonly number[]
      readonly missing: number
    }
  /** No account has a value. */
  | { readonly kind: 'empty'; readonly missing: number }

export interface Facets {
  readonly facets: readonly Facet[]
  readonly counts: readonly number[]
}
