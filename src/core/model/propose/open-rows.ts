import { wordsOf } from '../../table/texts.ts'
import type { EventColumn } from '../../source/event-plan.ts'
import type { EventsKnown } from './events-known.ts'
import { headerWords } from './header-words.ts'
import type { MeantColumn } from './meaning.ts'
import { quoted } from './propose-include.ts'

const CLOSED =
  /^(closed|solved|resolved|done|completed?|cancell?ed|paid|settled|inactive|ended|expired|archived|deleted|won|lost|void|refunded)$/i
const LATE = /^(overdue|past[ _-]?due|unpaid|late|failed|delinquent)$/i
const END = /(^| )(closed?|solved|resolved|end|ended|cancelled|canceled|expired|expiry)( |$)/
/** A state has a few words, not a text in every row. */
const MOST_STATES = 20

/** The rows that still hold: those that have not ended by the day of the snapshot, else those whose state is none of an end. */
export function openWhere(columns: readonly MeantColumn[], date: string | null): string | null {
  const end = columns.find(
    ({ id, column, header }) =>
      column.type === 'date' && id !== date && END.test([...headerWords(header).words].join(' ')),
  )
  if (end) return `is_missing(${end.id}) or days_until(${end.id}) > 0`
  const state = stateOf(columns)
  const closed = state && statesOf(state).filter((word) => CLOSED.test(word))
  const isTelling = closed && closed.length > 0 && closed.length < statesOf(state).length
  if (!state || !isTelling) return null
  return `${state.id} not in [${closed.map(quoted).join(', ')}]`
}

/** How many rows of each account still hold, and how many invoices are late. */
export function stateColumns(
  columns: readonly MeantColumn[],
  { plural, open }: EventsKnown,
): EventColumn[] {
  const state = stateOf(columns)
  const late = state ? statesOf(state).filter((word) => LATE.test(word)) : []
  const word = /subscription|contract|licen/.test(plural) ? 'active' : 'open'
  return [
    ...(open === null ? [] : [count(`${word} ${plural}`, open)]),
    ...(state && late.length > 0
      ? [count(`overdue ${plural}`, `${state.id} in [${late.map(quoted).join(', ')}]`)]
      : []),
  ]
}

const stateOf = (columns: readonly MeantColumn[]): MeantColumn | undefined =>
  columns.find(
    ({ column, header, distinct }) =>
      column.type === 'text' &&
      distinct <= MOST_STATES &&
      /(^| )(status|state)$/.test([...headerWords(header).words].join(' ')),
  )

const statesOf = ({ column }: MeantColumn): readonly string[] =>
  column.type === 'text' ? wordsOf(column).filter((word) => word !== '') : []

const count = (name: string, where: string): EventColumn => ({
  id: name,
  label: name.charAt(0).toUpperCase() + name.slice(1),
  aggregate: 'count',
  from: null,
  windowDays: null,
  where,
  empty: 0,
})
