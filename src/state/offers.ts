/** Something that can be done, by the name under which it is found. */
export interface Offer {
  readonly name: string
  readonly run: () => unknown
  /** Whether it can be done just now; absent: it can. */
  readonly isPossible?: boolean
}

/** What the page that is shown can do beside what can be done everywhere: read when somebody asks, followed by nothing. */
export class Offers {
  readonly #sets = new Set<readonly Offer[]>()

  get list(): readonly Offer[] {
    return [...this.#sets].flat().filter(({ isPossible = true }) => isPossible)
  }

  /** Offers them until what is returned is called. */
  make(offers: readonly Offer[]): () => void {
    this.#sets.add(offers)
    return () => this.#sets.delete(offers)
  }
}
