import { toColumnIds } from '../../file/column-ids.ts'
import {
  ANY_WAY,
  columnsReadBy,
  OPEN_WAY,
  usualLabel,
  type EventColumn,
  type EventPlan,
} from '../../source/event-plan.ts'
import type { ColumnPlan, ReadingPlan } from '../../source/plan.ts'
import type { SourceColumn, SourceDefinition } from '../configuration.ts'

export type PlanOfEvents = ReadingPlan & { readonly events: EventPlan }

export const isOfEvents = (plan: ReadingPlan): plan is PlanOfEvents => plan.events !== undefined

/**
 * How a file of events is read, as a configuration says it: of its own columns those that something is made by, and those that are
 * read otherwise than they would be. Null where it cannot be said: the key has no name, or no other source says whose its rows are.
 */
export function describeEvents(
  plan: PlanOfEvents,
  others: readonly PlanOfEvents[],
): SourceDefinition | null {
  const { source, sourceName, key, columns, events } = plan
  const named = columns.find(({ index }) => key.by === 'column' && key.index === index)
  const through = events.through === null ? null : wayOf(plan, named, others)
  if (key.by !== 'column' || !named || headerOf(named) === '' || through === undefined) return null
  const [id, date] = [find(plan, events.id), find(plan, events.date)]
  return {
    id: source,
    ...(sourceName === source ? {} : { name: sourceName }),
    grain: 'event',
    key: headerOf(named),
    ...(key.rule === 'exact' ? {} : { keyRule: key.rule }),
    headers: columns.map(headerOf),
    ...(id ? { id_column: headerOf(id) } : {}),
    ...(through === null ? {} : { through }),
    ...(date ? { date: headerOf(date) } : {}),
    columns: [...ownColumns(plan, named), ...events.columns.map((sum) => describeSum(sum, plan))],
  }
}

const headerOf = ({ header }: ColumnPlan): string => header.trim()

const find = ({ columns }: ReadingPlan, id: string | null): ColumnPlan | undefined =>
  columns.find((column) => column.id === id)

/** The source by whose ids the rows are named; undefined where none is known yet. */
function wayOf(
  { source, events }: PlanOfEvents,
  key: ColumnPlan | undefined,
  others: readonly PlanOfEvents[],
): string | undefined {
  const isAny = events.through === ANY_WAY || events.through === OPEN_WAY
  return others.find(
    (other) =>
      other.source !== source &&
      other.events.id !== null &&
      (isAny ? other.events.id === key?.id : other.source === events.through),
  )?.source
}

/** Those whose reading no sum tells. One of the id of a sum cannot stand beside it. */
function ownColumns(plan: PlanOfEvents, key: ColumnPlan): SourceColumn[] {
  const { columns, events } = plan
  const made = new Set(events.columns.map(({ id }) => id))
  const told = new Set(events.columns.flatMap((sum) => (tellsReading(sum) ? sum.from : [])))
  const used = new Set([
    events.date,
    ...events.columns.flatMap(({ where }) => columnsReadBy(where)),
  ])
  const slugs = toColumnIds(columns.map(({ header }) => header))
  return columns.flatMap((column, place) => {
    const { id, ignore, missing } = column
    if (made.has(id) || id === key.id || id === events.id) return []
    if (ignore) return [{ id, from: headerOf(column), ignore }]
    const isOther = id !== slugs[place] || missing !== null
    if (!used.has(id) && (told.has(id) || !isOther)) return []
    return [{ id, from: headerOf(column), ...readingOf(column) }]
  })
}

const tellsReading = ({ aggregate }: EventColumn): boolean =>
  aggregate !== 'count' && aggregate !== 'distinct'

function describeSum(sum: EventColumn, plan: PlanOfEvents): SourceColumn {
  const { id, label, aggregate, windowDays, where, empty } = sum
  const from = aggregate === 'count' ? undefined : find(plan, sum.from)
  return {
    id,
    ...(label === usualLabel(id) ? {} : { name: label }),
    aggregate,
    ...(from ? { from: headerOf(from), ...(tellsReading(sum) ? readingOf(from) : {}) } : {}),
    ...(windowDays === null ? {} : { windowDays }),
    ...(where === null ? {} : { where }),
    ...(empty === null ? {} : { empty }),
  }
}

/** What stands is plain: `{}` is how a cell is written where nothing says otherwise. */
const readingOf = ({ type, format, missing }: ColumnPlan): Partial<SourceColumn> => ({
  ...(type === null ? {} : { type }),
  ...(Object.keys(format).length === 0 ? {} : { format }),
  ...(missing === null ? {} : { missing }),
})
