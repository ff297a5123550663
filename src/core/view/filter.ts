import type { Literal, Node } from '../formula/tree.ts'

/** One end of a range; a text is a day as `2026-03-31`. */
export interface Bound {
  readonly value: number | string
  /** Whether the end itself belongs to the range. */
  readonly inclusive: boolean
}

/**
 * A filter as a person builds it: a list of conditions that all hold. It says what its expression says, and nothing is lost:
 * what has no form of its own stays an expression. A `subject` is a node that has a value, a column or `change(score, 30)`.
 */
export type Condition =
  | {
      readonly kind: 'range'
      readonly subject: Node
      readonly least: Bound | null
      readonly most: Bound | null
      /** Accounts without a value too. */
      readonly orMissing: boolean
    }
  | {
      readonly kind: 'values'
      readonly subject: Node
      /** At least one. */
      readonly values: readonly Literal[]
      readonly negated: boolean
      readonly orMissing: boolean
    }
  | { readonly kind: 'missing'; readonly subject: Node; readonly negated: boolean }
  | {
      readonly kind: 'contains'
      readonly subject: Node
      readonly text: string
      readonly negated: boolean
    }
  /** Something that is true or false by itself: a flag, a yes-or-no column. */
  | { readonly kind: 'holds'; readonly subject: Node; readonly negated: boolean }
  | {
      readonly kind: 'group'
      readonly operator: 'and' | 'or'
      readonly conditions: readonly Condition[]
    }
  | { readonly kind: 'expression'; readonly node: Node }
