import type { WorkspaceId } from '../../core/brand.ts'
import { NO_ACCOUNT } from '../../core/history/presence.ts'
import { SCHEMA_VERSION } from '../database.ts'
import { Refused } from '../problems.ts'
import type { Records } from '../records.ts'
import { isObject, shapes } from '../shapes.ts'
import {
  BACKUP_VERSION,
  chained,
  damaged,
  firstLink,
  MAGIC,
  readFrames,
  toHex,
  type ReadFrame,
} from './frames.ts'
import { BACKED_UP_TABLES } from './tables.ts'

type RestoredTable = (typeof BACKED_UP_TABLES)[number]

/** A record as it will lie in its table. */
export type StoredRecord = {
  [T in RestoredTable]: { readonly table: T; readonly record: Records[T] }
}[RestoredTable]

/**
 * The records of a backup as those of a new, staged workspace. The file comes from anywhere, so each is checked before it is given out;
 * the first one is the workspace. Ends without a problem only if all were there.
 */
export async function* readBackup(backup: Blob, id: WorkspaceId): AsyncGenerator<StoredRecord> {
  const frames = readFrames(await openBackup(backup))
  checkHead((await frames.next()).value)
  const refuse = createBounds()
  for await (const value of contentOf(frames)) {
    const stored = toStored(value, id)
    refuse(stored)
    yield stored
  }
}

async function openBackup(backup: Blob): Promise<ReadableStream<Uint8Array>> {
  const start = new Uint8Array(await backup.slice(0, MAGIC.length + 1).arrayBuffer())
  const magic = String.fromCharCode(...start.subarray(0, MAGIC.length))
  const version = start[MAGIC.length]
  if (magic !== MAGIC || !version) throw new Refused({ code: 'not-a-backup' })
  if (version > BACKUP_VERSION)
    throw new Refused({ code: 'newer-backup', found: version, known: BACKUP_VERSION })
  const body = backup.slice(MAGIC.length + 1).stream()
  return body.pipeThrough(new DecompressionStream('gzip'))
}

function checkHead(frame: ReadFrame | undefined): void {
  const head = isObject(frame?.value) ? frame.value['head'] : null
  const schema = isObject(head) ? head['schema'] : null
  if (typeof schema !== 'number') throw damaged('head')
  if (schema > SCHEMA_VERSION)
    throw new Refused({ code: 'newer-backup', found: schema, known: SCHEMA_VERSION })
}

/** What lies between head and end, which says how much it was. */
async function* contentOf(frames: AsyncIterable<ReadFrame>): AsyncGenerator<unknown> {
  let hash = firstLink()
  let records = 0
  let hasEnded = false
  for await (const { value, digest } of frames) {
    if (hasEnded) throw damaged('end')
    const end = isObject(value) ? value['end'] : null
    if (isObject(end)) {
      hasEnded = end['records'] === records && end['hash'] === toHex(hash)
      if (!hasEnded) throw damaged('end')
    } else {
      hash = await chained(hash, digest)
      records++
      yield value
    }
  }
  if (!hasEnded) throw damaged('end')
}

function toStored(value: unknown, id: WorkspaceId): StoredRecord {
  const table = isObject(value) ? BACKED_UP_TABLES.find((name) => name === value['table']) : null
  const content = isObject(value) ? value['record'] : null
  if (!table || !isObject(content)) throw damaged('record')
  // The ids last: the file must not say where it is written.
  const record =
    table === 'workspaces' ? { ...content, id, state: 'staged' } : { ...content, workspace: id }
  if (!shapes[table](record)) throw damaged(table)
  return { table, record } as unknown as StoredRecord
}

/** Numbers that point past what there is would be believed later: a list of accounts says how much memory to take. */
function createBounds(): (stored: StoredRecord) => void {
  let keys = 0
  let deliveries = 0
  let workspaces = 0
  const arePlausible = ({ table, record }: StoredRecord): boolean => {
    switch (table) {
      case 'workspaces':
        keys = record.keys
        deliveries = record.deliveries
        return workspaces++ === 0
      case 'deliveries':
        return record.state === 'live' && record.id <= deliveries
      case 'buffers':
        return record.part !== 'accounts' || areAccounts(record.value as Uint32Array, keys)
      case 'recorded':
        return areAccounts(record.accounts, keys)
      case 'keys':
        return record.from + record.ends.length <= keys
      case 'overrides':
      case 'notes':
      case 'manual':
      case 'plays':
        return record.account < keys
      default:
        return true
    }
  }
  return (stored) => {
    if (!arePlausible(stored) || workspaces !== 1) throw damaged(stored.table)
  }
}

const areAccounts = (accounts: Uint32Array, keys: number): boolean =>
  accounts.every((account) => account < keys || account === NO_ACCOUNT)
