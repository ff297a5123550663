import type { ColumnType } from '../table/column.ts'
import { parseIsoDay } from '../table/day.ts'
import { type Checking, typeOf } from './check.ts'
import type { ComparisonNode, InNode, Node } from './tree.ts'

export function checkComparison(node: ComparisonNode, checking: Checking): ColumnType {
  const { left, right, operator } = node
  const types = [typeOf(left, checking), typeOf(right, checking)] as const
  if (left.kind === 'missing' || right.kind === 'missing') warnOfMissing(node, checking)
  const wrong = operator === '==' || operator === '!=' ? -1 : types.indexOf('boolean')
  if (wrong < 0) checkPair(node, operator, types, checking)
  else refuseBoolean(wrong === 0 ? left : right, operator, checking)
  return 'boolean'
}

export function checkMembership(node: InNode, checking: Checking): ColumnType {
  const type = typeOf(node.operand, checking)
  const operator = node.negated ? 'not in' : 'in'
  for (const item of node.items) {
    const { from, to } = item
    if (item.kind === 'missing') warnOfMissing(item, checking)
    else
      checkPair(
        { left: node.operand, right: item, from, to },
        operator,
        [type, item.kind],
        checking,
      )
  }
  return 'boolean'
}

interface Pair {
  readonly left: Node
  readonly right: Node
  readonly from: number
  readonly to: number
}

type Types = readonly [ColumnType | null, ColumnType | null]

function checkPair(pair: Pair, operator: string, types: Types, checking: Checking): void {
  const [left, right] = types
  const { from, to } = pair
  if (left === null || right === null || left === right) return
  if (types.includes('text') && types.includes('date')) {
    return checkIsoDate(left === 'text' ? pair.left : pair.right, checking)
  }
  checking.errors.push({ code: 'different-types', operator, left, right, from, to })
}

/** A text column is read as ISO dates cell by cell; a literal can be judged at once. */
function checkIsoDate(node: Node, checking: Checking): void {
  if (node.kind !== 'text' || parseIsoDay(node.value) !== null) return
  const { value: text, from, to } = node
  checking.errors.push({ code: 'not-a-date', text, from, to })
}

function refuseBoolean({ from, to }: Node, operator: string, checking: Checking): void {
  const expected = 'number, text or date'
  checking.errors.push({ code: 'operand-type', operator, expected, found: 'boolean', from, to })
}

function warnOfMissing({ from, to }: Node, checking: Checking): void {
  checking.warnings.push({ code: 'compares-with-missing', from, to })
}
