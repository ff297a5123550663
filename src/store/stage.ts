import { toDeliveryId, type DeliveryId, type WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import { bytesOf, tight } from './buffers.ts'
import { TABLE_NAMES, type Store } from './database.ts'
import { removeDelivery } from './deliveries.ts'
import { guarded } from './problems.ts'
import type { BufferRecord, DeliveryParts, DeliveryRecord, PartName } from './records.ts'
import { emptyWorkspace, removeRecords, workspaceIn, type NewWorkspace } from './workspaces.ts'

export type NewDelivery = Omit<DeliveryRecord, 'id' | 'state' | 'storedBytes'>

/** A part by its name: `['accounts', …]`, `['column:3', …]`. */
export type NewPart = {
  readonly [part in PartName]: readonly [part, DeliveryParts[part]]
}[PartName]

/** A transaction at a time: a full disk shows early, and what waits in memory stays small. */
const BATCH_BYTES = 8_000_000

interface StageOptions {
  /** The workspace of the delivery, where it comes with it. */
  readonly making?: NewWorkspace | null
  /** Told how many parts are safe. */
  readonly onProgress?: (parts: number) => void
}

/**
 * Writes a delivery that nobody sees until it is published. `parts` are drawn one after the other.
 * Where it fails, what was written is taken away; where the tab dies, the next sweep does it. To be run under the importer lock.
 */
export async function stageDelivery(
  store: Store,
  delivery: NewDelivery,
  parts: Iterable<NewPart>,
  { making = null, onProgress = () => {} }: StageOptions = {},
): Promise<Result<DeliveryId, StoreProblem>> {
  const batches = batchesOf(parts)
  const begun = await guarded(store, () =>
    begin(store, delivery, making, batches.next().value as Batch),
  )
  if (!begun.ok) return begun
  const { id, safe } = begun.value
  onProgress(safe)
  const written = await guarded(store, async () => {
    // One is put while the one before is made safe: each of them takes its time, on threads of their own.
    let before: Promise<number> | null = null
    for (const batch of batches) {
      const written = writeBatch(store, delivery, id, batch)
      // Where the one before fails, this one is not asked any more.
      written.catch(() => {})
      if (before) onProgress(await before)
      before = written
    }
    if (before) onProgress(await before)
    return id
  })
  if (!written.ok) await discardDelivery(store, delivery.workspace, id)
  return written
}

interface Batch {
  readonly parts: readonly NewPart[]
  /** How many parts there are up to here, and what they take. */
  readonly safe: number
  readonly storedBytes: number
}

/** At least one, because the delivery is numbered with the first. */
function* batchesOf(all: Iterable<NewPart>): Generator<Batch, void> {
  let parts: NewPart[] = []
  let waiting = 0
  let safe = 0
  let storedBytes = 0
  for (const [part, value] of all) {
    const own = [part, tight(value)] as unknown as NewPart
    const bytes = bytesOf(own[1])
    if (waiting > 0 && waiting + bytes > BATCH_BYTES) {
      yield { parts, safe, storedBytes }
      parts = []
      waiting = 0
    }
    parts.push(own)
    safe++
    waiting += bytes
    storedBytes += bytes
  }
  yield { parts, safe, storedBytes }
}

function begin(store: Store, delivery: NewDelivery, making: NewWorkspace | null, batch: Batch) {
  return store.transaction('rw', store.workspaces, store.deliveries, store.buffers, async () => {
    const workspace = making ? emptyWorkspace(making) : await workspaceIn(store, delivery.workspace)
    const id = toDeliveryId(workspace.deliveries + 1)
    await store.workspaces.put({ ...workspace, deliveries: id })
    return { id, safe: await putBatch(store, delivery, id, batch) }
  })
}

const writeBatch = (
  store: Store,
  delivery: NewDelivery,
  id: DeliveryId,
  batch: Batch,
): Promise<number> =>
  store.transaction('rw', store.deliveries, store.buffers, () =>
    putBatch(store, delivery, id, batch),
  )

async function putBatch(
  store: Store,
  delivery: NewDelivery,
  id: DeliveryId,
  { parts, safe, storedBytes }: Batch,
): Promise<number> {
  const { workspace } = delivery
  await store.deliveries.put({ ...delivery, id, state: 'staged', storedBytes })
  await store.buffers.bulkPut(
    parts.map(([part, value]): BufferRecord => ({ workspace, delivery: id, part, value })),
  )
  return safe
}

/** Takes away what was staged, and the workspace that came with it. What was published meanwhile stays. */
export function discardDelivery(
  store: Store,
  workspace: WorkspaceId,
  delivery: DeliveryId,
): Promise<Result<void, StoreProblem>> {
  const discard = async () => {
    const found = await store.deliveries.get([workspace, delivery])
    if (found?.state !== 'staged') return
    const { state } = await workspaceIn(store, workspace)
    if (state === 'staged') await removeRecords(store, workspace)
    else await removeDelivery(store, workspace, delivery)
  }
  return guarded(store, () => store.transaction('rw', TABLE_NAMES, discard))
}
