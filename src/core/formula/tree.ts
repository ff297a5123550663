import type { AfterScoringFunction, PlainFunction, TimeFunction } from './functions.ts'

/** An expression as it was written, and what it says. `from` and `to` of its nodes are UTF-16 offsets into `text`. */
export interface Formula {
  readonly text: string
  readonly root: Node
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Parentheses leave no node: they widen the place of what they hold. */
export type Node =
  | Literal
  | NameNode
  | UnaryNode
  | ArithmeticNode
  | ComparisonNode
  | LogicNode
  | InNode
  | CallNode
  | OverTimeNode
  | AfterScoringNode

export type Literal = NumberLiteral | TextLiteral | BooleanLiteral | MissingLiteral

/** Finite. A minus written right before a number belongs to it. */
export interface NumberLiteral extends Place {
  readonly kind: 'number'
  readonly value: number
}

export interface TextLiteral extends Place {
  readonly kind: 'text'
  readonly value: string
}

export interface BooleanLiteral extends Place {
  readonly kind: 'boolean'
  readonly value: boolean
}

export interface MissingLiteral extends Place {
  readonly kind: 'missing'
}

/** A column, a derived column, or one of AFTER_SCORING_NAMES. */
export interface NameNode extends Place {
  readonly kind: 'name'
  readonly name: string
}

export interface UnaryNode extends Place {
  readonly kind: 'negate' | 'not'
  readonly operand: Node
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%'

export interface ArithmeticNode extends Place {
  readonly kind: 'arithmetic'
  readonly operator: ArithmeticOperator
  readonly left: Node
  readonly right: Node
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>='

export interface ComparisonNode extends Place {
  readonly kind: 'comparison'
  readonly operator: ComparisonOperator
  readonly left: Node
  readonly right: Node
}

export interface LogicNode extends Place {
  readonly kind: 'logic'
  readonly operator: 'and' | 'or'
  readonly left: Node
  readonly right: Node
}

export interface InNode extends Place {
  readonly kind: 'in'
  readonly negated: boolean
  readonly operand: Node
  /** At least one. */
  readonly items: readonly Literal[]
}

export interface CallNode extends Place {
  readonly kind: 'call'
  readonly name: PlainFunction
  readonly arguments: readonly Node[]
}

/** A column as it was in earlier snapshots: in the one before, or so many days ago. Days are a whole number from 1. */
export type OverTimeNode = Place & { readonly kind: 'over-time'; readonly column: NameNode } & (
    | { readonly name: 'previous'; readonly days: null }
    | { readonly name: Exclude<TimeFunction, 'previous'>; readonly days: number }
  )

/** `factor('id')`, `group('id')`, `has_flag('id')`. */
export interface AfterScoringNode extends Place {
  readonly kind: 'after-scoring'
  readonly name: AfterScoringFunction
  readonly id: string
}

/** The nodes right below one, in the order they are written. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'negate':
    case 'not':
      return [node.operand]
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [node.left, node.right]
    case 'in':
      return [node.operand, ...node.items]
    case 'call':
      return node.arguments
    case 'over-time':
      return [node.column]
    case 'number':
    case 'text':
    case 'boolean':
    case 'missing':
    case 'name':
    case 'after-scoring':
      return []
  }
}
