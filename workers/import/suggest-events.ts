import { declaredColumns } from '../../src/core/model/declared-columns.ts'
import type { FoundColumn } from '../../src/core/model/propose/proposal.ts'
import { proposeEvents } from '../../src/core/model/propose/propose-events.ts'
import type { EventPlan } from '../../src/core/source/event-plan.ts'
import type { KeyPlan, ReadingPlan } from '../../src/core/source/plan.ts'
import type { EventsSuggestion } from '../../src/core/source/suggest-events.ts'
import { countValues } from '../../src/core/table/profile.ts'
import type { Table } from '../../src/core/table/table-builder.ts'
import type { DeliveryRecord } from '../../src/store/records.ts'
import type { WorkspaceMemory } from './memory.ts'

type Known = Pick<WorkspaceMemory, 'deliveries' | 'configuration'>

/** What the rows of a file come to, where they are events: told by its first rows. */
export function eventsOf(
  suggested: Pick<EventsSuggestion, 'key' | 'id' | 'through'>,
  table: Table,
  plan: ReadingPlan,
  { deliveries, configuration }: Known,
): EventPlan {
  const idAt = (place: number) => plan.columns.find(({ index }) => index === place)?.id ?? ''
  const columns = plan.columns.flatMap(({ id, header }, place): FoundColumn[] => {
    const typed = table.columns[place]
    if (!typed || typed.type === null) return []
    return [{ id, header, column: typed.column, ...countValues(typed.column) }]
  })
  const others = deliveries.filter(({ source }) => source !== plan.source)
  const declared = configuration ? declaredColumns(configuration).map(({ id }) => id) : []
  const taken = [...others.flatMap(columnIdsOf), ...declared]
  return proposeEvents({
    columns,
    key: idAt(suggested.key),
    id: suggested.id === null ? null : idAt(suggested.id),
    through: suggested.through,
    sourceName: plan.sourceName,
    taken: new Set(taken),
    hasAccounts: others.some((delivery) => !delivery.plan.events),
  })
}

/** The other way to take the rows: each as something that happened to the account that its key names. */
export const eventsByKey = (
  key: KeyPlan,
  table: Table,
  plan: ReadingPlan,
  memory: Known,
): EventPlan | null =>
  key.by === 'column'
    ? eventsOf({ key: key.index, id: null, through: null }, table, plan, memory)
    : null

const columnIdsOf = ({ plan, columns }: DeliveryRecord): readonly string[] =>
  (plan.events ? plan.events.columns : columns).map(({ id }) => id)
