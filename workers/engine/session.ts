import { expose } from 'comlink'
import { toWorkspaceId, type WorkspaceId } from '../../src/core/brand.ts'
import type { Closing } from '../../src/core/problem.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { Refused } from '../../src/store/problems.ts'
import { sweep } from '../../src/store/sweep.ts'
import { createWorkspace, listWorkspaces } from '../../src/store/workspaces.ts'
import { viewDay, type DayView } from './day-view.ts'
import { openWorkspace, type OpenWorkspace } from './open-workspace.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { Inheritance } from './inheritance.ts'
import type { Handed } from '../portfolio/handed.ts'
import type { Look } from '../protocol/look.ts'

/** What the engine keeps between questions: the store, the workspace that is open, and the views of its days. */
export class Session {
  readonly #now: () => string
  readonly #onClosed: (closing: Closing) => void
  #isLost = false
  #store: Promise<Store> | null = null
  #open: OpenWorkspace | null = null
  #handed: Handed | null = null
  readonly #views = new Map<string, Promise<DayView>>()

  /** A store that was closed under the page fails every question from then on; `openLost` alone opens it again. */
  constructor(now: () => string, onClosed: (closing: Closing) => void) {
    this.#now = now
    this.#onClosed = onClosed
  }

  get now(): string {
    return this.#now()
  }

  get open(): OpenWorkspace | null {
    return this.#open
  }

  /** The store, opened and swept once. */
  store(): Promise<Store> {
    return (this.#store ??= this.#openStore())
  }

  async #openStore(): Promise<Store> {
    const onClosed = (closing: Closing) => {
      this.#isLost = closing === 'lost'
      this.#onClosed(closing)
    }
    const store = orThrow(await openStore({ onClosed }))
    orThrow(await sweep(store, this.now))
    return store
  }

  /** Reads everything anew. The workspace that was asked for, else the one that is open, else the one made last; null where there is none. */
  async reopen(asked: WorkspaceId | null = null): Promise<OpenWorkspace | null> {
    const store = await this.store()
    const workspaces = orThrow(await listWorkspaces(store))
    const wanted = asked ?? this.#open?.workspace.id
    const workspace = workspaces.find(({ id }) => id === wanted) ?? workspaces.at(-1)
    this.#views.clear()
    const handed = this.#handed
    this.#handed = null
    const isOfIt = workspace !== undefined && workspace.id === handed?.workspace
    this.#open = workspace ? await openWorkspace(store, workspace, isOfIt ? handed : null) : null
    return this.#open
  }

  /** What an import leaves by this port is used when the workspace is opened next, and forgotten then. */
  inherit(port: MessagePort): void {
    const take = (handed: Handed) => (this.#handed = handed)
    const inheritance = new Inheritance(() => this.store(), take)
    port.addEventListener('close', () => void inheritance.forsake())
    expose(inheritance, port)
  }

  /** Makes the workspace of a person who brings a configuration before any file. */
  async firstWorkspace(newId: string): Promise<WorkspaceId> {
    const id = toWorkspaceId(newId)
    const workspace = { id, name: 'My accounts', kind: 'own', state: 'ready' } as const
    return orThrow(await createWorkspace(await this.store(), { ...workspace, createdAt: this.now }))
      .id
  }

  /** The workspace that a question is about. One that nobody has opened is opened first. */
  async current(): Promise<OpenWorkspace> {
    const open = this.#open ?? (await this.reopen())
    if (!open) throw new Refused({ code: 'no-workspace' })
    return open
  }

  async view({ day, since, seen }: Look): Promise<{ open: OpenWorkspace; view: DayView }> {
    const open = await this.current()
    const name = `${day} ${since} ${seen}`
    const made = this.#views.get(name) ?? this.#makeView(open, { day, since, seen })
    this.#views.set(name, made)
    return { open, view: await made }
  }

  async #makeView(open: OpenWorkspace, look: Look): Promise<DayView> {
    const view = await viewDay(open, look)
    if (!view) throw new Refused({ code: 'no-such-snapshot' })
    return view
  }

  /** Lets go of a store that the browser closed or cleared, so that what is left of it is opened. One that a newer page has taken over is not. */
  openLost(): void {
    if (this.#isLost) this.close()
    this.#isLost = false
  }

  close(): void {
    this.#open = null
    this.#handed = null
    this.#views.clear()
    this.#store = null
  }
}
