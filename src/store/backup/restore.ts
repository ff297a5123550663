import type { WorkspaceId } from '../../core/brand.ts'
import type { Result } from '../../core/problem.ts'
import { appendAct } from '../acts.ts'
import { bytesOf } from '../buffers.ts'
import { TABLE_NAMES, type Store } from '../database.ts'
import { withImporterLock } from '../lock.ts'
import { guarded } from '../problems.ts'
import type { WorkspaceRecord } from '../records.ts'
import { removeRecords, workspaceIn } from '../workspaces.ts'
import { readBackup, type StoredRecord } from './read.ts'

export interface Restoring {
  /** The new workspace's. */
  readonly id: WorkspaceId
  /** ISO instant. */
  readonly at: string
}

/** A transaction at a time. */
const BATCH_BYTES = 8_000_000

/** Makes a workspace of its own of a backup, whole or not at all: it is staged, and seen once the last record was read and found right. */
export function restoreBackup(
  store: Store,
  backup: Blob,
  restoring: Restoring,
): Promise<Result<WorkspaceRecord>> {
  return withImporterLock(async () => {
    const restored = await guarded(store, async () => {
      await writeAll(store, readBackup(backup, restoring.id))
      return store.transaction('rw', TABLE_NAMES, () => land(store, restoring))
    })
    if (!restored.ok) await guarded(store, () => discard(store, restoring.id))
    return restored
  })
}

async function writeAll(store: Store, records: AsyncIterable<StoredRecord>): Promise<void> {
  let batch: StoredRecord[] = []
  let waiting = 0
  const write = async () => {
    const tables = [...new Set(batch.map(({ table }) => table))]
    await store.transaction('rw', tables, async () => {
      for (const { table, record } of batch) await store.table(table).add(record)
    })
    batch = []
    waiting = 0
  }
  for await (const stored of records) {
    batch.push(stored)
    waiting += bytesOf(stored.record)
    if (waiting > BATCH_BYTES) await write()
  }
  if (batch.length > 0) await write()
}

/** Inside a transaction over all tables. */
async function land(store: Store, { id, at }: Restoring): Promise<WorkspaceRecord> {
  const landed: WorkspaceRecord = { ...(await workspaceIn(store, id)), state: 'ready' }
  await store.workspaces.put(landed)
  await appendAct(store, id, at, { act: 'restore' })
  return landed
}

/** Only what is staged: the id may be that of a workspace which was there before. */
function discard(store: Store, id: WorkspaceId): Promise<void> {
  return store.transaction('rw', TABLE_NAMES, async () => {
    const workspace = await store.workspaces.get(id)
    if (workspace?.state === 'staged') await removeRecords(store, id)
  })
}
