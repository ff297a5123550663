import type { Problem, Result } from '../core/problem.ts'

export type AnswerState<T> =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'ready'; readonly value: T }
  | { readonly phase: 'failed'; readonly problems: readonly Problem[] }

/** The answer to the question asked last. While a new one is on its way the old one stays on screen; one that comes late is dropped. */
export class Answer<T> {
  #state = $state.raw<AnswerState<T>>({ phase: 'waiting' })
  #asked = 0
  readonly #arrived: (value: T) => void

  /** `arrived` is told of each answer that holds, before anybody sees it. */
  constructor(arrived: (value: T) => void = () => {}) {
    this.#arrived = arrived
  }

  get state(): AnswerState<T> {
    return this.#state
  }

  get value(): T | null {
    return this.#state.phase === 'ready' ? this.#state.value : null
  }

  /** Gives the answer, or null where it came late or failed. */
  async ask(question: () => Promise<Result<T>>): Promise<T | null> {
    const asked = ++this.#asked
    const result = await question()
    if (asked !== this.#asked) return null
    if (result.ok) this.#arrived(result.value)
    this.#state = result.ok
      ? { phase: 'ready', value: result.value }
      : { phase: 'failed', problems: result.problems }
    return this.value
  }

  forget(): void {
    this.#asked++
    this.#state = { phase: 'waiting' }
  }
}
