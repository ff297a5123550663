import type { Literal, Node } from '../../core/formula/tree.ts'
import type { Vocabulary } from '../../core/formula/vocabulary.ts'
import { formulaWords } from '../../core/formula/words.ts'
import type { Bound, Condition } from '../../core/view/filter.ts'
import { conditionText } from '../../core/view/write-filter.ts'
import { fromIsoDay } from '../../state/days.ts'
import { subjectOf } from '../../state/filter.svelte.ts'
import { formatDay, formatExactPercent, formatNumber } from '../parts/format.ts'
import { conditionPhrase, upperFirst } from './formula.ts'
import type { Subject } from './subjects.ts'

/** What a chip says: what it is about, and what of it. */
export interface ChipWords {
  readonly about: string
  readonly says: string
}

interface Known {
  readonly subjects: readonly Subject[]
  readonly vocabulary: Vocabulary
}

export function chipWords(condition: Condition, known: Known): ChipWords {
  switch (condition.kind) {
    case 'range':
      return about(condition, rangeWords(condition, known), known)
    case 'values':
      return about(condition, valuesWords(condition, known), known)
    case 'missing':
      return about(condition, missingWords(condition), known)
    case 'contains':
      return about(
        condition,
        `${condition.negated ? 'without' : 'with'} “${condition.text}”`,
        known,
      )
    case 'holds': {
      const isFlag = condition.subject.kind === 'after-scoring'
      const name = nameOf(condition.subject, known)
      if (isFlag) return { about: condition.negated ? 'Not flagged' : 'Flag', says: name }
      return { about: name, says: condition.negated ? 'no' : 'yes' }
    }
    case 'group':
    case 'expression':
      return { about: '', says: conditionPhrase(conditionText(condition), known.vocabulary) }
  }
}

type About = Exclude<Condition, { kind: 'group' | 'expression' }>

const about = ({ subject }: About, says: string, known: Known): ChipWords => ({
  about: isDays(subject) ? nameOf(subject.arguments[0] as Node, known) : nameOf(subject, known),
  says,
})

/** As the catalogue calls it, else in words. */
export function nameOf(subject: Node, { subjects, vocabulary }: Known): string {
  const text = subjectOf({ kind: 'missing', subject, negated: false })
  const known = subjects.find((one) => one.text === text)
  if (known) return known.label
  const words = formulaWords({ text, root: subject }, vocabulary)
  return upperFirst(words.replace(/^the /, ''))
}

const isDays = (node: Node): node is Extract<Node, { kind: 'call' }> =>
  node.kind === 'call' && (node.name === 'days_until' || node.name === 'days_since')

type Range = Extract<Condition, { kind: 'range' }>

function rangeWords(range: Range, known: Known): string {
  const words = isDays(range.subject)
    ? daysWords(range, range.subject.name)
    : endsWords(range, known)
  return range.orMissing ? `${words}, or ${noValue(range.subject)}` : words
}

/** "within 90 days", "0 to 90 days ago" */
function daysWords({ least, most }: Range, name: string): string {
  const isAhead = name === 'days_until'
  const end = isAhead ? 'ahead' : 'ago'
  if (least?.value === 0 && most)
    return isAhead ? `within ${most.value} days` : `in the last ${most.value} days`
  if (!least && most) return `at most ${most.value} days ${end}`
  if (least && !most) return `at least ${least.value} days ${end}`
  return `${least?.value} to ${most?.value} days ${end}`
}

function endsWords({ subject, least, most }: Range, known: Known): string {
  const write = ({ value }: Bound) => boundWords(value, subject, known.vocabulary)
  if (least && most) {
    const from = `${least.inclusive ? '' : 'above '}${write(least)}`
    return `${from} ${most.inclusive ? 'to' : 'to below'} ${write(most)}`
  }
  if (least) return `${least.inclusive ? 'from' : 'above'} ${write(least)}`
  if (most) return `${most.inclusive ? 'up to' : 'below'} ${write(most)}`
  return 'any value'
}

function boundWords(value: number | string, subject: Node, vocabulary: Vocabulary): string {
  if (typeof value === 'string') {
    const day = fromIsoDay(value)
    return day === null ? `“${value}”` : formatDay(day)
  }
  return isShare(subject, vocabulary) ? formatExactPercent(value) : formatNumber(value)
}

/** Whether it is read, and typed, in per cent. */
export const isShare = (subject: Node, vocabulary: Vocabulary): boolean =>
  (subject.kind === 'over-time' && subject.name === 'pct_change') ||
  (subject.kind === 'name' &&
    (subject.name === 'coverage' || vocabulary.column(subject.name).isShare))

const FEW = 3

function valuesWords(
  { subject, values, negated, orMissing }: Extract<Condition, { kind: 'values' }>,
  { vocabulary }: Known,
): string {
  const names = values.map((value) => valueName(subject, value, vocabulary))
  const shown =
    names.length > FEW ? [...names.slice(0, FEW - 1), `${names.length - FEW + 1} more`] : names
  const words = `${negated ? 'not ' : ''}${shown.join(', ')}`
  return orMissing ? `${words}, or ${noValue(subject)}` : words
}

export function valueName(subject: Node, value: Literal, vocabulary: Vocabulary): string {
  if (value.kind === 'boolean') return value.value ? 'yes' : 'no'
  if (value.kind === 'missing') return 'no value'
  if (value.kind === 'number') return formatNumber(value.value)
  if (isBand(subject)) return vocabulary.band(value.value)
  return subject.kind === 'name' && subject.name === 'model'
    ? vocabulary.model(value.value)
    : value.value
}

export const isBand = (subject: Node): boolean =>
  (subject.kind === 'name' && subject.name === 'band') ||
  (subject.kind === 'over-time' && subject.column.name === 'band')

const isScored = (subject: Node): boolean =>
  subject.kind === 'name' && (subject.name === 'band' || subject.name === 'score')

/** What is said of an account for which there is none. */
export const noValue = (subject: Node): string => (isScored(subject) ? 'not scored' : 'no value')

const missingWords = ({ subject, negated }: Extract<Condition, { kind: 'missing' }>): string => {
  if (isScored(subject)) return negated ? 'scored' : 'not scored'
  return negated ? 'has a value' : 'no value'
}
