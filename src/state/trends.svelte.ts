import type { Trends } from '../../workers/protocol/trends.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

/** The portfolio over all its snapshots. */
export class TrendsState {
  readonly answer = new Answer<Trends>()
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async load(): Promise<void> {
    const { engine, opened, seen } = this.#session
    const question = { seen, by: null, picked: [] }
    if (opened) await this.answer.ask(() => engine.trends(question))
  }
}
