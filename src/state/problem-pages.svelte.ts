import type { Result, RowProblem } from '../core/problem.ts'
import type { ProblemPage, ProblemQuery } from '../../workers/protocol/problems.ts'
import { RowPages } from './row-pages.svelte.ts'

export type AskedProblems = Omit<ProblemQuery, 'from'>

/** Gives null where nobody can answer any more. */
export type AskForProblems = (query: ProblemQuery) => Promise<Result<ProblemPage> | null>

/** The problems of a delivery that were asked for, read page by page. */
export class ProblemPages {
  readonly #ask: AskForProblems
  #asked: AskedProblems = { codes: null, column: null }
  readonly #rows: RowPages<RowProblem>
  #total = $state<number | null>(null)
  #page = $state(0)

  constructor(ask: AskForProblems) {
    this.#ask = ask
    this.#rows = new RowPages(async (from) => (await this.#read(from))?.problems ?? null)
  }

  /** How many can be listed; null until the first page is there. */
  get total(): number | null {
    return this.#total
  }

  get page(): number {
    return this.#page
  }

  async open(asked: AskedProblems): Promise<void> {
    this.#asked = asked
    this.#total = null
    this.#page = 0
    const first = await this.#read(0)
    if (!first) return
    this.#rows.reset(first.problems)
    this.#total = first.total
  }

  at(index: number): RowProblem | null {
    return this.#rows.at(index)
  }

  turnTo(page: number): void {
    this.#page = page
  }

  need(from: number, to: number): Promise<void> {
    return this.#rows.need(from, to)
  }

  /** Null where something else was asked meanwhile. */
  async #read(from: number): Promise<ProblemPage | null> {
    const asked = this.#asked
    const answer = await this.#ask({ ...asked, from })
    return answer?.ok && asked === this.#asked ? answer.value : null
  }
}
