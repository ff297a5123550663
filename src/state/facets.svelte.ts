import { success } from '../core/problem.ts'
import { conditionText } from '../core/view/write-filter.ts'
import type { Facet, Facets } from '../../workers/protocol/facets.ts'
import type { AccountsQuery } from './accounts-query.ts'
import { Answer } from './answer.svelte.ts'
import type { Filter } from './filter.svelte.ts'
import type { Session } from './session.svelte.ts'

/** What the answer on screen answers: the filter may be another one already. */
interface Asked {
  readonly subjects: readonly string[]
  /** Expressions, those of conditions and of views. */
  readonly counts: readonly string[]
}

interface List {
  /** What is unfolded. */
  readonly open: () => readonly string[]
  readonly query: () => Pick<AccountsQuery, 'search' | 'moved'>
}

/** How the accounts lie in each column that is unfolded, and how many each condition and each saved view lets through. */
export class FacetsState {
  readonly answer = new Answer<Facets & { readonly asked: Asked }>()
  readonly #session: Session
  readonly #filter: Filter
  readonly #list: List

  constructor(session: Session, filter: Filter, list: List) {
    this.#session = session
    this.#filter = filter
    this.#list = list
  }

  async load(): Promise<void> {
    const { engine, opened, look, configuration } = this.#session
    if (!opened || !look || this.#filter.problem) return
    const subjects = this.#list.open()
    const { search, moved } = this.#list.query()
    const counts = [
      ...this.#filter.conditions.map(conditionText),
      ...(configuration?.views ?? []).map((view) => view.filter ?? ''),
    ]
    await this.answer.ask(async () => {
      const found = await engine.facets({
        ...look,
        search,
        moved: moved ?? null,
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
