import type { DeliveryId } from '../../src/core/brand.ts'
import type { Column } from '../../src/core/table/column.ts'
import type { Store } from '../../src/store/database.ts'
import { stageDelivery, type NewPart } from '../../src/store/stage.ts'
import type { Handed } from '../portfolio/handed.ts'
import type { Heir, Legacy } from '../portfolio/heir.ts'

/** Stores what an import has read while that works out what comes of it, and hands on what is looked at next. */
export class Inheritance implements Heir {
  readonly #store: () => Promise<Store>
  readonly #take: (handed: Handed) => void
  #staged: { readonly delivery: DeliveryId; readonly parts: readonly NewPart[] } | null = null

  constructor(store: () => Promise<Store>, take: (handed: Handed) => void) {
    this.#store = store
    this.#take = take
  }

  async stage(...[delivery, parts, making, onProgress]: Parameters<Heir['stage']>) {
    const store = await this.#store()
    const staged = await stageDelivery(store, delivery, parts, { making, onProgress })
    this.#staged = staged.ok ? { delivery: staged.value, parts } : null
    return staged
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
