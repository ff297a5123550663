import { toColumnIds } from '../../file/column-ids.ts'
import { sumLabel, type EventColumn, type EventPlan } from '../../source/event-plan.ts'
import type { RememberedColumn, RememberedSource } from '../../source/remembered.ts'
import type { SourceColumn, SourceDefinition } from '../configuration.ts'

/** What a configuration says of a kind of file, as if one had come before. */
export function rememberSource(source: SourceDefinition): RememberedSource {
  const columns = columnsOf(source)
  const named = [...new Set([source.key.trim(), ...namedBeside(source), ...columns.keys()])]
  const events = source.grain === 'event' ? eventsOf(source, columns) : null
  return {
    source: source.id,
    sourceName: source.name ?? source.id,
    headers: source.headers?.map((header) => header.trim()) ?? named,
    key: source.key.trim(),
    rule: source.keyRule ?? 'exact',
    columns,
    ...(events ? { events, isPart: source.headers === undefined } : {}),
  }
}

const namedBeside = ({ id_column, date }: SourceDefinition): string[] =>
  [id_column, date].flatMap((header) => (header === undefined ? [] : [header.trim()]))

/** By header. Of an event source those of the file itself, then those that something is made of. */
function columnsOf({ grain, columns = [] }: SourceDefinition): Map<string, RememberedColumn> {
  const own = columns.filter(({ aggregate }) => grain === 'account' || aggregate === undefined)
  const found = new Map(own.map((column) => [headerOf(column), columnOf(column)]))
  for (const column of columns) {
    if (column.aggregate === undefined || column.from === undefined) continue
    const header = column.from.trim()
    if (!found.has(header)) found.set(header, columnOf({ ...column, id: slugOf(header) }))
  }
  return found
}

/** A column without a `from` comes from the header of which it is the slug; that is found again by its id. */
const headerOf = ({ id, from = id }: SourceColumn): string => from.trim()

const columnOf = ({
  id,
  from = id,
  type,
  aggregate,
  format,
  missing,
  ignore,
}: SourceColumn): RememberedColumn => ({
  id: id || slugOf(from),
  ignore: ignore ?? false,
  type: aggregate === 'distinct' ? null : (type ?? null),
  format: format ?? {},
  missing: missing ?? null,
})

const slugOf = (header: string): string => toColumnIds([header])[0] as string

function eventsOf(
  { id_column, date, through, columns = [] }: SourceDefinition,
  known: ReadonlyMap<string, RememberedColumn>,
): EventPlan {
  const idOf = (header: string) => known.get(header.trim())?.id ?? slugOf(header)
  return {
    date: date === undefined ? null : idOf(date),
    id: id_column === undefined ? null : idOf(id_column),
    through: through ?? null,
    columns: columns.flatMap((column) => sumOf(column, idOf) ?? []),
  }
}

function sumOf(column: SourceColumn, idOf: (header: string) => string): EventColumn | null {
  const { id, aggregate, from, windowDays, where, empty } = column
  if (aggregate === undefined) return null
  return {
    id,
    label: sumLabel(column),
    aggregate,
    from: from === undefined || aggregate === 'count' ? null : idOf(from),
    windowDays: windowDays ?? null,
    where: where ?? null,
    empty: empty ?? null,
  }
}
