import { SvelteSet } from 'svelte/reactivity'

/** Where something was opened from: how far the list was scrolled, and the link that was followed. */
export interface Place {
  readonly href: string
  /** Which of the links that lead there. */
  readonly which: number
  readonly top: number
  readonly windowTop: number
  /** How far each box around the link was scrolled, the innermost first. */
  readonly around: readonly number[]
}

const MOST = 50

/** Where people left the lists of this visit, by address, so that they come back there. */
export class Places {
  /** The groups of lists that are unfolded, by name. */
  readonly unfolded = new SvelteSet<string>()
  readonly #kept = new Map<string, Place>()

  keep(address: string, place: Place): void {
    this.#kept.delete(address)
    this.#kept.set(address, place)
    for (const [oldest] of this.#kept) if (this.#kept.size > MOST) this.#kept.delete(oldest)
  }

  /** Once: a list that is opened anew begins at its top. */
  take(address: string): Place | null {
    const place = this.#kept.get(address) ?? null
    this.#kept.delete(address)
    return place
  }
}
