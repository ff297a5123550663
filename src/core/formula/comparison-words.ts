import { parseIsoDay } from '../table/day.ts'
import { changeWords } from './change-words.ts'
import { dateWords, isShare } from './call-words.ts'
import { AFTER_SCORING_NAMES, isAfterScoringName } from './functions.ts'
import type { ColumnType } from '../table/column.ts'
import type { CallNode, ComparisonNode, ComparisonOperator, InNode, Literal, Node } from './tree.ts'
import { columnNoun, inParentheses, valueWords, type Written } from './value-words.ts'
import { listed, withWindow, type Vocabulary } from './vocabulary.ts'
import { conditionWords, isCondition } from './words.ts'

/** "seats are below 5", "logins fell by more than 30 % in 30 days": what is compared comes first, the number behind it. */
export function comparisonWords(node: ComparisonNode, vocabulary: Vocabulary): string {
  const { left, right, operator } =
    isLiteral(node.left) && !isLiteral(node.right) ? turned(node) : node
  if (left.kind === 'missing' || right.kind === 'missing')
    return `${valueWords(left.kind === 'missing' ? right : left, vocabulary)} is compared with missing, which is never true`
  if (right.kind === 'boolean' && (operator === '==' || operator === '!='))
    return conditionWords(left, vocabulary, right.value === (operator === '=='))
  if (isCondition(left, vocabulary) || isCondition(right, vocabulary))
    return `${inParentheses(left, vocabulary)} is ${operator === '!=' ? 'not ' : ''}the same as ${inParentheses(right, vocabulary)}`
  if (right.kind === 'number') {
    const words = numberWords(left, operator, right.value, vocabulary)
    if (words !== null) return words
  }
  const written = writtenBeside(left, right, vocabulary)
  const subject = valueWords(left, vocabulary, written)
  return `${subject} ${beOf(left, vocabulary)} ${OPERATORS[written === 'date' || isText(left, right, vocabulary) ? 'ordered' : 'number'][operator]}${lastWords(right, vocabulary, written)}`
}

/** At the end of a comparison what has parts can be read without parentheses, but for a choice. */
const lastWords = (node: Node, vocabulary: Vocabulary, written: Written): string =>
  node.kind === 'call' && node.name === 'if'
    ? inParentheses(node, vocabulary, written)
    : valueWords(node, vocabulary, written)

/** "plan is “Pro” or “Team”", "plan is neither “Pro” nor “Team”" */
export function membershipWords(
  { operand, items, negated }: InNode,
  vocabulary: Vocabulary,
): string {
  const [first] = items
  const known = items.filter((item) => item.kind !== 'missing')
  const words = known.map((item) =>
    valueWords(item, vocabulary, writtenBeside(operand, item, vocabulary)),
  )
  const subject = first ? valueWords(operand, vocabulary) : ''
  const be = beOf(operand, vocabulary)
  if (words.length < items.length && (negated || words.length === 0))
    return `${subject} is compared with missing, which is never true`
  if (!negated) return `${subject} ${be} ${listed(words, 'or')}`
  if (words.length === 1) return `${subject} ${be} not ${words[0]}`
  return words.length === 2
    ? `${subject} ${be} neither ${words[0]} nor ${words[1]}`
    : `${subject} ${be} none of ${listed(words, 'and')}`
}

const OPERATORS: Readonly<
  Record<'number' | 'ordered', Readonly<Record<ComparisonOperator, string>>>
> = {
  number: {
    '==': '',
    '!=': 'not ',
    '<': 'below ',
    '<=': 'at most ',
    '>': 'above ',
    '>=': 'at least ',
  },
  ordered: {
    '==': '',
    '!=': 'not ',
    '<': 'before ',
    '<=': 'not after ',
    '>': 'after ',
    '>=': 'not before ',
  },
}

