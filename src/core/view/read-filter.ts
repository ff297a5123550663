import { printFormula } from '../formula/print.ts'
import type { ComparisonNode, ComparisonOperator, InNode, Literal, Node } from '../formula/tree.ts'
import type { Bound, Condition } from './filter.ts'

/** The conditions that an expression joins by `and`. Two ends of one range are one condition, at the place of the first. */
export const readConditions = (root: Node): readonly Condition[] =>
  joinRanges(chainOf(root, 'and').map(readCondition))

function readCondition(node: Node): Condition {
  switch (node.kind) {
    case 'logic':
      return node.operator === 'or'
        ? readAlternatives(node)
        : { kind: 'group', operator: 'and', conditions: readConditions(node) }
    case 'comparison':
      return readComparison(node)
    case 'in':
      return readMembership(node)
    case 'not':
      return negated(readCondition(node.operand)) ?? { kind: 'expression', node }
    default:
      return readPlain(node)
  }
}

function readPlain(node: Node): Condition {
  if (node.kind === 'call') {
    const [subject, part] = node.arguments
    if (node.name === 'is_missing' && subject) return { kind: 'missing', subject, negated: false }
    if (node.name === 'contains' && subject && part?.kind === 'text')
      return { kind: 'contains', subject, text: part.value, negated: false }
  }
  const holds = node.kind === 'name' || (node.kind === 'after-scoring' && node.name === 'has_flag')
  return holds ? { kind: 'holds', subject: node, negated: false } : { kind: 'expression', node }
}

/** What `not` in front makes of it; null where that is no condition of its own. */
function negated(condition: Condition): Condition | null {
  switch (condition.kind) {
    case 'missing':
    case 'contains':
    case 'holds':
      return condition.negated ? null : { ...condition, negated: true }
    default:
      return null
  }
}

const FLIPPED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

function readComparison(node: ComparisonNode): Condition {
  const { left, right, operator } = node
  if (isValue(right) && isSubject(left)) return compared(left, operator, right)
  if (isValue(left) && isSubject(right)) return compared(right, FLIPPED[operator], left)
  return { kind: 'expression', node }
}

function compared(subject: Node, operator: ComparisonOperator, value: Literal): Condition {
  if (operator === '==' || operator === '!=') {
    const negated = operator === '!='
    return { kind: 'values', subject, values: [value], negated, orMissing: false }
  }
  if (value.kind !== 'number' && value.kind !== 'text')
    return {
      kind: 'expression',
      node: { kind: 'comparison', operator, left: subject, right: value, from: 0, to: 0 },
    }
  const bound: Bound = { value: value.value, inclusive: operator.endsWith('=') }
  const isLeast = operator.startsWith('>')
  return {
    kind: 'range',
    subject,
    least: isLeast ? bound : null,
    most: isLeast ? null : bound,
    orMissing: false,
  }
}

function readMembership(node: InNode): Condition {
  if (!isSubject(node.operand) || !node.items.every(isValue)) return { kind: 'expression', node }
  const { operand: subject, items: values, negated } = node
  return { kind: 'values', subject, values, negated, orMissing: false }
}

/** `x >= 20 and x <= 85 or is_missing(x)` is one condition, anything else a group. */
function readAlternatives(node: Node): Condition {
  const parts = chainOf(node, 'or').map(readAlternative)
  const [first, second] = parts
  if (parts.length === 2 && first && second)
    return (
      orMissing(first, second) ??
      orMissing(second, first) ?? { kind: 'group', operator: 'or', conditions: parts }
    )
  return { kind: 'group', operator: 'or', conditions: parts }
}

function readAlternative(node: Node): Condition {
  const conditions = readConditions(node)
  const [only] = conditions
  return conditions.length === 1 && only ? only : { kind: 'group', operator: 'and', conditions }
}

function orMissing(condition: Condition, missing: Condition): Condition | null {
  if (missing.kind !== 'missing' || missing.negated) return null
  if (condition.kind !== 'range' && condition.kind !== 'values') return null
  if (condition.orMissing || !isSame(condition.subject, missing.subject)) return null
  return { ...condition, orMissing: true }
}

function joinRanges(conditions: readonly Condition[]): readonly Condition[] {
  const joined: Condition[] = []
  for (const condition of conditions) {
    const place = joined.findIndex((other) => isOtherEnd(other, condition))
    const other = joined[place]
    if (other?.kind !== 'range' || condition.kind !== 'range') joined.push(condition)
    else
      joined[place] = {
        ...other,
        least: other.least ?? condition.least,
        most: other.most ?? condition.most,
      }
  }
  return joined
}

/** Whether two ranges of one subject complete each other. */
function isOtherEnd(a: Condition, b: Condition): boolean {
  if (a.kind !== 'range' || b.kind !== 'range' || a.orMissing || b.orMissing) return false
  const completes =
    (a.least === null) !== (b.least === null) && (a.most === null) !== (b.most === null)
  return completes && isSame(a.subject, b.subject)
}

const isSame = (a: Node, b: Node): boolean => printFormula(a) === printFormula(b)

const isValue = (node: Node): node is Literal =>
  node.kind === 'number' || node.kind === 'text' || node.kind === 'boolean'

/** Something that has a value: neither a literal nor itself a condition. */
function isSubject(node: Node): boolean {
  switch (node.kind) {
    case 'name':
    case 'over-time':
    case 'after-scoring':
    case 'arithmetic':
    case 'negate':
      return true
    case 'call':
      return node.name !== 'is_missing' && node.name !== 'contains'
    default:
      return false
  }
}

function chainOf(node: Node, operator: 'and' | 'or'): readonly Node[] {
  if (node.kind !== 'logic' || node.operator !== operator) return [node]
  return [...chainOf(node.left, operator), ...chainOf(node.right, operator)]
}
