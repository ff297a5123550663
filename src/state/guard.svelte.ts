import type { Opened } from '../../workers/protocol/opened.ts'
import type { Missing, Sentinel } from './sentinel.ts'

/** Why this tab is not to be worked with. newer, erased: until it is loaded again. missing: until the person decides. */
export type Stop =
  | { readonly kind: 'newer' }
  | { readonly kind: 'erased' }
  | ({ readonly kind: 'missing' } & Missing)

/** Stops the tab where what is stored is not, or no longer, what the tab takes it for. */
export class Guard {
  readonly #sentinel: Sentinel
  #stop = $state.raw<Stop | null>(null)
  /** What was opened has been held against what is remembered. */
  #isSure = false

  readonly isOver = $derived(this.#stop !== null && this.#stop.kind !== 'missing')
  readonly isMissing = $derived(this.#stop?.kind === 'missing')

  constructor(sentinel: Sentinel) {
    this.#sentinel = sentinel
  }

  get stop(): Stop | null {
    return this.#stop
  }

  /** Whether something is expected to be stored, before it is opened. */
  get isExpecting(): boolean {
    return this.#sentinel.isRemembering
  }

  opened(opened: Opened): void {
    const missing = this.#isSure ? null : this.#sentinel.missing(opened)
    this.#stop = missing && { kind: 'missing', ...missing }
    this.#isSure = missing === null
    if (this.#isSure) this.#sentinel.confirm(opened)
  }

  /** The person changed what is stored, or takes what is left for all there is. */
  changed(opened: Opened): void {
    this.#stop = null
    this.#isSure = true
    this.#sentinel.remember(opened)
  }

  doubt(): void {
    this.#isSure = false
  }

  end(kind: 'newer' | 'erased'): void {
    this.#stop = { kind }
  }
}
