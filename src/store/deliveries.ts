import type { DeliveryId, WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { Column } from '../core/table/column.ts'
import type { Store } from './database.ts'
import { guarded, Refused } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { DeliveryParts, DeliveryRecord, PartName } from './records.ts'
import { restoreAll, restored } from './restore.ts'

/** Those that are live, in the order they came. */
export function listDeliveries(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<DeliveryRecord[], StoreProblem>> {
  return guarded(store, () => liveDeliveries(store, workspace))
}

/** The columns at these places of the file, in this order. */
export function readColumns(
  store: Store,
  workspace: WorkspaceId,
  delivery: DeliveryId,
  indexes: readonly number[],
): Promise<Result<Column[], StoreProblem>> {
  return guarded(store, async () => {
    const parts = indexes.map((index) => `column:${index}` as const)
    const keys = parts.map((part) => [workspace, delivery, part])
    const found = await store.buffers.bulkGet(keys)
    return parts.map((part, i) => valueOf(part, found[i]))
  })
}

/** The account lists of deliveries, in this order, in one question: each takes a time of its own. */
export function readAccounts(
  store: Store,
  workspace: WorkspaceId,
  deliveries: readonly DeliveryId[],
): Promise<Result<Uint32Array[], StoreProblem>> {
  return guarded(store, async () => {
    const keys = deliveries.map((delivery) => [workspace, delivery, 'accounts'])
    const found = await store.buffers.bulkGet(keys)
    return found.map((buffer) => valueOf('accounts', buffer))
  })
}

/** One part of a delivery that is there. */
export function readPart<P extends PartName>(
  store: Store,
  workspace: WorkspaceId,
  delivery: DeliveryId,
  part: P,
): Promise<Result<DeliveryParts[P], StoreProblem>> {
  return guarded(store, async () =>
    valueOf(part, await store.buffers.get([workspace, delivery, part])),
  )
}

/** What the deliveries take on disk before the browser compresses them, those that can still be brought back included. */
export function usedBytes(store: Store): Promise<Result<number, StoreProblem>> {
  return guarded(store, async () => {
    const deliveries = restoreAll('deliveries', await store.deliveries.toArray())
    return deliveries.reduce((sum, delivery) => sum + delivery.storedBytes, 0)
  })
}

/** In any transaction. */
export async function liveDeliveries(
  store: Store,
  workspace: WorkspaceId,
): Promise<DeliveryRecord[]> {
  const all = restoreAll('deliveries', await beginningWith(store.deliveries, workspace).toArray())
  return all.filter((delivery) => delivery.state === 'live')
}

/** Inside a transaction: a delivery with all that belongs to it. */
export async function removeDelivery(
  store: Store,
  workspace: WorkspaceId,
  delivery: DeliveryId,
): Promise<void> {
  await beginningWith(store.buffers, workspace, delivery).delete()
  await store.recorded.delete([workspace, delivery])
  await store.deliveries.delete([workspace, delivery])
}

function valueOf<P extends PartName>(part: P, record: unknown): DeliveryParts[P] {
  if (record === undefined)
    throw new Refused({ code: 'storage-failed', message: `${part} is gone` })
  return restored('buffers', record).value as DeliveryParts[P]
}