/** Where there is a shorter way to say it than "x is below 5". */
function numberWords(
  left: Node,
  operator: ComparisonOperator,
  value: number,
  vocabulary: Vocabulary,
): string | null {
  if (left.kind === 'over-time' && (left.name === 'change' || left.name === 'pct_change'))
    return changeWords(left, operator, value, vocabulary)
  if (left.kind === 'call' && (left.name === 'days_since' || left.name === 'days_until'))
    return dayDistanceWords(left, operator, value, vocabulary)
  if (left.kind !== 'name' || value !== 0) return null
  const noun = columnNoun(left.name, vocabulary)
  if (!noun.isCounted || isShare(left, vocabulary)) return null
  const were = noun.days === null ? 'are' : 'were'
  if (operator === '==') return `there ${were} no ${withWindow(noun)}`
  return operator === '>' ? `there ${were} ${withWindow(noun)}` : null
}

const DISTANCES: Readonly<Record<ComparisonOperator, string>> = {
  '==': '',
  '!=': 'not ',
  '<': 'less than ',
  '<=': 'at most ',
  '>': 'more than ',
  '>=': 'at least ',
}

const AT_THE_DAY: Readonly<Record<ComparisonOperator, string>> = {
  '==': 'on',
  '!=': 'not on',
  '<': 'before',
  '<=': 'on or before',
  '>': 'after',
  '>=': 'on or after',
}

/** Always counted from the snapshot, never from today. */
function dayDistanceWords(
  { name, arguments: [date] }: CallNode,
  operator: ComparisonOperator,
  value: number,
  vocabulary: Vocabulary,
): string | null {
  if (value < 0 || !date) return null
  const subject = `${dateWords(date, vocabulary)} ${beOf(date, vocabulary)}`
  if (value === 0)
    return `${subject} ${AT_THE_DAY[name === 'days_since' ? TURNED[operator] : operator]} the day of the snapshot`
  const side = name === 'days_since' ? 'before' : 'after'
  const days = value === 1 ? '1 day' : `${vocabulary.number(value)} days`
  return `${subject} ${DISTANCES[operator]}${days} ${side} the day of the snapshot`
}

/** How the right side is written, by what stands on the left or what it is itself. */
function writtenBeside(left: Node, right: Node, vocabulary: Vocabulary): Written {
  for (const node of [left, right]) {
    if (node.kind === 'name' && (node.name === 'band' || node.name === 'model')) return node.name
    if (typeOf(node, vocabulary) === 'date') return 'date'
  }
  const isIso = [left, right].some(
    (node) => node.kind === 'text' && parseIsoDay(node.value) !== null,
  )
  if (isIso && typeOf(left, vocabulary) === null) return 'date'
  return isShare(left, vocabulary) || isShare(right, vocabulary) ? 'share' : 'plain'
}

const isText = (left: Node, right: Node, vocabulary: Vocabulary): boolean =>
  typeOf(left, vocabulary) === 'text' || typeOf(right, vocabulary) === 'text'

function typeOf(node: Node, vocabulary: Vocabulary): ColumnType | null {
  if (node.kind === 'number' || node.kind === 'text' || node.kind === 'boolean') return node.kind
  if (node.kind === 'over-time' && node.name === 'previous') return typeOf(node.column, vocabulary)
  if (node.kind === 'name')
    return isAfterScoringName(node.name)
      ? AFTER_SCORING_NAMES[node.name]
      : vocabulary.column(node.name).type
  return null
}

/** Windows lie behind us: "logins in 30 days were below 5". */
function beOf(node: Node, vocabulary: Vocabulary): string {
  if (node.kind !== 'name') return 'is'
  const { isPlural, days } = columnNoun(node.name, vocabulary)
  if (days !== null) return isPlural ? 'were' : 'was'
  return isPlural ? 'are' : 'is'
}

const TURNED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

const turned = ({ left, right, operator }: ComparisonNode) => ({
  left: right,
  right: left,
  operator: TURNED[operator],
})

const isLiteral = (node: Node): node is Literal =>
  node.kind === 'number' ||
  node.kind === 'text' ||
  node.kind === 'boolean' ||
  node.kind === 'missing'
