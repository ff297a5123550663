import { success } from '../core/problem.ts'
import { conditionText } from '../core/view/write-filter.ts'
import type { Facet, Facets } from '../../workers/protocol/facets.ts'
import { Answer } from './answer.svelte.ts'
import type { Filter } from './filter.svelte.ts'
import { readMoved } from './moved.ts'
import type { Session } from './session.svelte.ts'

/** What the answer on screen answers: the filter may be another one already. */
interface Asked {
  readonly subjects: readonly string[]
  /** Expressions, those of conditions and of views. */
  readonly counts: readonly string[]
}

/** How the accounts lie in each column that is unfolded, and how many each condition and each saved view lets through. */
export class FacetsState {
  readonly answer = new Answer<Facets & { readonly asked: Asked }>()
  readonly #session: Session
  readonly #filter: Filter
  readonly #open: () => readonly string[]

  constructor(session: Session, filter: Filter, open: () => readonly string[]) {
    this.#session = session
    this.#filter = filter
    this.#open = open
  }

  async load(): Promise<void> {
    const { engine, opened, look, route, configuration } = this.#session
    if (!opened || !look || this.#filter.problem) return
    const subjects = this.#open()
    const counts = [
      ...this.#filter.conditions.map(conditionText),
      ...(configuration?.views ?? []).map((view) => view.filter ?? ''),
    ]
    await this.answer.ask(async () => {
      const found = await engine.facets({
        ...look,
        search: route.query('q'),
        moved: readMoved(route.query('moved'), this.#session.bands),
        facets: subjects.map((subject) => ({ subject, filter: this.#filter.without(subject) })),
        counts,
      })
      return found.ok ? success({ ...found.value, asked: { subjects, counts } }) : found
    })
  }

  of(subject: string): Facet | null {
    const { value } = this.answer
    return value?.facets[value.asked.subjects.indexOf(subject)] ?? null
  }

  /** How many accounts one condition of the filter lets through alone. */
  countOf(place: number): number | null {
    const condition = this.#filter.conditions[place]
    return condition ? this.#countOf(conditionText(condition)) : null
  }

  countOfView(place: number): number | null {
    const view = this.#session.configuration?.views?.[place]
    return view ? this.#countOf(view.filter ?? '') : null
  }

  #countOf(expression: string): number | null {
    const { value } = this.answer
    return value?.counts[value.asked.counts.indexOf(expression)] ?? null
  }
}
