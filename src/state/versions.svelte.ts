import type { Configuration } from '../core/model/configuration.ts'
import { success, type Result } from '../core/problem.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

interface Pair {
  readonly before: Configuration
  readonly after: Configuration
}

/** Two versions of the configuration side by side, and the way back to one of them. */
export class Versions {
  readonly answer = new Answer<Pair>()
  readonly #session: Session
  /** Versions never change, so each is fetched once. */
  readonly #known = new Map<number, Configuration>()

  constructor(session: Session) {
    this.#session = session
  }

  async compare(before: number, after: number): Promise<void> {
    await this.answer.ask(() => this.#readPair(before, after))
  }

  revertTo(version: number, note: string): Promise<boolean> {
    return this.#session.change(() => this.#session.engine.revertConfiguration(version, note))
  }

  async #readPair(before: number, after: number): Promise<Result<Pair>> {
    const [earlier, later] = await Promise.all([this.#read(before), this.#read(after)])
    if (!earlier.ok) return earlier
    return later.ok ? success({ before: earlier.value, after: later.value }) : later
  }

  async #read(version: number): Promise<Result<Configuration>> {
    const known = this.#known.get(version)
    if (known) return success(known)
    const result = await this.#session.engine.configurationVersion(version)
    if (result.ok) this.#known.set(version, result.value)
    return result
  }
}
