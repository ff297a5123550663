import type { Day } from '../../core/brand.ts'
import { assertNever } from '../../core/problem.ts'
import type { ColumnType } from '../../core/table/column.ts'
import type { ColumnFinding } from '../../core/view/column-findings.ts'
import type { Shift } from '../../core/view/column-shift.ts'
import type { Trust } from '../../core/view/confidence.ts'
import { toIsoDay } from '../../state/days.ts'
import { missingFilter, rangeFilter, segmentFilter } from '../../state/filter-links.ts'
import type { ColumnHealth, DataProfile, FactorTrust } from '../../../workers/protocol/profile.ts'
import {
  formatCount,
  formatDay,
  formatPercent,
  formatShare,
  formatShortNumber,
  plural,
} from '../parts/format.ts'
import { TYPE_LABELS } from './import.ts'

/** One thing to look at, and the accounts behind it; `filter` null: no accounts of their own. */
export interface FindingWords {
  readonly text: string
  readonly filter: string | null
}

export function findingWords(finding: ColumnFinding, column: ColumnHealth): FindingWords {
  const { id } = column
  const said = (text: string, filter: string | null = null): FindingWords => ({ text, filter })
  switch (finding.code) {
    case 'unreadable':
      return said(`${formatCount(finding.count)} cannot be read${exampleWords(column)}`)
    case 'shift-coverage':
      return said(shiftWords(finding, column.type), missingFilter(id))
    case 'shift-values':
      return said(shiftWords(finding, column.type))
    case 'shift-share':
      return said(shiftWords(finding, column.type), segmentFilter(column, finding.label))
    case 'empty':
      return said('no values')
    case 'sparse':
      return said(`only ${formatShare(finding.share)} filled`, missingFilter(id))
    case 'constant':
      return said('always the same')
    case 'nearly-unique':
      return said('nearly all different')
    case 'outliers':
      return said(`${formatCount(finding.count)} far out`, outlierFilter(id, finding))
    case 'old':
      return said(`file ${plural(finding.days, 'day')} older`)
    case 'stale-dates':
      return said(`newest ${plural(finding.days, 'day')} before`)
    default:
      return assertNever(finding)
  }
}

const EXAMPLES = 2

/** ": “TBC”, “48k”" */
function exampleWords({ examples }: ColumnHealth): string {
  const texts = [...new Set(examples.map(({ text }) => text))].slice(0, EXAMPLES)
  return texts.length === 0 ? '' : `: ${texts.map((text) => `“${text}”`).join(', ')}`
}

const outlierFilter = (id: string, { low, high }: { low: number; high: number }): string =>
  `${id} < ${String(low)} or ${id} > ${String(high)}`

/** "filled 94 %, before 71 %": what there was before stands last. */
function shiftWords(shift: Shift, type: ColumnType): string {
  switch (shift.code) {
    case 'shift-coverage':
      return `filled ${formatShare(shift.to)}, before ${formatShare(shift.from)}`
    case 'shift-values':
      return `median ${medianWords(shift.to, type)}, before ${medianWords(shift.from, type)}`
    case 'shift-share':
      return `“${shift.label}” ${formatShare(shift.to)}, before ${formatShare(shift.from)}`
    default:
      return assertNever(shift)
  }
}

/** Of days: how far from their snapshot. */
function medianWords(value: number, type: ColumnType): string {
  if (type !== 'date') return formatShortNumber(value)
  const days = plural(Math.abs(Math.round(value)), 'day')
  return value < 0 ? `${days} back` : `${days} ahead`
}

/** What the table of columns comes down to. */
export function qualityWords({ columns }: DataProfile, leftOut: number): string {
  const full = columns.filter(({ present, rows }) => present === rows).length
  const found = columns.filter(({ findings }) => findings.length > 0).length
  return [
    `${formatCount(full)} of ${plural(columns.length, 'column')} have a value for every account.`,
    found > 0 ? `${plural(found, 'column')} to look at.` : 'Nothing to look at.',
    leftOut > 0
      ? `${plural(leftOut, 'account')} left out: not customers, or no model is for them.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** "Number: 206 of 212 accounts have a value, 198 of them different, median 12,300." */
export function columnWords({ type, present, rows, distinct, median }: ColumnHealth): string {
  const middle =
    median === null
      ? ''
      : `, median ${type === 'date' ? formatDay(median as Day) : formatShortNumber(median)}`
  const kind = TYPE_LABELS[type]
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${formatCount(present)} of ${plural(rows, 'account')} have a value, ${formatCount(distinct)} of them different${middle}.`
}

/** One line of a distribution, and the accounts in it. */
export interface Stretch {
  readonly label: string
  readonly count: number
  readonly filter: string | null
}

export function stretchesOf(column: ColumnHealth): readonly Stretch[] {
  const { picture, id, type } = column
  if (picture.kind === 'none') return []
  if (picture.kind === 'values')
    return picture.values.map(({ value, count }) => ({
      label: type === 'boolean' ? (value === 'true' ? 'yes' : 'no') : value,
      count,
      filter: segmentFilter(column, value),
    }))
  const { from, step, counts } = picture
  const end = (value: number) => (type === 'date' ? toIsoDay(value as Day) : value)
  const say = (value: number) =>
    type === 'date' ? formatDay(value as Day) : formatShortNumber(value)
  return counts.map((count, bin) => {
    const [least, below] = [from + bin * step, from + (bin + 1) * step]
    const isLast = bin === counts.length - 1
    return {
      label: counts.length === 1 ? say(least) : `${say(least)} to ${say(below)}`,
      count,
      filter: rangeFilter(id, end(least), isLast ? null : end(below)),
    }
  })
}

export const TRUST_LABELS: { readonly [trust in Trust]: string } = {
  good: 'Good',
  care: 'With care',
  poor: 'Poor',
}

/** The sentence that answers "can I trust this?": coverage, what could not be read, age, sudden shift. */
export function trustWords(factor: FactorTrust, { day, since }: DataProfile): string {
  const { accounts, measured, carried, unreadable, age, shift } = factor
  if (accounts === 0) return 'Its model is for no account.'
  return [
    `${formatShare(measured / accounts)} of ${plural(accounts, 'account')} have a value` +
      (carried > 0 ? `, ${formatCount(carried)} more carried over` : ''),
    unreadable > 0 ? `${formatPercent(unreadable)} of the cells cannot be read` : '',
    age > 0 ? `from ${formatDay((day - age) as Day)}, ${plural(age, 'day')} before` : '',
    shift ? `${shift.column}: ${shiftWords(shift.what, shift.type)}` : '',
    !shift && since !== null ? 'no sudden shift' : '',
  ]
    .filter(Boolean)
    .join('; ')
    .concat('.')
}

/** All factors in one sentence. */
export function trustSummary({ factors, since }: DataProfile): string {
  const count = (trust: Trust) => factors.filter((factor) => factor.trust === trust).length
  const parts = (['good', 'care', 'poor'] as const)
    .filter((trust) => count(trust) > 0)
    .map((trust) => `${formatCount(count(trust))} ${TRUST_LABELS[trust].toLowerCase()}`)
  const against =
    since === null
      ? 'There is no earlier snapshot to compare with.'
      : `Compared with ${formatDay(since)}.`
  return `Of ${plural(factors.length, 'factor')}: ${parts.join(', ')}. ${against}`
}
