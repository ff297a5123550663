import type { Aggregate, EventColumn, EventPlan } from '../../core/source/event-plan.ts'
import type { Day } from '../../core/brand.ts'
import { assertNever } from '../../core/problem.ts'
import type { EventReview } from '../../../workers/protocol/review.ts'
import { formatCount, formatDay, plural } from '../parts/format.ts'

/** Of the file, as people call them. */
type Columns = readonly { readonly id: string; readonly label: string }[]

const nameOf = (columns: Columns, id: string | null): string =>
  columns.find((column) => column.id === id)?.label ?? id ?? ''

/** The ways in which the values of rows become one. */
export const AGGREGATE_WORDS: { readonly [aggregate in Aggregate]: string } = {
  count: 'how many rows',
  sum: 'sum',
  mean: 'mean',
  min: 'least',
  max: 'greatest',
  first: 'first',
  last: 'newest',
  distinct: 'how many different',
}

export const AGGREGATE_CHOICES: { readonly [aggregate in Aggregate]: string } = {
  count: 'how many rows',
  sum: 'the sum',
  mean: 'the mean',
  min: 'the least, or earliest',
  max: 'the greatest, or latest',
  first: 'what the first row says',
  last: 'what the newest row says',
  distinct: 'how many different ones',
}

type Empty = EventColumn['empty']

/** As the value of an option. */
export const emptyValue = (empty: Empty): string => JSON.stringify(empty)

/** What a configuration wrote there can be kept. */
export const emptyOf = (value: string, before: EventColumn | null): Empty =>
  [null, 0, before?.empty ?? null].find((one) => emptyValue(one) === value) ?? null

export function emptyChoices(
  { aggregate }: Pick<EventColumn, 'aggregate'>,
  before: EventColumn | null,
) {
  const isNumber = !['first', 'last', 'min', 'max'].includes(aggregate)
  const values = new Set([null, ...(isNumber ? [0] : []), before?.empty ?? null])
  return [...values].map((empty) => ({
    value: emptyValue(empty),
    label: empty === null ? 'nothing: it is missing' : String(empty),
  }))
}

/** What the model in force loses, by an import or by a change of what is stored. */
export function goneWords(gone: readonly EventColumn[], by: 'import' | 'here'): string {
  const names = gone.map(({ label }) => label).join(', ')
  const after = by === 'import' ? 'after the import' : 'afterwards'
  return `The model in force reads ${names}, which would be made no more and then be missing on every day. Take it back as well, or change the model ${after}.`
}

/** "How many rows of the last 90 days", "The sum of amount over the last 30 days". */
export function sumWords(column: EventColumn, columns: Columns): string {
  const { windowDays, aggregate, from } = column
  const within = windowDays === null ? '' : ` of the last ${windowDays} days`
  const name = nameOf(columns, from)
  switch (aggregate) {
    case 'count':
      return `How many rows${within}`
    case 'sum':
      return `${name} of the rows${within}, added up`
    case 'mean':
      return `${name}, the mean of the rows${within}`
    case 'min':
      return `The least ${name}${within}`
    case 'max':
      return `The latest or greatest ${name}${within}`
    case 'first':
      return `${name} of the first row${within}`
    case 'last':
      return `${name} of the newest row${within}`
    case 'distinct':
      return `How many different ${name}${within}`
    default:
      return assertNever(aggregate)
  }
}

/** Which rows count: "only where closed_at is empty or still ahead". Empty: all of them. */
export const whereWords = ({ where }: Pick<EventColumn, 'where'>, columns: Columns): string =>
  where === null ? '' : `only where ${conditionWords(where, columns)}`

function conditionWords(where: string, columns: Columns): string {
  const both = /^(\w+ in \[[^\]]*\]) and \((.*)\)$/.exec(where)
  if (both)
    return both
      .slice(1)
      .map((part) => conditionWords(part, columns))
      .join(', and ')
  const open = /^is_missing\((\w+)\) or days_until\(\1\) > 0$/.exec(where)
  if (open) return `${nameOf(columns, open[1] as string)} is empty or still ahead`
  const named = columns.find(({ id }) => id === where)
  if (named) return `${named.label} is yes`
  const listed = /^(\w+) (not in|in) \[([^\]]*)\]$/.exec(where)
  if (!listed) return where
  const [, id = '', how, values = ''] = listed
  const isOne = !values.includes("', '")
  const is = how === 'in' ? (isOne ? 'is' : 'is one of') : isOne ? 'is not' : 'is none of'
  return `${nameOf(columns, id)} ${is} ${values}`
}

/** What the key of an events file does. */
export function joinWords(events: EventPlan, found: EventReview | null): string {
  if (events.through !== null && (found?.accounts ?? 0) === 0)
    return 'Says which row of another file each row belongs to.'
  const accounts = found ? `, ${plural(found.accounts, 'account')} found` : ''
  return events.through === null
    ? `Says whose each row is${accounts}.`
    : `Says whose each row is, by way of another file${accounts}.`
}

/** What a person should know of the rows of events before pressing Import; empty where there is nothing. */
export function strayWords({ strayRows, accounts }: EventReview): string {
  if (strayRows === 0 || accounts === 0) return ''
  return `${plural(strayRows, 'row')} name no account that a file lists. They are kept, and count as soon as a file lists it.`
}

/** `day`: that of the file, where others came before it; of a first file there is no other. */
export function rosterWords({ accounts }: EventReview, day: Day | null): string {
  const taken = `so the ${formatCount(accounts)} keys found here are taken for accounts`
  return day === null
    ? `No file lists the accounts yet, ${taken}. A list of accounts that comes later gives them their names.`
    : `No list of accounts is dated up to ${formatDay(day)}, ${taken}. Import one of that day or before, or date this file later.`
}

/** Windows that end long after the newest row hold nothing. */
export function spanWords(events: EventPlan, { span }: EventReview, day: number): string {
  const windows = events.columns.flatMap(({ windowDays }) => windowDays ?? [])
  if (span === null || windows.length === 0 || span.last > day - Math.min(...windows)) return ''
  return `The newest row is of ${formatDay(span.last)}, ${formatCount(day - span.last)} days before the snapshot: the last ${Math.min(...windows)} days are empty.`
}
