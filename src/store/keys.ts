import type { WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { PackedText } from '../core/table/column.ts'
import { joinedText } from '../core/table/packed-text.ts'
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
  /** The same as they lie in a column, where it holds just them. */
  readonly packed?: PackedText | undefined
}

/** The keys of all accounts that the workspace has ever had: key i is that of account i. */
export function readKeys(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<string[], StoreProblem>> {
  return guarded(store, async () => keysIn(await packedKeys(store, workspace)))
}

/** The same for whoever may need few of them. */
export function readAccountKeys(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<AccountKeys, StoreProblem>> {
  return guarded(store, async () => new AccountKeys(await packedKeys(store, workspace)))
}

/** Keys by account. One is cut out where it is asked for: strings of a million take their time, and are made once all are needed. */
export class AccountKeys {
  readonly #packed: readonly KeysRecord[]
  #all: readonly string[] | null = null

  constructor(packed: readonly KeysRecord[]) {
    this.#packed = packed
  }

  get all(): readonly string[] {
    return (this.#all ??= keysIn(this.#packed))
  }

  at(account: number): string {
    return this.#all ? (this.#all[account] as string) : this.#cut(account)
  }

  #cut(account: number): string {
    let [low, high] = [0, this.#packed.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#packed[middle] as KeysRecord).from <= account) low = middle
      else high = middle - 1
    }
    const { from, text, ends } = this.#packed[low] as KeysRecord
    const place = account - from
    return text.slice(place === 0 ? 0 : ends[place - 1], ends[place])
  }
}

const keysIn = (packed: readonly KeysRecord[]): string[] => packed.flatMap(unpack)

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
  { from, added, packed }: NewKeys,
): Promise<number> {
  const stretch = () => (packed ? repacked(packed) : pack(added))
  if (added.length > 0) await store.keys.add({ workspace, from, ...stretch() })
  return from + added.length
}

/** One text and its places: kept to the UTF-16 unit, and split in a moment where a buffer would be decoded word by word. */
function pack(keys: readonly string[]): Pick<KeysRecord, 'text' | 'ends'> {
  const ends = new Uint32Array(keys.length)
  let end = 0
  keys.forEach((key, i) => (ends[i] = end += key.length))
  return { text: keys.join(''), ends }
}

function repacked(packed: PackedText): Pick<KeysRecord, 'text' | 'ends'> {
  const { text, places } = joinedText(packed)
  return { text, ends: places.slice(1) }
}

function unpack({ text, ends }: KeysRecord): string[] {
  const keys = new Array<string>(ends.length)
  for (let i = 0, start = 0; i < keys.length; i++) keys[i] = text.slice(start, (start = ends[i]!))
  return keys
}
