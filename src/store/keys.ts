import type { WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { Store } from './database.ts'
import { guarded } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { KeysRecord } from './records.ts'
import { restoreAll } from './restore.ts'
import { workspaceIn } from './workspaces.ts'

/** New accounts. `from`: how many keys the dictionary had when they were numbered. */
export interface NewKeys {
  readonly from: number
  readonly added: readonly string[]
}

/** The keys of all accounts that the workspace has ever had: key i is that of account i. */
export function readKeys(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<string[], StoreProblem>> {
  return guarded(store, async () => keysIn(await packedKeys(store, workspace)))
}

/** The same as they are stored, for whoever may not need them: strings of all of them take their time. */
export function readPackedKeys(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<KeysRecord[], StoreProblem>> {
  return guarded(store, () => packedKeys(store, workspace))
}

export const keysIn = (packed: readonly KeysRecord[]): string[] => packed.flatMap(unpack)

const packedKeys = async (store: Store, workspace: WorkspaceId): Promise<KeysRecord[]> =>
  restoreAll('keys', await beginningWith(store.keys, workspace).toArray())

/** How many there are. */
export function countKeys(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<number, StoreProblem>> {
  return guarded(store, async () => (await workspaceIn(store, workspace)).keys)
}

/** Inside a transaction; gives the new length of the dictionary. */
export async function appendKeys(
  store: Store,
  workspace: WorkspaceId,
  { from, added }: NewKeys,
): Promise<number> {
  if (added.length > 0) await store.keys.add({ workspace, from, ...pack(added) })
  return from + added.length
}

/** One text and its places: kept to the UTF-16 unit, and split in a moment where a buffer would be decoded word by word. */
function pack(keys: readonly string[]): Pick<KeysRecord, 'text' | 'ends'> {
  const ends = new Uint32Array(keys.length)
  let end = 0
  keys.forEach((key, i) => (ends[i] = end += key.length))
  return { text: keys.join(''), ends }
}

function unpack({ text, ends }: KeysRecord): string[] {
  const keys = new Array<string>(ends.length)
  for (let i = 0, start = 0; i < keys.length; i++) keys[i] = text.slice(start, (start = ends[i]!))
  return keys
}
