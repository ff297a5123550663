import type { DeliveryId, WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { ReadingPlan } from '../core/source/plan.ts'
import type { ColumnType } from '../core/table/column.ts'
import { appendAct, newestAct } from './acts.ts'
import { putChoices } from './choices.ts'
import { addVersion, type NewConfiguration } from './configurations.ts'
import type { Store } from './database.ts'
import { appendKeys, type NewKeys } from './keys.ts'
import { guarded, Refused } from './problems.ts'
import type { Act, DeliveryRecord } from './records.ts'
import { restored } from './restore.ts'
import { workspaceIn } from './workspaces.ts'

export interface Publication {
  readonly workspace: WorkspaceId
  readonly delivery: DeliveryId
  /** ISO instant. */
  readonly at: string
  readonly keys: NewKeys
  /** A first one, where the workspace has none. */
  readonly configuration: NewConfiguration | null
  /** The import that this one is one act with, if nothing was done since. */
  readonly oneWith?: DeliveryId | null
  /** To be remembered for the next file of its source. */
  readonly plan: ReadingPlan
  /** Types that are fixed from now on, by column id. */
  readonly types: ReadonlyMap<string, ColumnType>
}

/** Makes a staged delivery visible with all that comes with it, in one transaction: whole or not at all. */
export function publishDelivery(
  store: Store,
  publication: Publication,
): Promise<Result<DeliveryRecord, StoreProblem>> {
  const { workspaces, deliveries, keys, configurations, choices, acts } = store
  const tables = [workspaces, deliveries, keys, configurations, choices, acts]
  return guarded(store, () => store.transaction('rw', tables, () => publish(store, publication)))
}

async function publish(store: Store, publication: Publication): Promise<DeliveryRecord> {
  const { workspace: id, at } = publication
  const workspace = await workspaceIn(store, id)
  const staged = await stagedIn(store, publication)
  if (workspace.keys !== publication.keys.from)
    throw new Error(`invalid first key: ${publication.keys.from}, expected ${workspace.keys}`)

  const live: DeliveryRecord = { ...staged, state: 'live', importedAt: at }
  await store.deliveries.put(live)
  const keys = await appendKeys(store, id, publication.keys)
  const configuration = publication.configuration
    ? await addVersion(store, id, at, publication.configuration)
    : workspace.configuration
  await store.workspaces.put({ ...workspace, state: 'ready', keys, configuration })
  const choices = await putChoices(store, id, publication)
  const last = await newestAct(store, id)
  await appendAct(store, id, at, {
    act: 'import',
    delivery: live.id,
    fileName: live.fileName,
    day: live.day,
    isFirst: workspace.state === 'staged',
    configurationBefore: workspace.configuration,
    choices,
    ...togetherWith(last, publication.oneWith ?? null),
  })
  return live
}

function togetherWith(last: Act | null, first: DeliveryId | null) {
  if (first === null || last?.act !== 'import') return {}
  const files = last.together?.first === first ? last.together.files : 1
  return files > 1 || last.delivery === first ? { together: { first, files: files + 1 } } : {}
}

async function stagedIn(
  store: Store,
  { workspace, delivery }: Publication,
): Promise<DeliveryRecord> {
  const found = await store.deliveries.get([workspace, delivery])
  if (!found) throw new Refused({ code: 'storage-failed', message: `delivery ${delivery} is gone` })
  const record = restored('deliveries', found)
  if (record.state !== 'staged') throw new Error(`invalid delivery to publish: ${record.state}`)
  return record
}
