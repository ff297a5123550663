import type { WorkspaceId } from '../core/brand.ts'
import type { Result } from '../core/problem.ts'
import { TABLE_NAMES, type Store } from './database.ts'
import { removeDelivery } from './deliveries.ts'
import { withImporterLock } from './lock.ts'
import { guarded } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { ActRecord } from './records.ts'
import { restoreAll } from './restore.ts'
import { removeRecords } from './workspaces.ts'

/** How long an act can be taken back. */
const KEPT_ACTS = 20
const KEPT_DAYS = 30

/**
 * Once at start: takes away what never landed, unless another tab is importing right now, and what can no longer be brought back.
 * `now` is an ISO instant.
 */
export async function sweep(store: Store, now: string): Promise<Result<null>> {
  // Everybody waits for both: neither waits for the other.
  const [swept, purged] = await Promise.all([
    withImporterLock(() => guarded(store, () => sweepOrphans(store))),
    guarded(store, () => purge(store, now)),
  ])
  const isImporting = !swept.ok && swept.problems.some(({ code }) => code === 'import-running')
  return swept.ok || isImporting ? purged : swept
}

async function sweepOrphans(store: Store): Promise<null> {
  const workspaces = restoreAll('workspaces', await store.workspaces.toArray())
  for (const { id, state } of workspaces)
    if (state === 'staged')
      await store.transaction('rw', TABLE_NAMES, () => removeRecords(store, id))
  const deliveries = restoreAll('deliveries', await store.deliveries.toArray())
  for (const { workspace, id, state } of deliveries)
    if (state === 'staged')
      await store.transaction('rw', store.deliveries, store.buffers, store.recorded, () =>
        removeDelivery(store, workspace, id),
      )
  return null
}

async function purge(store: Store, now: string): Promise<null> {
  const workspaces = restoreAll('workspaces', await store.workspaces.toArray())
  for (const { id } of workspaces)
    await store.transaction('rw', store.deliveries, store.buffers, store.recorded, store.acts, () =>
      purgeWorkspace(store, id, now),
    )
  return null
}

async function purgeWorkspace(store: Store, workspace: WorkspaceId, now: string): Promise<void> {
  const acts = restoreAll('acts', await beginningWith(store.acts, workspace).toArray())
  const kept = acts.slice(-KEPT_ACTS).filter((act) => ageInDays(act, now) <= KEPT_DAYS)
  const gone = acts.filter((act) => !kept.includes(act))
  await store.acts.bulkDelete(gone.map((act) => [workspace, act.number]))

  const needed = new Set(kept.flatMap(deliveriesOf))
  const deliveries = restoreAll(
    'deliveries',
    await beginningWith(store.deliveries, workspace).toArray(),
  )
  for (const { id, state } of deliveries)
    if (state === 'deleted' && !needed.has(id)) await removeDelivery(store, workspace, id)
}

const deliveriesOf = (act: ActRecord): readonly number[] =>
  act.act === 'delete-snapshot' || act.act === 'thin' ? act.deliveries : []

const ageInDays = (act: ActRecord, now: string): number =>
  (Date.parse(now) - Date.parse(act.at)) / 86_400_000
