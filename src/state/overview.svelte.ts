import type { Overview } from '../../workers/protocol/overview.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

/** The overview of the snapshot that is looked at. */
export class OverviewState {
  readonly answer = new Answer<Overview>()
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async load(): Promise<void> {
    const { look } = this.#session
    if (look) await this.answer.ask(() => this.#session.overview(look))
  }
}
