import type { Literal, Node } from './tree.ts'

/** Higher binds tighter; the same levels that the parser reads by. */
const LEVEL = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  negate: 7,
  value: 8,
} as const

/** The one text that stands for a tree: read again it gives the same tree. Only the parentheses that are needed. */
export function printFormula(node: Node): string {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'missing':
      return printLiteral(node)
    case 'name':
      return node.name
    case 'negate':
      // A minus right before a number would be read as part of it.
      return node.operand.kind === 'number' && node.operand.value >= 0
        ? `-(${printLiteral(node.operand)})`
        : `-${printAt(LEVEL.negate, node.operand)}`
    case 'not':
      return `not ${printAt(LEVEL.not, node.operand)}`
    case 'arithmetic':
    case 'logic':
      return printPair(node.left, node.operator, node.right, [levelOf(node), levelOf(node) + 1])
    case 'comparison':
      return printPair(node.left, node.operator, node.right, [LEVEL.sum, LEVEL.sum])
    case 'in':
      return `${printAt(LEVEL.sum, node.operand)} ${node.negated ? 'not in' : 'in'} [${node.items.map(printLiteral).join(', ')}]`
    case 'call':
      return `${node.name}(${node.arguments.map(printFormula).join(', ')})`
    case 'over-time':
      return `${node.name}(${node.column.name}${node.days === null ? '' : `, ${node.days}`})`
    case 'after-scoring':
      return `${node.name}(${textLiteral(node.id)})`
  }
}

function printPair(
  left: Node,
  operator: string,
  right: Node,
  levels: readonly [number, number],
): string {
  return `${printAt(levels[0], left)} ${operator} ${printAt(levels[1], right)}`
}

function printAt(level: number, node: Node): string {
  const text = printFormula(node)
  return levelOf(node) < level ? `(${text})` : text
}

function levelOf(node: Node): number {
  switch (node.kind) {
    case 'logic':
      return LEVEL[node.operator]
    case 'not':
    case 'negate':
    case 'comparison':
      return LEVEL[node.kind]
    case 'in':
      return LEVEL.comparison
    case 'arithmetic':
      return node.operator === '+' || node.operator === '-' ? LEVEL.sum : LEVEL.product
    case 'number':
    case 'text':
    case 'boolean':
    case 'missing':
    case 'name':
    case 'call':
    case 'over-time':
    case 'after-scoring':
      return LEVEL.value
  }
}

function printLiteral(literal: Literal): string {
  if (literal.kind === 'missing') return 'missing'
  return literal.kind === 'text' ? textLiteral(literal.value) : String(literal.value)
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** A text as it is written in an expression, in single quotes. */
export function textLiteral(text: string): string {
  const escaped = text.replace(
    /[\\'\n\r\t]/g,
    (character) => ESCAPES.get(character) ?? `\\${character}`,
  )
  return `'${escaped}'`
}
