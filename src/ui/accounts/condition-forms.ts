import type { Node } from '../../core/formula/tree.ts'
import type { ColumnType } from '../../core/table/column.ts'
import type { Condition } from '../../core/view/filter.ts'
import { toLiteral } from '../../core/view/write-filter.ts'
import { subjectOf, toSubject } from '../../state/filter.svelte.ts'

/** How one says something about a subject in the builder. */
export const FORMS = {
  range: 'is between',
  values: 'is any of',
  'not-values': 'is none of',
  contains: 'contains',
  'not-contains': 'does not contain',
  ahead: 'is in the next, days',
  ago: 'was in the last, days',
  missing: 'has no value',
  known: 'has a value',
  holds: 'is yes',
  'not-holds': 'is not yes',
} as const
export type Form = keyof typeof FORMS

const BY_TYPE: Readonly<Record<ColumnType, readonly Form[]>> = {
  number: ['range', 'values', 'not-values', 'missing', 'known'],
  text: ['values', 'not-values', 'contains', 'not-contains', 'missing', 'known'],
  date: ['ahead', 'ago', 'range', 'missing', 'known'],
  boolean: ['holds', 'not-holds', 'missing', 'known'],
}

/** The forms that make sense for a type; of an unknown one those of a number. */
export const formsFor = (type: ColumnType | null): readonly Form[] => BY_TYPE[type ?? 'number']

/** The form that a condition has, null where it has none and is shown as an expression. */
export function formOf(condition: Condition): Form | null {
  switch (condition.kind) {
    case 'range':
      if (isDays(condition.subject)) return isInNextDays(condition)
      return 'range'
    case 'values':
      return condition.negated ? 'not-values' : 'values'
    case 'contains':
      return condition.negated ? 'not-contains' : 'contains'
    case 'missing':
      return condition.negated ? 'known' : 'missing'
    case 'holds':
      return condition.negated ? 'not-holds' : 'holds'
    case 'group':
    case 'expression':
      return null
  }
}

function isInNextDays(condition: Extract<Condition, { kind: 'range' }>): Form {
  const { subject, least, most, orMissing } = condition
  if (least?.value !== 0 || !least.inclusive || !most?.inclusive || orMissing) return 'range'
  return subject.kind === 'call' && subject.name === 'days_until' ? 'ahead' : 'ago'
}

const isDays = (node: Node): boolean =>
  node.kind === 'call' && (node.name === 'days_until' || node.name === 'days_since')

/** What a row of the builder is about: of "in the next 90 days" the date itself. */
export function shownSubject(condition: Condition): string {
  const form = formOf(condition)
  if ((form === 'ahead' || form === 'ago') && condition.kind === 'range') {
    const [date] = (condition.subject as Extract<Node, { kind: 'call' }>).arguments
    if (date) return subjectOf({ kind: 'missing', subject: date, negated: false })
  }
  return subjectOf(condition)
}

const USUAL_DAYS = 90

/** A condition of a form with the simplest content there is; `start` is where a range of its type begins. */
export function newCondition(text: string, form: Form, start: number | string): Condition {
  const subject = toSubject(text)
  switch (form) {
    case 'range':
      return {
        kind: 'range',
        subject,
        least: { value: start, inclusive: true },
        most: null,
        orMissing: false,
      }
    case 'values':
    case 'not-values':
      return {
        kind: 'values',
        subject,
        values: [toLiteral(typeof start === 'number' ? start : '')],
        negated: form === 'not-values',
        orMissing: false,
      }
    case 'contains':
    case 'not-contains':
      return { kind: 'contains', subject, text: '', negated: form === 'not-contains' }
    case 'ahead':
      return inDays('days_until', text)
    case 'ago':
      return inDays('days_since', text)
    case 'missing':
    case 'known':
      return { kind: 'missing', subject, negated: form === 'known' }
    case 'holds':
    case 'not-holds':
      return { kind: 'holds', subject, negated: form === 'not-holds' }
  }
}

const inDays = (name: string, date: string): Condition => ({
  kind: 'range',
  subject: toSubject(`${name}(${date})`),
  least: { value: 0, inclusive: true },
  most: { value: USUAL_DAYS, inclusive: true },
  orMissing: false,
})
