import { conditionText } from '../core/view/write-filter.ts'
import type { Facet, Facets } from '../../workers/protocol/facets.ts'
import { Answer } from './answer.svelte.ts'
import type { Filter } from './filter.svelte.ts'
import { readMoved } from './moved.ts'
import type { Session } from './session.svelte.ts'

/** How the accounts lie in each column that is unfolded, and how many each condition and each saved view lets through. */
export class FacetsState {
  readonly answer = new Answer<Facets>()
  readonly #session: Session
  readonly #filter: Filter
  readonly #open: () => readonly string[]
  #asked = $state.raw<readonly string[]>([])

  constructor(session: Session, filter: Filter, open: () => readonly string[]) {
    this.#session = session
    this.#filter = filter
    this.#open = open
  }

  async load(): Promise<void> {
    const { engine, opened, look, route, configuration } = this.#session
    if (!opened || !look || this.#filter.problem) return
    const subjects = this.#open()
    const answer = await this.answer.ask(() =>
      engine.facets({
        ...look,
        search: route.query('q'),
        moved: readMoved(route.query('moved'), this.#session.bands),
        facets: subjects.map((subject) => ({ subject, filter: this.#filter.without(subject) })),
        counts: [
          ...this.#filter.conditions.map(conditionText),
          ...(configuration?.views ?? []).map((view) => view.filter ?? ''),
        ],
      }),
    )
    if (answer) this.#asked = subjects
  }

  of(subject: string): Facet | null {
    return this.answer.value?.facets[this.#asked.indexOf(subject)] ?? null
  }

  /** How many accounts one condition of the filter lets through alone. */
  countOf(place: number): number | null {
    return this.answer.value?.counts[place] ?? null
  }

  countOfView(place: number): number | null {
    const counts = this.answer.value?.counts ?? []
    const views = this.#session.configuration?.views?.length ?? 0
    return counts[counts.length - views + place] ?? null
  }
}
