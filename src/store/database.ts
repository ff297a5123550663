import { Dexie, type PromiseExtended, type Table } from 'dexie'
import { failure, success, type Closing, type Result, type StoreProblem } from '../core/problem.ts'
import { askUntilAnswered } from './ask-until-answered.ts'
import { guarded } from './problems.ts'
import type { Records } from './records.ts'

/** Hosts share an origin between projects, so the name is prefixed. */
export const DATABASE_NAME = 'hale-workspaces'

/** Raised with every change of TABLES, so that an older page does not write to newer data. */
export const SCHEMA_VERSION = 3

/** The primary key of each table. Nothing else is indexed but the versions of recorded scores, which are asked for without reading these. */
const TABLES = {
  workspaces: 'id',
  deliveries: '[workspace+id]',
  buffers: '[workspace+delivery+part]',
  keys: '[workspace+from]',
  configurations: '[workspace+version]',
  choices: '[workspace+kind+id]',
  recorded: '[workspace+delivery], [workspace+delivery+configurationVersion]',
  scores: '[workspace+day+hash]',
  figures: '[workspace+day+seen]',
  answers: '[workspace+question]',
  overrides: '[workspace+id]',
  notes: '[workspace+id]',
  manual: '[workspace+id]',
  plays: '[workspace+id]',
  acts: '[workspace+number]',
} satisfies Record<keyof Records, string>

export type TableName = keyof Records
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

export interface StoreOptions {
  readonly name?: string
  /** From then on nothing is read or written: reload, or open again. */
  readonly onClosed: (closing: Closing) => void
}

/** Opens the database, or makes it. One that a newer page has written is left alone: `newer-database`. */
export async function openStore({
  name = DATABASE_NAME,
  onClosed,
}: StoreOptions): Promise<Result<Store, StoreProblem>> {
  const found = await installedVersion(name)
  if (found > SCHEMA_VERSION) return failure(newerDatabase(found))
  const store = new Store(name, onClosed)
  const opened = await guarded(store, () => store.open())
  return opened.ok ? success(store) : opened
}

/** The open database. All functions of this folder take it. */
export class Store extends Dexie {
  declare readonly workspaces: Table<Records['workspaces']>
  declare readonly deliveries: Table<Records['deliveries']>
  declare readonly buffers: Table<Records['buffers']>
  declare readonly keys: Table<Records['keys']>
  declare readonly configurations: Table<Records['configurations']>
  declare readonly choices: Table<Records['choices']>
  declare readonly recorded: Table<Records['recorded']>
  declare readonly scores: Table<Records['scores']>
  declare readonly figures: Table<Records['figures']>
  declare readonly answers: Table<Records['answers']>
  declare readonly overrides: Table<Records['overrides']>
  declare readonly notes: Table<Records['notes']>
  declare readonly manual: Table<Records['manual']>
  declare readonly plays: Table<Records['plays']>
  declare readonly acts: Table<Records['acts']>

  /** Why nothing may be written any more. */
  outdated: StoreProblem | null = null
  #isClosed = false

  constructor(name: string, onClosed: (closing: Closing) => void) {
    super(name, { autoOpen: false, cache: 'disabled', chromeTransactionDurability: 'strict' })
    this.version(SCHEMA_VERSION).stores(TABLES)
    this.on('versionchange', ({ newVersion }) => {
      if (newVersion) this.outdated = newerDatabase(newVersion / 10)
      this.close()
      onClosed(newVersion ? 'newer' : 'erased')
      // Dexie's own listener would follow, and let the old connection open again.
      return false
    })
    this.on('close', () => {
      if (this.#isClosed || !this.isOpen()) return
      this.#isClosed = true
      onClosed('lost')
    })
  }

  /** Once: after the database was cleared under its feet, Dexie would open an empty one and write to that. */
  override open(): PromiseExtended<Dexie> {
    if (this.#isClosed) return Dexie.Promise.reject(new Dexie.DatabaseClosedError())
    return super.open()
  }

  /** Dexie itself closes with `disableAutoOpen: false`, where the connection broke. */
  override close({ disableAutoOpen } = { disableAutoOpen: true }): void {
    if (disableAutoOpen) this.#isClosed = true
    super.close({ disableAutoOpen: true })
  }
}

const newerDatabase = (found: number): StoreProblem => ({
  code: 'newer-database',
  found,
  known: SCHEMA_VERSION,
})

/** 0 where there is no database. Asked before opening, because Dexie opens a newer database too, and may patch it. */
async function installedVersion(name: string): Promise<number> {
  const databases = await askUntilAnswered(() => indexedDB.databases())
  const version = databases.find((database) => database.name === name)?.version ?? 0
  // Dexie multiplies its versions by ten.
  return Math.floor(version / 10)
}
