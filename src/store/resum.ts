import type { WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { EventColumn } from '../core/source/event-plan.ts'
import type { ReadingPlan } from '../core/source/plan.ts'
import { appendAct } from './acts.ts'
import { putChoices } from './choices.ts'
import { addVersion, type NewConfiguration } from './configurations.ts'
import type { Store } from './database.ts'
import { liveDeliveries } from './deliveries.ts'
import { guarded } from './problems.ts'
import type { Act, DeliveryRecord } from './records.ts'
import { workspaceIn } from './workspaces.ts'

export interface Resumming {
  readonly workspace: WorkspaceId
  /** The id of a source of events. */
  readonly source: string
  readonly sums: readonly EventColumn[]
  /** ISO instant. */
  readonly at: string
  /** That says so too; null: none is in force, or it stays. */
  readonly configuration: NewConfiguration | null
}

/** What the kept rows of a source come to from now on, in all of its deliveries and for the next file. One act, which undo takes back. */
export function resum(store: Store, resumming: Resumming): Promise<Result<null, StoreProblem>> {
  const { workspaces, deliveries, configurations, choices, acts } = store
  const tables = [workspaces, deliveries, configurations, choices, acts]
  return guarded(store, () => store.transaction('rw', tables, () => write(store, resumming)))
}

async function write(store: Store, { workspace: id, at, ...asked }: Resumming): Promise<null> {
  const { source, sums, configuration } = asked
  const workspace = await workspaceIn(store, id)
  const live = await liveDeliveries(store, id)
  const known = live.filter((one) => one.source === source && one.plan.events)
  const newest = known.at(-1)
  if (!newest) return null
  await store.deliveries.bulkPut(known.map((one) => withSums(one, sums, at)))
  const version = configuration
    ? await addVersion(store, id, at, configuration)
    : workspace.configuration
  await store.workspaces.put({ ...workspace, configuration: version })
  const next: ReadingPlan = withSums(newest, sums, at).plan
  const changes = await putChoices(store, id, { plan: next, types: new Map() })
  await appendAct(store, id, at, {
    act: 'resum',
    name: newest.sourceName,
    deliveries: known.map(({ id, plan, resummedAt }) => ({
      id,
      sums: plan.events?.columns ?? [],
      resummedAt: resummedAt ?? null,
    })),
    configurationBefore: workspace.configuration,
    choices: changes,
  })
  return null
}

/** Inside a transaction: the sums as they were. Deliveries that are gone stay so. */
export async function takeBackSums(
  store: Store,
  workspace: WorkspaceId,
  { deliveries }: Extract<Act, { act: 'resum' }>,
): Promise<void> {
  for (const { id, sums, resummedAt } of deliveries) {
    const record = await store.deliveries.get([workspace, id])
    if (record) await store.deliveries.put(withSums(record, sums, resummedAt))
  }
}

function withSums(
  { resummedAt: _, ...record }: DeliveryRecord,
  columns: readonly EventColumn[],
  at: string | null,
): DeliveryRecord {
  const { plan } = record
  const events = plan.events && { events: { ...plan.events, columns } }
  return { ...record, plan: { ...plan, ...events }, ...(at === null ? {} : { resummedAt: at }) }
}
