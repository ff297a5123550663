import type { EventColumn } from '../../source/event-plan.ts'
import { toDay } from '../../brand.ts'
import { allRows } from '../../table/all-rows.ts'
import { lengthOf, wordsOf } from '../../table/texts.ts'
import type { EventsKnown } from './events-known.ts'
import { headerWords } from './header-words.ts'
import { sentimentScore } from './known-values.ts'
import type { MeantColumn } from './meaning.ts'
import { quoted } from './propose-include.ts'
import { rowsWhere } from './rows-where.ts'

const DAYS = 90
/** A priority and a mark are of few words, not a text in every row. */
const MOST_WORDS = 20

/** Only of what somebody asks help with: an urgent task is no trouble of the account. */
const HELP = /ticket|case|incident|complaint|conversation|chat|call/
const PRIORITY = /(^| )(priority|severity|urgency)$/
const MARK = /(^| )(rating|satisfaction|csat|sentiment)( |$)/

const LEVEL = String.raw`^(?:\d\s*[-.:]\s*)?`
/** The gravest level that a tool knows; where none of these occurs, that of `HIGH` is. */
const URGENT = new RegExp(
  `${LEVEL}(urgent|critical|highest|blocker|emergency|immediate|very high|p[01]|sev(erity)? ?-?[01]|dringend|kritisch|sehr hoch|urgente|critique|cr[ií]tic[ao])$`,
  'i',
)
const HIGH = new RegExp(`${LEVEL}(high|major|p2|sev(erity)? ?-?2|hoch|haute|élevée?|alt[ao])$`, 'i')

/**
 * How many rows of each account were urgent, and how many were marked as bad, of late. Urgent ones are counted as long as they hold
 * where some are seen that do.
 */
export function graveColumns(columns: readonly MeantColumn[], known: EventsKnown): EventColumn[] {
  return HELP.test(known.noun) ? [...urgent(columns, known), ...badMarks(columns, known)] : []
}

function urgent(columns: readonly MeantColumn[], known: EventsKnown): EventColumn[] {
  const column = named(columns, PRIORITY)
  if (!column) return []
  const gravest = those(column, (word) => URGENT.test(word))
  const words = gravest.length > 0 ? gravest : those(column, (word) => HIGH.test(word))
  if (words.length === 0 || words.length === wordsIn(column).length) return []
  const kind = `${gravest.length > 0 ? 'urgent' : 'high-priority'} ${known.plural}`
  const where = oneOf(column, words)
  const holding = known.open === null ? null : `${where} and (${known.open})`
  return holding !== null && isSeen(holding, columns)
    ? [counted(`open ${kind}`, holding, false)]
    : [counted(kind, where, known.isDated)]
}

/** After all that has ended: what holds without a day of its end does. */
const LATEST = toDay(100_000)

function isSeen(where: string, columns: readonly MeantColumn[]): boolean {
  const rows = lengthOf((columns[0] as MeantColumn).column)
  return rowsWhere(where, { columns, key: '', rows, day: LATEST }, allRows(rows)).length > 0
}

function badMarks(columns: readonly MeantColumn[], { isDated }: EventsKnown): EventColumn[] {
  const column = named(columns, MARK)
  const bad = column ? those(column, isBad) : []
  return column && bad.length > 0 ? [counted('bad ratings', oneOf(column, bad), isDated)] : []
}

/** Zendesk writes "Bad with comment" too, and "Offered" where nobody answered. */
const isBad = (word: string): boolean =>
  sentimentScore(word.replace(/[ _]with(out)?[ _]comment$/i, '')) === 0

const named = (columns: readonly MeantColumn[], header: RegExp): MeantColumn | undefined =>
  columns.find(
    (one) =>
      one.column.type === 'text' &&
      one.distinct <= MOST_WORDS &&
      header.test([...headerWords(one.header).words].join(' ')),
  )

const wordsIn = ({ column }: MeantColumn): readonly string[] =>
  column.type === 'text' ? wordsOf(column).filter((word) => word !== '') : []

const those = (column: MeantColumn, is: (word: string) => boolean): string[] =>
  wordsIn(column).filter(is)

const oneOf = ({ id }: MeantColumn, words: readonly string[]): string =>
  `${id} in [${words.map(quoted).join(', ')}]`

function counted(kind: string, where: string, isWithin: boolean): EventColumn {
  const label = kind.charAt(0).toUpperCase() + kind.slice(1) + (isWithin ? ` in ${DAYS} days` : '')
  const id = isWithin ? `${kind}_${DAYS}d` : kind
  const windowDays = isWithin ? DAYS : null
  return { id, label, aggregate: 'count', from: null, windowDays, where, empty: 0 }
}
