import type { FormulaProblem } from '../problem.ts'
import type { ColumnType } from '../table/column.ts'
import { checkCall } from './check-call.ts'
import { checkComparison, checkMembership } from './check-comparison.ts'
import { checkName, checkOverTime, checkAfterScoring } from './check-name.ts'
import type { Formula, Node } from './tree.ts'

/**
 * Where an expression stands. `source`: a `where` over the rows of a file, without a past; `input`: all that is judged before
 * scoring; `after-scoring`: flags; `filter`: filters of lists.
 */
export type Phase = 'source' | 'input' | 'after-scoring' | 'filter'

/** What is known where an expression stands. */
export interface Scope {
  readonly phase: Phase
  /** Ids of columns and derived columns; null is a column that has no type yet. */
  readonly columns: ReadonlyMap<string, ColumnType | null>
  /** The type the result must have; absent: any. */
  readonly wanted?: ColumnType
  /** What `factor`, `group` and `has_flag` may name; absent ones are not checked. */
  readonly factors?: ReadonlySet<string>
  readonly groups?: ReadonlySet<string>
  readonly flags?: ReadonlySet<string>
}

export interface Checked {
  /** Null where it cannot be known yet. */
  readonly type: ColumnType | null
  /** What can never mean anything. */
  readonly errors: readonly FormulaProblem[]
  /** What is missing until data arrives, or is probably not meant. */
  readonly warnings: readonly FormulaProblem[]
}

export interface Checking {
  readonly scope: Scope
  readonly errors: FormulaProblem[]
  readonly warnings: FormulaProblem[]
}

/** Judges names and types; both lists are in the order of the text. A name that is not known has no type, and is a warning alone. */
export function checkFormula(formula: Formula, scope: Scope): Checked {
  const checking: Checking = { scope, errors: [], warnings: [] }
  const type = typeOf(formula.root, checking)
  const { from, to } = formula.root
  if (scope.wanted && type !== null && type !== scope.wanted)
    checking.errors.push({ code: 'result-type', expected: scope.wanted, found: type, from, to })
  return { type, errors: inOrder(checking.errors), warnings: inOrder(checking.warnings) }
}

const inOrder = (problems: readonly FormulaProblem[]): readonly FormulaProblem[] =>
  problems.toSorted((a, b) => a.from - b.from)

/** The type that a node has, null where it is not known; what is wrong below it goes to `checking`. */
export function typeOf(node: Node, checking: Checking): ColumnType | null {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return node.kind
    case 'missing':
      return null
    case 'name':
      return checkName(node, checking)
    case 'negate':
      return wantOperand(node.operand, '-', 'number', checking)
    case 'not':
      return wantOperand(node.operand, 'not', 'boolean', checking)
    case 'arithmetic':
      wantOperand(node.left, node.operator, 'number', checking)
      return wantOperand(node.right, node.operator, 'number', checking)
    case 'logic':
      wantOperand(node.left, node.operator, 'boolean', checking)
      return wantOperand(node.right, node.operator, 'boolean', checking)
    case 'comparison':
      return checkComparison(node, checking)
    case 'in':
      return checkMembership(node, checking)
    case 'call':
      return checkCall(node, checking)
    case 'over-time':
      return checkOverTime(node, checking)
    case 'after-scoring':
      return checkAfterScoring(node, checking)
  }
}

function wantOperand(
  operand: Node,
  operator: string,
  expected: 'number' | 'boolean',
  checking: Checking,
): ColumnType {
  const found = typeOf(operand, checking)
  const { from, to } = operand
  if (found !== null && found !== expected)
    checking.errors.push({ code: 'operand-type', operator, expected, found, from, to })
  return expected
}
