import type { WorkspaceId } from '../../core/brand.ts'
import type { Result } from '../../core/problem.ts'
import { appendAct } from '../acts.ts'
import { bytesOf } from '../buffers.ts'
import { TABLE_NAMES, type Store } from '../database.ts'
import { withImporterLock } from '../lock.ts'
import { guarded, Refused } from '../problems.ts'
import { beginningWith } from '../ranges.ts'
import type { WorkspaceRecord } from '../records.ts'
import { removeRecords, workspaceIn } from '../workspaces.ts'
import { readBackup, type StoredRecord } from './read.ts'

export interface Restoring {
  /** The new workspace's. */
  readonly id: WorkspaceId
  /** An empty workspace whose place it takes; with deliveries or a configuration in it: `not-empty`. null: a further one. */
  readonly replaces: WorkspaceId | null
  /** ISO instant. */
  readonly at: string
}

/** A transaction at a time. */
const BATCH_BYTES = 8_000_000

/** Makes a workspace of a backup, whole or not at all: it is staged, and seen once the last record was read and found right. */
export function restoreBackup(
  store: Store,
  backup: Blob,
  restoring: Restoring,
): Promise<Result<WorkspaceRecord>> {
  return withImporterLock(async () => {
    const restored = await guarded(store, async () => {
      if (restoring.replaces !== null) await emptyWorkspace(store, restoring.replaces)
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
async function land(store: Store, { id, replaces, at }: Restoring): Promise<WorkspaceRecord> {
  const replaced = replaces === null ? null : await emptyWorkspace(store, replaces)
  if (replaced) await removeRecords(store, replaced.id)
  const landed: WorkspaceRecord = { ...(await workspaceIn(store, id)), state: 'ready' }
  await store.workspaces.put(landed)
  await appendAct(store, id, at, { act: 'restore', replaced })
  return landed
}

/** Refused unless it is: what was deleted could still be brought back. */
async function emptyWorkspace(store: Store, id: WorkspaceId): Promise<WorkspaceRecord> {
  const workspace = await workspaceIn(store, id)
  const deliveries = await beginningWith(store.deliveries, id).count()
  const configurations = await beginningWith(store.configurations, id).count()
  if (deliveries + configurations > 0) throw new Refused({ code: 'not-empty' })
  return workspace
}

/** Only what is staged: the id may be that of a workspace which was there before. */
function discard(store: Store, id: WorkspaceId): Promise<void> {
  return store.transaction('rw', TABLE_NAMES, async () => {
    const workspace = await store.workspaces.get(id)
    if (workspace?.state === 'staged') await removeRecords(store, id)
  })
}
