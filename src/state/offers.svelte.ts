import { untrack } from 'svelte'

/** Something that can be done, by the name under which it is found. */
export interface Offer {
  readonly name: string
  readonly run: () => unknown
  /** Whether it can be done just now; absent: it can. */
  readonly isPossible?: boolean
}

/** What the page that is shown can do beside what can be done everywhere. */
export class Offers {
  #sets = $state.raw<readonly (readonly Offer[])[]>([])

  get list(): readonly Offer[] {
    return this.#sets.flat().filter(({ isPossible = true }) => isPossible)
  }

  /** Offers them until what is returned is called. An effect that does is not run again by what others offer. */
  make(offers: readonly Offer[]): () => void {
    untrack(() => (this.#sets = [...this.#sets, offers]))
    return () => untrack(() => (this.#sets = this.#sets.filter((set) => set !== offers)))
  }
}
