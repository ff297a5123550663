import { toColumnIds } from '../../file/column-ids.ts'
import type { EventColumn, EventPlan } from '../../source/event-plan.ts'
import { eventNoun, pluralOf } from '../../source/event-words.ts'
import { addUp } from './added-columns.ts'
import type { EventsKnown } from './events-known.ts'
import { graveColumns } from './grave-rows.ts'
import { headerWords } from './header-words.ts'
import { withMeaning, type MeantColumn } from './meaning.ts'
import { openWhere, stateColumns } from './open-rows.ts'
import type { FoundColumn } from './proposal.ts'

/** A file of events as far as it is known: its first rows, typed. */
export interface EventsInput {
  readonly columns: readonly FoundColumn[]
  readonly key: string
  readonly id: string | null
  readonly through: string | null
  readonly sourceName: string
  /** Columns of accounts that other files bring. */
  readonly taken: ReadonlySet<string>
  /** Whether a file that came before lists the accounts: what describes them is not looked for here. */
  readonly hasAccounts: boolean
}

const COUNT_DAYS = 90

/** What the rows of each account come to: how many, how many of them open, and a sum, a mean or the newest of what their columns say. */
export function proposeEvents(input: EventsInput): EventPlan {
  const columns = input.columns.map(withMeaning)
  const others = columns.filter(({ id }) => id !== input.key && id !== input.id)
  const date = dateOf(others)
  const noun = nounOf(input, columns)
  const known: EventsKnown = {
    noun,
    plural: pluralOf(noun),
    isDated: date !== null,
    open: openWhere(others, date),
    hasAccounts: input.hasAccounts,
  }
  const rest = others.filter(({ id }) => id !== date)
  const made = ENDINGS.test(noun) ? [counted(known)] : everything(rest, known, date)
  return {
    date,
    id: input.id,
    through: input.through,
    columns: withOwnIds(made, known, input.taken),
  }
}

/** Those that ended were recorded with the outcome, whenever that was. */
const ENDINGS = /churn|cancel/
/** What is held is counted as long as it is, and of use it is told how much it was. */
const HELD = /subscription|contract|licen/
const USE = /usage|activity/

function everything(
  rest: readonly MeantColumn[],
  known: EventsKnown,
  date: string | null,
): EventColumn[] {
  const sums = addUp(rest, known)
  const states = stateColumns(rest, known)
  const isTold =
    (HELD.test(known.noun) && states.length > 0) ||
    (USE.test(known.noun) && sums.some(({ aggregate }) => aggregate === 'sum'))
  return [
    ...(isTold ? [] : [counted(known)]),
    ...states,
    ...graveColumns(rest, known),
    ...lastDay(known, date),
    ...sums,
  ]
}

function nounOf({ id, sourceName }: EventsInput, columns: readonly MeantColumn[]): string {
  const header = columns.find((column) => column.id === id)?.header ?? ''
  return eventNoun(header) ?? eventNoun(sourceName) ?? nounInHeaders(columns) ?? 'row'
}

const ABOUT = /[\s_]+(type|subject|status|priority|channel|category|form|owner|state)$/i

/** "Ticket type" says what a row is, and so does a requester. */
function nounInHeaders(columns: readonly MeantColumn[]): string | null {
  for (const { header } of columns) {
    const noun = ABOUT.test(header) ? eventNoun(header.replace(ABOUT, '')) : null
    if (noun !== null) return noun
  }
  return columns.some(({ header }) => /^requester([\s_]id)?$/i.test(header.trim()))
    ? 'ticket'
    : null
}

function counted({ noun, plural, isDated }: EventsKnown): EventColumn {
  const windowDays = isDated && !ENDINGS.test(noun) ? COUNT_DAYS : null
  const label = capital(plural) + (windowDays === null ? '' : ` in ${windowDays} days`)
  const id = windowDays === null ? plural : `${plural}_${windowDays}d`
  return { id, label, aggregate: 'count', from: null, windowDays, where: null, empty: 0 }
}

const TIMELY = /order|purchase|transaction|session|login|visit|usage|event|booking|shipment/

/** Of what people do, the last time says whether they still do. */
function lastDay({ noun }: EventsKnown, date: string | null): EventColumn[] {
  if (date === null || !TIMELY.test(noun)) return []
  const label = `Last ${noun}`
  return [
    { id: label, label, aggregate: 'max', from: date, windowDays: null, where: null, empty: null },
  ]
}

/** The day on which a row happened: where it began rather than ended. Null: no column says it. */
function dateOf(columns: readonly MeantColumn[]): string | null {
  const dates = columns
    .filter(({ column }) => column.type === 'date')
    .map(({ id, header }) => ({ id, fit: fitOf(header) }))
    .filter(({ fit }) => fit >= 0)
    .sort((a, b) => b.fit - a.fit)
  return dates[0]?.id ?? null
}

const BEGINS =
  /create|submit|open|receive|occur|start|sent|paid|issue|event|usage|order|transaction|invoice|login/
const ENDS =
  /close|solve|resol|end|due|update|modif|response|reply|purchase|cancel|expir|renew|birth|until|next/

function fitOf(header: string): number {
  const words = [...headerWords(header).words].join(' ')
  if (BEGINS.test(words)) return 2
  if (ENDS.test(words)) return -1
  return /date|day|time/.test(words) ? 1 : 0
}

/** Ids are slugs, unique, and none that a column of another file has: that one is told apart by what the rows are. */
function withOwnIds(
  made: readonly EventColumn[],
  { noun }: EventsKnown,
  taken: ReadonlySet<string>,
): EventColumn[] {
  const slugs = toColumnIds(made.map(({ id }) => id))
  const own = made.map((column, place) => {
    const id = slugs[place] as string
    if (!taken.has(id)) return { ...column, id }
    const label = capital(`${noun} ${column.label.toLowerCase()}`)
    return { ...column, id: `${noun} ${id}`, label }
  })
  const ids = toColumnIds(own.map(({ id }) => id))
  return own.map((column, place) => {
    const id = ids[place] as string
    return taken.has(id) ? { ...column, id: `${id}_2` } : { ...column, id }
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
