import type { Day } from '../brand.ts'
import { toColumnIds } from '../file/column-ids.ts'
import type { Dialect } from '../file/dialect.ts'
import type { ColumnType } from '../table/column.ts'
import type { EventPlan } from './event-plan.ts'
import type { ColumnPlan, KeyPlan, ReadingPlan } from './plan.ts'
import { fitOf, type RememberedSource } from './remembered.ts'
import { suggestEvents, type EventsSuggestion, type KnownKeys } from './suggest-events.ts'
import { suggestKey, type KeyOrigin } from './suggest-key.ts'

export interface FileHead {
  readonly fileName: string
  readonly dialect: Dialect
  readonly headers: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

export interface PlanSuggestion {
  readonly plan: ReadingPlan
  readonly keyOrigin: KeyOrigin
  /** The name of the source whose headers this file has. */
  readonly knownSource: string | null
  /** That its rows are events, where no file of its source came before: what they come to is still to be proposed. */
  readonly events: EventsSuggestion | null
}

export interface ImportMemory {
  readonly day: Day
  /** The sources imported before, newest first, then those that the configuration describes. */
  readonly sources: readonly RememberedSource[]
  /** The key column of the configuration in force. */
  readonly keyColumn: string | null
  /** Types fixed by the first import or by the configuration, by column id. */
  readonly types: ReadonlyMap<string, ColumnType>
}

/**
 * How a file would be read if nobody corrected anything: as its source was read before where the headers say which one it is,
 * else with its key found by the configuration or by name, and all columns kept.
 */
export function suggestPlan(head: FileHead, memory: ImportMemory): PlanSuggestion {
  const source = closestSource(memory.sources, head.headers)
  const events = source ? null : suggestEvents(head.headers, head.sample, knownKeys(memory.sources))
  // Types are fixed for columns of accounts; what an event has of the same name is another thing.
  const types = events || source?.events ? new Map<string, ColumnType>() : memory.types
  const columns = planColumns(head.headers, source, types)
  const key = events
    ? { plan: keyPlan(events.key), origin: 'name' as const }
    : findKey(head, columns, source, memory.keyColumn)
  const isKnown = source !== null && (source.isPart || fitOf(source, head.headers) === 1)
  return {
    plan: {
      ...(source
        ? { source: source.source, sourceName: source.sourceName }
        : nameSource(head, memory.sources)),
      day: memory.day,
      dialect: head.dialect,
      key: key.plan,
      columns,
      ...(source?.events ? { events: withoutAbsent(source.events, columns) } : {}),
    },
    keyOrigin: key.origin,
    knownSource: isKnown ? source.sourceName : null,
    events,
  }
}

/** A day or an id that the file does not have is none. */
function withoutAbsent(events: EventPlan, columns: readonly ColumnPlan[]): EventPlan {
  const ids = new Set(columns.map(({ id }) => id))
  const there = (id: string | null) => (id !== null && ids.has(id) ? id : null)
  return { ...events, date: there(events.date), id: there(events.id) }
}

/** By what the sources that are known name accounts, and by way of which of them others may. */
function knownKeys(sources: readonly RememberedSource[]): KnownKeys {
  return {
    accountKeys: sources.flatMap(({ key, events }) => (key !== null && !events ? [key] : [])),
    ways: sources.flatMap(({ source, events, columns }) =>
      [...columns].flatMap(([header, { id }]) => (events?.id === id ? [{ source, header }] : [])),
    ),
  }
}

/** Half of the names in common is the same kind of file with columns added or taken away. */
function closestSource(
  sources: readonly RememberedSource[],
  headers: readonly string[],
): RememberedSource | null {
  let best: RememberedSource | null = null
  let most = 0.5
  for (const source of sources) {
    const overlap = fitOf(source, headers)
    if (overlap > most) [best, most] = [source, overlap]
  }
  return best
}

function planColumns(
  headers: readonly string[],
  source: RememberedSource | null,
  types: ReadonlyMap<string, ColumnType>,
): ColumnPlan[] {
  const ids = toColumnIds(headers)
  const taken = new Set<string>()
  return headers.map((header, index) => {
    const known = source?.columns.get(header.trim())
    const remembered = known && !taken.has(known.id) ? known : undefined
    const id = remembered?.id ?? (ids[index] as string)
    taken.add(id)
    const type = types.get(id) ?? remembered?.type ?? null
    return { ignore: false, format: {}, missing: null, ...remembered, index, header, id, type }
  })
}

function findKey(
  head: FileHead,
  columns: readonly ColumnPlan[],
  source: RememberedSource | null,
  keyColumn: string | null,
): { plan: KeyPlan; origin: KeyOrigin } {
  const known = source ? head.headers.findIndex((header) => header.trim() === source.key) : -1
  if (source && (known >= 0 || source.key === null))
    return { plan: keyPlan(known < 0 ? null : known, source.rule), origin: 'known-source' }
  const configured = columns.findIndex((column) => column.id === keyColumn)
  if (configured >= 0) return { plan: keyPlan(configured), origin: 'configuration' }
  const guess = suggestKey(head.headers, head.sample)
  return { plan: keyPlan(guess.index), origin: guess.origin }
}

const keyPlan = (
  index: number | null,
  rule: 'exact' | RememberedSource['rule'] = 'exact',
): KeyPlan => (index === null ? { by: 'row-number' } : { by: 'column', index, rule })

/** A source is named by the words of the first file that came. */
function nameSource(
  head: FileHead,
  sources: readonly RememberedSource[],
): { source: string; sourceName: string } {
  const words = head.fileName
    .replace(/\.[a-z]+$/i, '')
    .replace(/[\d_.\-\s]+/g, ' ')
    .trim()
  const sourceName = words === '' ? 'Accounts' : words
  const slug = toColumnIds([sourceName])[0] as string
  const taken = new Set(sources.map((source) => source.source))
  let source = slug
  for (let n = 2; taken.has(source); n++) source = `${slug}_${n}`
  return { source, sourceName }
}
