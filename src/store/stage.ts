import type { DeliveryId, WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import { bytesOf, tight } from './buffers.ts'
import type { Store } from './database.ts'
import { removeDelivery } from './deliveries.ts'
import { guarded } from './problems.ts'
import type { BufferRecord, DeliveryParts, DeliveryRecord, PartName } from './records.ts'
import { workspaceIn } from './workspaces.ts'

export type NewDelivery = Omit<DeliveryRecord, 'id' | 'state' | 'storedBytes'>

/** A part by its name: `['accounts', …]`, `['column:3', …]`. */
export type NewPart = {
  readonly [part in PartName]: readonly [part, DeliveryParts[part]]
}[PartName]

/** A transaction at a time: a full disk shows early, and what waits in memory stays small. */
const BATCH_BYTES = 8_000_000

/**
 * Writes a delivery that nobody sees until it is published. `parts` are drawn one after the other; `onProgress` is told how many are safe.
 * Where it fails, what was written is taken away; where the tab dies, the next sweep does it.
 */
export async function stageDelivery(
  store: Store,
  delivery: NewDelivery,
  parts: Iterable<NewPart>,
  onProgress: (parts: number) => void = () => {},
): Promise<Result<DeliveryId, StoreProblem>> {
  const numbered = await guarded(store, () => number(store, delivery))
  if (!numbered.ok) return numbered
  const id = numbered.value
  const written = await guarded(store, async () => {
    const storedBytes = await writeParts(store, delivery.workspace, id, { parts, onProgress })
    await store.deliveries.update([delivery.workspace, id], { storedBytes })
    return id
  })
  if (!written.ok) await guarded(store, () => discard(store, delivery.workspace, id))
  return written
}

function number(store: Store, delivery: NewDelivery): Promise<DeliveryId> {
  return store.transaction('rw', store.workspaces, store.deliveries, async () => {
    const workspace = await workspaceIn(store, delivery.workspace)
    const id = (workspace.deliveries + 1) as DeliveryId
    await store.workspaces.put({ ...workspace, deliveries: id })
    await store.deliveries.add({ ...delivery, id, state: 'staged', storedBytes: 0 })
    return id
  })
}

interface Writing {
  readonly parts: Iterable<NewPart>
  readonly onProgress: (parts: number) => void
}

async function writeParts(
  store: Store,
  workspace: WorkspaceId,
  delivery: DeliveryId,
  { parts, onProgress }: Writing,
): Promise<number> {
  let batch: BufferRecord[] = []
  let waiting = 0
  let storedBytes = 0
  let safe = 0
  const write = async () => {
    await store.buffers.bulkPut(batch)
    onProgress((safe += batch.length))
    batch = []
    waiting = 0
  }
  for (const [part, value] of parts) {
    const record = { workspace, delivery, part, value: tight(value) }
    const bytes = bytesOf(record.value)
    if (waiting > 0 && waiting + bytes > BATCH_BYTES) await write()
    batch.push(record)
    waiting += bytes
    storedBytes += bytes
  }
  await write()
  return storedBytes
}

const discard = (store: Store, workspace: WorkspaceId, delivery: DeliveryId): Promise<void> =>
  store.transaction('rw', store.deliveries, store.buffers, store.recorded, () =>
    removeDelivery(store, workspace, delivery),
  )
