import type { IndexableType } from 'dexie'
import type { DeliveryId, WorkspaceId } from '../../core/brand.ts'
import type { Result, StoreProblem } from '../../core/problem.ts'
import { SCHEMA_VERSION, type Store, type TableName } from '../database.ts'
import { liveDeliveries } from '../deliveries.ts'
import { guarded, Refused } from '../problems.ts'
import { beginningWith } from '../ranges.ts'
import { workspaceIn } from '../workspaces.ts'
import { BACKUP_VERSION, chained, firstLink, MAGIC, toFrame, toHex } from './frames.ts'
import { WHOLE_TABLES } from './tables.ts'

export interface Backup {
  readonly blob: Blob
  /** Of all that was backed up, but for the workspace's id: equal content, equal hash. */
  readonly hash: string
}

/** One record, without the workspace it belongs to. */
export interface BackupRecord {
  readonly table: TableName
  readonly record: Readonly<Record<string, unknown>>
}

/** One workspace in one file. It is read record by record, so that memory holds one column at a time. `at` is an ISO instant. */
export function writeBackup(
  store: Store,
  workspace: WorkspaceId,
  at: string,
): Promise<Result<Backup, StoreProblem>> {
  return guarded(store, async () => {
    let hash = firstLink()
    let records = 0
    async function* frames() {
      yield (await toFrame({ head: { at, schema: SCHEMA_VERSION } })).bytes
      for await (const record of recordsOf(store, workspace)) {
        const { bytes, digest } = await toFrame(record)
        hash = await chained(hash, digest)
        records++
        yield bytes
      }
      yield (await toFrame({ end: { records, hash: toHex(hash) } })).bytes
    }
    const body = await compressed(frames())
    const version = Uint8Array.of(BACKUP_VERSION)
    return { blob: new Blob([MAGIC, version, body]), hash: toHex(hash) }
  })
}

async function* recordsOf(store: Store, id: WorkspaceId): AsyncGenerator<BackupRecord> {
  const { workspace, deliveries, whole, buffers, recorded } = await survey(store, id)
  const { id: _, ...rest } = workspace
  yield { table: 'workspaces', record: rest }
  for (const { table, records } of whole)
    for (const record of records) yield { table, record: withoutWorkspace(record) }
  for (const record of deliveries) yield { table: 'deliveries', record: withoutWorkspace(record) }
  // The buffers of a live delivery never change, so they can be read after the survey.
  for (const key of buffers) yield { table: 'buffers', record: await read(store, 'buffers', key) }
  for (const key of recorded)
    yield { table: 'recorded', record: await read(store, 'recorded', key) }
}

/** What there is, at one moment. */
function survey(store: Store, id: WorkspaceId) {
  const { workspaces, deliveries, buffers, recorded } = store
  const tables = [
    workspaces,
    deliveries,
    buffers,
    recorded,
    ...WHOLE_TABLES.map((name) => store[name]),
  ]
  return store.transaction('r', tables, async () => {
    const live = await liveDeliveries(store, id)
    const whole = []
    for (const table of WHOLE_TABLES)
      whole.push({ table, records: await beginningWith(store.table(table), id).toArray() })
    const keysIn = async (table: 'buffers' | 'recorded') => {
      const keys = await Promise.all(live.map((delivery) => keysOf(store, table, id, delivery.id)))
      return keys.flat()
    }
    return {
      workspace: await workspaceIn(store, id),
      deliveries: live,
      whole,
      buffers: await keysIn('buffers'),
      recorded: await keysIn('recorded'),
    }
  })
}

const keysOf = (
  store: Store,
  table: 'buffers' | 'recorded',
  workspace: WorkspaceId,
  delivery: DeliveryId,
) => beginningWith(store.table(table), workspace, delivery).primaryKeys()

async function read(
  store: Store,
  table: TableName,
  key: IndexableType,
): Promise<BackupRecord['record']> {
  const record: unknown = await store.table(table).get(key)
  if (!record)
    throw new Refused({ code: 'storage-failed', message: `a record of ${table} is gone` })
  return withoutWorkspace(record as { readonly workspace: WorkspaceId })
}

function withoutWorkspace(record: { readonly workspace: WorkspaceId }): BackupRecord['record'] {
  const { workspace: _, ...rest } = record
  return rest
}

async function compressed(frames: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const { readable, writable } = new CompressionStream('gzip')
  const blob = new Response(readable).blob()
  const writer = writable.getWriter()
  try {
    for await (const frame of frames) await writer.write(frame)
    await writer.close()
  } catch (error) {
    blob.catch(() => {})
    await writer.abort(error)
    throw error
  }
  return blob
}
