import { parseIsoDay } from '../table/day.ts'
import { callWords } from './call-words.ts'
import { isAfterScoringName, type AfterScoringName } from './functions.ts'
import type { ArithmeticNode, ArithmeticOperator, Node, OverTimeNode } from './tree.ts'
import {
  beforeTime,
  daysWords,
  nounOf,
  quoted,
  withWindow,
  type Noun,
  type Vocabulary,
} from './vocabulary.ts'
import { conditionWords } from './words.ts'

/** How a number or a text stands where it is compared. */
export type Written = 'plain' | 'share' | 'date' | 'band' | 'model'

const AFTER_SCORING: Readonly<Record<AfterScoringName, string>> = {
  score: 'the score',
  raw: 'the score before exceptions',
  band: 'the band',
  coverage: 'the coverage',
  model: 'the model',
  overridden: 'whether the score is overridden',
}

/** What an expression gives, as a phrase: "active users divided by seats". */
export function valueWords(node: Node, vocabulary: Vocabulary, written: Written = 'plain'): string {
  switch (node.kind) {
    case 'number':
      return written === 'share' ? vocabulary.share(node.value) : vocabulary.number(node.value)
    case 'text':
      return textWords(node.value, vocabulary, written)
    case 'boolean':
      return node.value ? 'yes' : 'no'
    case 'missing':
      return 'a missing value'
    case 'name':
      return isAfterScoringName(node.name)
        ? AFTER_SCORING[node.name]
        : withWindow(columnNoun(node.name, vocabulary))
    case 'negate':
      return `minus ${inParentheses(node.operand, vocabulary)}`
    case 'arithmetic':
      return arithmeticWords(node, vocabulary)
    case 'call':
      return callWords(node, vocabulary)
    case 'over-time':
      return overTimeWords(node, vocabulary)
    case 'after-scoring':
      if (node.name === 'has_flag') break
      return `the score of ${node.name === 'factor' ? vocabulary.factor(node.id) : `the group ${vocabulary.group(node.id)}`}`
    case 'not':
    case 'logic':
    case 'comparison':
    case 'in':
      break
  }
  return `whether ${conditionWords(node, vocabulary)}`
}

/** As a part of a longer phrase: what has parts of its own stands in parentheses. */
export function inParentheses(
  node: Node,
  vocabulary: Vocabulary,
  written: Written = 'plain',
): string {
  const words = valueWords(node, vocabulary, written)
  const isSimple =
    ['number', 'text', 'boolean', 'missing', 'name', 'after-scoring'].includes(node.kind) ||
    (node.kind === 'over-time' && node.name === 'previous')
  return isSimple ? words : `(${words})`
}

export const columnNoun = (id: string, vocabulary: Vocabulary): Noun =>
  isAfterScoringName(id)
    ? { text: AFTER_SCORING[id], days: null, isPlural: false, isCounted: false }
    : nounOf(id, vocabulary.column(id).label)

function textWords(text: string, vocabulary: Vocabulary, written: Written): string {
  const day = written === 'date' ? parseIsoDay(text) : null
  if (day !== null) return vocabulary.day(day)
  if (written === 'band') return vocabulary.band(text)
  if (written === 'model') return vocabulary.model(text)
  return quoted(text)
}

const OPERATORS: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided by',
  '%': 'modulo',
}

function arithmeticWords(node: ArithmeticNode, vocabulary: Vocabulary): string {
  const { left, right, operator } = node
  const reads = left.kind === 'arithmetic' && readsOn(left.operator, operator)
  const before = reads ? valueWords(left, vocabulary) : inParentheses(left, vocabulary)
  return `${before} ${OPERATORS[operator]} ${inParentheses(right, vocabulary)}`
}

/** Sums, and products alone, are read from left to right as they are meant. */
const readsOn = (before: ArithmeticOperator, after: ArithmeticOperator): boolean =>
  before === '*' ? after === '*' : '+-'.includes(before) && '+-'.includes(after)

function overTimeWords({ name, column, days }: OverTimeNode, vocabulary: Vocabulary): string {
  const noun = columnNoun(column.name, vocabulary)
  if (days === null) return `${withWindow(noun)} in the snapshot before`
  const what = beforeTime(noun, days)
  switch (name) {
    case 'change':
      return `the change of ${what} in ${daysWords(days)}`
    case 'pct_change':
      return `the change of ${what} in ${daysWords(days)} in %`
    case 'average':
    case 'median':
      return `the ${name} of ${beforeTime(noun, null)} over the ${daysWords(days)} before`
  }
}
