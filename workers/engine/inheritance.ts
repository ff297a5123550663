import type { DeliveryId, WorkspaceId } from '../../src/core/brand.ts'
import type { Column } from '../../src/core/table/column.ts'
import type { Store } from '../../src/store/database.ts'
import { Refused } from '../../src/store/problems.ts'
import { discardDelivery, stageDelivery, type NewPart } from '../../src/store/stage.ts'
import type { Handed } from '../portfolio/handed.ts'
import type { Heir, Legacy } from '../portfolio/heir.ts'

interface Inherited {
  readonly workspace: WorkspaceId
  readonly delivery: DeliveryId
  readonly parts: readonly NewPart[]
}

/** Stores what an import has read while that works out what comes of it, and hands on what is looked at next. */
export class Inheritance implements Heir {
  readonly #store: () => Promise<Store>
  readonly #take: (handed: Handed) => void
  #staged: Inherited | null = null
  #isForsaken = false

  constructor(store: () => Promise<Store>, take: (handed: Handed) => void) {
    this.#store = store
    this.#take = take
  }

  async stage(...[delivery, parts, making, onProgress]: Parameters<Heir['stage']>) {
    const store = await this.#store()
    const staged = await stageDelivery(store, delivery, this.#wanted(parts), { making, onProgress })
    const { workspace } = delivery
    this.#staged = staged.ok ? { workspace, delivery: staged.value, parts } : null
    if (this.#isForsaken) await this.forsake()
    return staged
  }

  /** The import ended: what it has not published goes again. Where the browser does not tell of it, the next start sweeps it. */
  async forsake(): Promise<void> {
    const staged = this.#staged
    this.#isForsaken = true
    this.#staged = null
    if (staged) await discardDelivery(await this.#store(), staged.workspace, staged.delivery)
  }

  *#wanted(parts: readonly NewPart[]): Generator<NewPart, void> {
    for (const part of parts) {
      if (this.#isForsaken) throw new Refused({ code: 'storage-failed', message: 'forsaken' })
      yield part
    }
  }

  take({ workspace, delivery, columns, scored }: Legacy): void {
    const staged = this.#staged
    this.#staged = null
    const accounts = staged?.parts.find(([part]) => part === 'accounts')?.[1]
    if (staged?.delivery !== delivery || !(accounts instanceof Uint32Array)) return
    const parts = new Map<string, unknown>(staged.parts)
    const held = columns.map((index) => [index, parts.get(`column:${index}`) as Column] as const)
    this.#take({ workspace, delivery, accounts, columns: new Map(held), scored })
  }
}
