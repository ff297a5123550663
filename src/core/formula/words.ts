import { assertNever } from '../problem.ts'
import { callCondition } from './call-words.ts'
import { comparisonWords, membershipWords } from './comparison-words.ts'
import type { ComparisonOperator, Formula, Node } from './tree.ts'
import { valueWords } from './value-words.ts'
import { listed, type Vocabulary } from './vocabulary.ts'

/**
 * An expression as an English phrase without a capital or a full stop: a condition as "there were no tickets in 90 days and seats
 * are below 5", a value as "active users divided by seats". What is nested stands in parentheses, so that there is one way to read it.
 * `not` is carried down to what it denies, which means the same in the logic with missing.
 */
export const formulaWords = ({ root }: Formula, vocabulary: Vocabulary): string =>
  isCondition(root, vocabulary) ? conditionWords(root, vocabulary) : valueWords(root, vocabulary)

/** For a place where the result is true or false, whatever is known of the columns. */
export const ruleWords = ({ root }: Formula, vocabulary: Vocabulary): string =>
  conditionWords(root, vocabulary)

/** The opposite where `holds` is false. */
export function conditionWords(node: Node, vocabulary: Vocabulary, holds = true): string {
  switch (node.kind) {
    case 'not':
      return conditionWords(node.operand, vocabulary, !holds)
    case 'logic':
      return logicWords(node, vocabulary, holds)
    case 'comparison':
      return comparisonWords(
        holds ? node : { ...node, operator: OPPOSITE[node.operator] },
        vocabulary,
      )
    case 'in':
      return membershipWords(holds ? node : { ...node, negated: !node.negated }, vocabulary)
    case 'boolean':
      return node.value === holds ? 'always' : 'never'
    case 'call':
      return callCondition(node, vocabulary, holds)
    case 'after-scoring':
      return node.name === 'has_flag'
        ? `the flag ${vocabulary.flag(node.id)} is ${holds ? '' : 'not '}raised`
        : yesOrNo(node, vocabulary, holds)
    case 'name':
      if (node.name === 'overridden') return `the score is ${holds ? '' : 'not '}overridden`
      return yesOrNo(node, vocabulary, holds)
    case 'over-time':
    case 'arithmetic':
    case 'negate':
    case 'number':
    case 'text':
    case 'missing':
      return yesOrNo(node, vocabulary, holds)
    default:
      return assertNever(node)
  }
}

const OPPOSITE: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
}

export const yesOrNo = (node: Node, vocabulary: Vocabulary, holds: boolean): string =>
  `${valueWords(node, vocabulary)} is ${holds ? 'yes' : 'no'}`

type Logic = Extract<Node, { kind: 'logic' }>

function logicWords(node: Logic, vocabulary: Vocabulary, holds: boolean): string {
  const word = (node.operator === 'and') === holds ? 'and' : 'or'
  const parts = linksOf(node, node.operator, holds).map(({ node: part, holds: itHolds }) => {
    const words = conditionWords(part, vocabulary, itHolds)
    return hasParts(part) ? `(${words})` : words
  })
  const hasInner = parts.some((part) => / and | or |, /.test(part.replace(/“[^”]*”|\(.*\)/g, '')))
  return hasInner ? parts.join(`, ${word} `) : listed(parts, word)
}

const hasParts = (node: Node): boolean =>
  node.kind === 'logic' || (node.kind === 'call' && node.name === 'if')

interface Link {
  readonly node: Node
  readonly holds: boolean
}

/** The parts of a chain, also of one written as `not (a or b)` within an `and`. */
function linksOf(node: Node, operator: 'and' | 'or', holds: boolean): Link[] {
  if (node.kind === 'not') return linksOf(node.operand, operator === 'and' ? 'or' : 'and', !holds)
  if (node.kind === 'logic' && node.operator === operator)
    return [...linksOf(node.left, operator, holds), ...linksOf(node.right, operator, holds)]
  return [{ node, holds }]
}

/** Whether a node says something that is true or false; a name of no known type does not. */
export function isCondition(node: Node, vocabulary: Vocabulary): boolean {
  switch (node.kind) {
    case 'not':
    case 'logic':
    case 'comparison':
    case 'in':
    case 'boolean':
      return true
    case 'name':
      return node.name === 'overridden' || vocabulary.column(node.name).type === 'boolean'
    case 'call':
      if (node.name === 'if')
        return node.arguments.slice(1).some((part) => isCondition(part, vocabulary))
      if (node.name === 'coalesce')
        return node.arguments.some((part) => isCondition(part, vocabulary))
      return node.name === 'is_missing' || node.name === 'contains'
    case 'over-time':
      return node.name === 'previous' && isCondition(node.column, vocabulary)
    case 'after-scoring':
      return node.name === 'has_flag'
    default:
      return false
  }
}
