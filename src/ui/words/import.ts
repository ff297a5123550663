import type { Day } from '../../core/brand.ts'
import { assertNever } from '../../core/problem.ts'
import type { KeyRule } from '../../core/source/key-rule.ts'
import type { ColumnType } from '../../core/table/column.ts'
import type { Progress } from '../../../workers/protocol/importer.ts'
import type { Inspection, Review } from '../../../workers/protocol/review.ts'
import type { ColumnRole, DateOrderAnswer } from '../../state/import-choices.ts'
import { toIsoDay } from '../../state/days.ts'
import { formatCount, formatDay, formatMonth, formatPercent, plural } from '../parts/format.ts'
import { fromIsoDay } from '../../state/days.ts'

/** How a guess came about, or `certain` where nothing is guessed. */
export type GuessWords = { readonly guess: string } | { readonly certain: string }

type Guesses = Inspection['guesses']

export function keyGuessWords(key: Guesses['key']): GuessWords {
  switch (key) {
    case 'known-source':
      return { certain: 'as last time' }
    case 'configuration':
      return { certain: 'as the configuration says' }
    case 'name':
      return { guess: 'by its name' }
    case 'unique':
      return { guess: 'all different' }
    case 'none':
      return { guess: 'no column has a key' }
    default:
      return assertNever(key)
  }
}

export function dayGuessWords(day: Guesses['day']): string {
  switch (day) {
    case 'file-name':
      return 'from the file’s name'
    case 'file-date':
      return 'when the file was written'
    case 'today':
      return 'today'
    case 'newest-row':
      return 'the newest date in it'
    case 'snapshot':
      return 'as the other files'
    default:
      return assertNever(day)
  }
}

/** What the chosen day makes of the history. */
export function dayWords(day: Day, { against, corrects, known }: Review['comparison']): string {
  if (corrects) return `Corrects the snapshot of ${formatDay(day)}.`
  if (against !== null) return `New, compared with ${formatDay(against)}.`
  return known > 0 ? 'The first file of its kind.' : 'The first snapshot.'
}

export const ROLE_LABELS: { readonly [role in ColumnRole]: string } = {
  key: 'key',
  name: 'name',
  value: 'value',
  renewal: 'renewal',
  owner: 'owner',
  outcome: 'outcome',
  segment: 'segment',
  factor: 'factor',
  kept: 'kept',
  ignored: 'ignored',
}

/** When two keys are one account. */
export const KEY_RULE_LABELS: { readonly [rule in KeyRule]: string } = {
  exact: 'exactly',
  'trim-case': 'in any case',
  alphanumeric: 'letters, digits',
  domain: 'by domain',
  'salesforce-id': 'Salesforce ID',
}

export const TYPE_LABELS: { readonly [type in ColumnType]: string } = {
  text: 'text',
  number: 'number',
  date: 'date',
  boolean: 'yes/no',
}

/** Stands before the word in a narrow control. */
export const TYPE_SIGNS: { readonly [type in ColumnType]: string } = {
  text: 'Aa',
  number: '12',
  date: '▦',
  boolean: '✓',
}

export interface DateReading {
  readonly answer: DateOrderAnswer
  readonly label: string
  readonly consequence: string
}

/** The ways to read an ambiguous date such as `03/04/2026`, each with what it would mean. */
export function dateReadings(
  example: string,
  past: { readonly dmy: number; readonly mdy: number } | undefined,
): readonly DateReading[] {
  const consequence = (first: string, count: number | undefined) =>
    count === undefined ? `${first} first` : `${first} first: ${formatCount(count)} already past`
  return [
    { answer: 'dmy', label: readAs(example, 'dmy'), consequence: consequence('day', past?.dmy) },
    { answer: 'mdy', label: readAs(example, 'mdy'), consequence: consequence('month', past?.mdy) },
    { answer: 'leave-out', label: 'Leave it out', consequence: 'the column is not kept' },
  ]
}

/** The example as a day in words; as it stands where it is none. */
export function readAs(example: string, order: 'dmy' | 'mdy'): string {
  const [a = '', b = '', c = ''] = example.split(/\D+/).filter(Boolean)
  const [day, month] = order === 'dmy' ? [a, b] : [b, a]
  const year = c.length === 2 ? `20${c}` : c
  const found = fromIsoDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return found === null ? example : formatDay(found)
}

export function progressWords(progress: Progress | null): string {
  if (progress === null) return 'Reading the file'
  const share = formatPercent(progress.share, 0)
  switch (progress.phase) {
    case 'reading':
      return `Reading, ${share}, ${plural(progress.rows, 'row')}`
    case 'comparing':
      return `Comparing with what is known, ${share}`
    case 'writing':
      return `Writing, ${share}`
    default:
      return assertNever(progress.phase)
  }
}

/** "missing since February" for a month's end, else the day itself. */
export function sinceWords(against: Day): string {
  const isMonthEnd = toIsoDay((against + 1) as Day).endsWith('-01')
  return isMonthEnd ? formatMonth(against) : formatDay(against)
}
