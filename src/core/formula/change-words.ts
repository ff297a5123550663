import { isShare } from './call-words.ts'
import type { ComparisonOperator, OverTimeNode } from './tree.ts'
import { columnNoun } from './value-words.ts'
import { beforeTime, daysWords, type Vocabulary } from './vocabulary.ts'

/** "logins fell by more than 30 % in 30 days", "seats did not rise in 90 days" */
export function changeWords(
  node: OverTimeNode,
  operator: ComparisonOperator,
  value: number,
  vocabulary: Vocabulary,
): string {
  const days = node.days ?? 0
  const what = beforeTime(columnNoun(node.column.name, vocabulary), days)
  const write = (amount: number) =>
    isShare(node, vocabulary)
      ? `${vocabulary.share(amount)}${node.name === 'change' ? ' points' : ''}`
      : vocabulary.number(amount)
  return `${what} ${movedWords(operator, value, write)} in ${daysWords(days)}`
}

function movedWords(
  operator: ComparisonOperator,
  value: number,
  write: (amount: number) => string,
): string {
  if (value === 0) return AGAINST_ZERO[operator]
  const amount = write(Math.abs(value))
  const [verb, stem] = value < 0 ? ['fell', 'fall'] : ['rose', 'rise']
  if (operator === '==') return `${verb} by ${amount}`
  if (operator === '!=') return `did not ${stem} by exactly ${amount}`
  // Towards the side of the number's sign it is a move at least that far; towards nought one that stayed short of it.
  const isFar = value < 0 === operator.startsWith('<')
  const isStrict = operator.length === 1
  if (isFar) return isStrict ? `${verb} by more than ${amount}` : `${verb} by ${amount} or more`
  return isStrict
    ? `did not ${stem} by ${amount} or more`
    : `did not ${stem} by more than ${amount}`
}

const AGAINST_ZERO: Readonly<Record<ComparisonOperator, string>> = {
  '==': 'did not change',
  '!=': 'changed',
  '<': 'fell',
  '<=': 'did not rise',
  '>': 'rose',
  '>=': 'did not fall',
}
