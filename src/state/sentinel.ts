import type { Opened } from '../../workers/protocol/opened.ts'

const KEY = 'hale.stored'

export interface Tally {
  readonly workspaces: number
  readonly snapshots: number
  /** Accounts in the newest snapshots. */
  readonly rows: number
}

/** What was stored when something was last written, and what is found of it. */
export interface Missing {
  readonly remembered: Tally
  readonly found: Tally
  /** ISO instant. */
  readonly lastWrite: string
}

/** One workspace by its random id. Counts, no names: this lies outside the database, where nobody looks for it. */
interface Entry {
  readonly id: string
  readonly snapshots: number
  readonly rows: number
}

interface Note {
  readonly lastWrite: string
  readonly workspaces: readonly Entry[]
}

/**
 * Remembers beside the database how much lies in it. A database that the browser cleared or lost opens as an empty
 * one, without an error: only this tells it from a first visit.
 */
export class Sentinel {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly #now: () => string

  /** `now`: the instant as an ISO text. */
  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>, now: () => string) {
    this.#storage = storage
    this.#now = now
  }

  /** Whether there was anything when something was last written. */
  get isRemembering(): boolean {
    return (this.#read()?.workspaces.length ?? 0) > 0
  }

  /** After something was written. */
  remember(opened: Opened): void {
    this.#write({
      lastWrite: this.#now(),
      workspaces: entriesOf(opened, this.#read()?.workspaces ?? []),
    })
  }

  /** After something was only read: what is there beyond what was remembered was written elsewhere. */
  confirm(opened: Opened): void {
    const known = this.#read()?.workspaces ?? []
    const found = entriesOf(opened, known)
    if (JSON.stringify(found) !== JSON.stringify(known)) this.remember(opened)
  }

  /** Null where all that is remembered is there, or nothing is. Workspaces that are not open are only looked for. */
  missing(opened: Opened): Missing | null {
    const note = this.#read()
    if (!note) return null
    const found = entriesOf(opened, note.workspaces)
    if (note.workspaces.every((entry) => isWithin(entry, found))) return null
    const { lastWrite } = note
    return { remembered: tallyOf(note.workspaces), found: tallyOf(found), lastWrite }
  }

  #read(): Note | null {
    try {
      return toNote(JSON.parse(this.#storage.getItem(KEY) ?? 'null'))
    } catch {
      return null // A private window may refuse, and anybody may have written there.
    }
  }

  #write(note: Note): void {
    try {
      this.#storage.setItem(KEY, JSON.stringify(note))
    } catch {
      // Without it a loss cannot be told from a first visit; the start page offers to restore all the same.
    }
  }
}

/** The open workspace is counted; of the others that are there, what was known holds. */
function entriesOf({ workspaces, workspace, snapshots }: Opened, known: readonly Entry[]): Entry[] {
  return workspaces.map(({ id }) =>
    id === workspace?.id
      ? { id, snapshots: snapshots.length, rows: snapshots.at(-1)?.accounts ?? 0 }
      : (known.find((entry) => entry.id === id) ?? { id, snapshots: 0, rows: 0 }),
  )
}

function isWithin({ id, snapshots, rows }: Entry, found: readonly Entry[]): boolean {
  const there = found.find((entry) => entry.id === id)
  if (!there || there.snapshots < snapshots) return false
  return there.snapshots > snapshots || there.rows >= rows
}

function tallyOf(entries: readonly Entry[]): Tally {
  const sum = (count: (entry: Entry) => number) =>
    entries.reduce((total, entry) => total + count(entry), 0)
  return {
    workspaces: entries.length,
    snapshots: sum(({ snapshots }) => snapshots),
    rows: sum(({ rows }) => rows),
  }
}

function toNote(value: unknown): Note | null {
  const { lastWrite, workspaces } = (value ?? {}) as Record<keyof Note, unknown>
  if (typeof lastWrite !== 'string' || !Array.isArray(workspaces)) return null
  return workspaces.every(isEntry) ? { lastWrite, workspaces } : null
}

function isEntry(value: unknown): value is Entry {
  const { id, snapshots, rows } = (value ?? {}) as Record<keyof Entry, unknown>
  return typeof id === 'string' && typeof snapshots === 'number' && typeof rows === 'number'
}
