import type { CallNode, Node } from './tree.ts'
import { isAfterScoringName } from './functions.ts'
import { inParentheses, valueWords } from './value-words.ts'
import { type Vocabulary } from './vocabulary.ts'
import { conditionWords, isCondition, yesOrNo } from './words.ts'

/** A function that is true or false. */
export function callCondition(node: CallNode, vocabulary: Vocabulary, holds: boolean): string {
  const [first, second, third] = node.arguments as [Node, Node, Node]
  switch (node.name) {
    case 'is_missing':
      return missingCondition(first, vocabulary, holds)
    case 'contains':
      return `${valueWords(first, vocabulary)} ${holds ? 'contains' : 'does not contain'} ${valueWords(second, vocabulary)}`
    case 'if':
      return `where ${conditionWords(first, vocabulary)}: ${conditionWords(second, vocabulary, holds)}; otherwise: ${conditionWords(third, vocabulary, holds)}`
    case 'coalesce':
      if (node.arguments.length === 2 && second.kind === 'boolean')
        return `${conditionWords(first, vocabulary, holds)} (${second.value === holds ? 'also' : 'not'} where that is missing)`
      return yesOrNo(node, vocabulary, holds)
    default:
      return yesOrNo(node, vocabulary, holds)
  }
}

const missingCondition = (node: Node, vocabulary: Vocabulary, holds: boolean): string =>
  `${valueWords(node, vocabulary)} is ${holds ? 'missing' : 'known'}`

/** A function that gives a value. */
export function callWords(node: CallNode, vocabulary: Vocabulary): string {
  const parts = () => node.arguments.map((part) => inParentheses(part, vocabulary))
  const [first, second] = node.arguments as [Node, Node]
  const one = () => inParentheses(first, vocabulary)
  switch (node.name) {
    case 'abs':
      return `the size of ${one()}`
    case 'min':
      return `the ${node.arguments.length === 2 ? 'smaller' : 'smallest'} of ${enumerated(parts())}`
    case 'max':
      return `the ${node.arguments.length === 2 ? 'greater' : 'greatest'} of ${enumerated(parts())}`
    case 'round':
      return `${one()} rounded to ${digitsWords(node.arguments[1], vocabulary)}`
    case 'coalesce':
      return node.arguments.length === 2
        ? `${one()} (where missing: ${valueWords(second, vocabulary)})`
        : `the first of ${enumerated(parts())} that is not missing`
    case 'if':
      return ifWords(node.arguments as [Node, Node, Node], vocabulary)
    case 'days_since':
      return `the days from ${dateWords(first, vocabulary)} to the day of the snapshot`
    case 'days_until':
      return `the days from the day of the snapshot to ${dateWords(first, vocabulary)}`
    case 'is_missing':
    case 'contains':
      return `whether ${callCondition(node, vocabulary, true)}`
  }
}

const ifWords = ([when, then, otherwise]: [Node, Node, Node], vocabulary: Vocabulary): string =>
  `${inParentheses(then, vocabulary)} where ${inner(when, vocabulary)}, otherwise ${inParentheses(otherwise, vocabulary)}`

const inner = (node: Node, vocabulary: Vocabulary): string => {
  const words = conditionWords(node, vocabulary)
  return node.kind === 'logic' ? `(${words})` : words
}

export const dateWords = (node: Node, vocabulary: Vocabulary): string =>
  valueWords(node, vocabulary, 'date')

function digitsWords(digits: Node | undefined, vocabulary: Vocabulary): string {
  if (!digits || (digits.kind === 'number' && digits.value === 0)) return 'a whole number'
  if (digits.kind !== 'number') return `as many decimals as ${inParentheses(digits, vocabulary)}`
  if (digits.value < 0) return `multiples of ${vocabulary.number(10 ** -digits.value)}`
  return digits.value === 1 ? '1 decimal' : `${vocabulary.number(digits.value)} decimals`
}

const enumerated = (parts: readonly string[]): string =>
  `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** How the numbers beside a node are written: as shares where it is one. */
export function isShare(node: Node, vocabulary: Vocabulary): boolean {
  switch (node.kind) {
    case 'name':
      if (isAfterScoringName(node.name)) return node.name === 'coverage'
      return vocabulary.column(node.name).isShare
    case 'over-time':
      return node.name === 'pct_change' || isShare(node.column, vocabulary)
    case 'negate':
      return isShare(node.operand, vocabulary)
    case 'call':
      return ['abs', 'min', 'max', 'round', 'coalesce', 'if'].includes(node.name)
        ? node.arguments.some((part) => !isCondition(part, vocabulary) && isShare(part, vocabulary))
        : false
    default:
      return false
  }
}
