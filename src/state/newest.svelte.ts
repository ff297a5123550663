import type { Problem, Result } from '../core/problem.ts'

/**
 * The answer to the newest question, however fast they come: while one is on its way only the newest of those that follow is kept, and
 * asked next. The last answer stays until there is another.
 */
export class Newest<Question, T> {
  readonly #ask: (question: Question) => Promise<Result<T>>
  #next: { readonly question: Question } | null = null
  #isAsking = false
  #value = $state.raw<T | null>(null)
  #problems = $state.raw<readonly Problem[]>([])

  constructor(ask: (question: Question) => Promise<Result<T>>) {
    this.#ask = ask
  }

  get value(): T | null {
    return this.#value
  }

  /** Why the last question has no answer. */
  get problems(): readonly Problem[] {
    return this.#problems
  }

  async ask(question: Question): Promise<void> {
    this.#next = { question }
    if (this.#isAsking) return
    this.#isAsking = true
    try {
      while (this.#next) await this.#askNext()
    } finally {
      this.#isAsking = false
    }
  }

  forget(): void {
    this.#next = null
    this.#value = null
    this.#problems = []
  }

  async #askNext(): Promise<void> {
    const { question } = this.#next as { readonly question: Question }
    this.#next = null
    const result = await this.#ask(question)
    if (result.ok) this.#value = result.value
    this.#problems = result.ok ? [] : result.problems
  }
}
