import type { ModelDetail } from '../../workers/protocol/model.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

/** The configuration in force with what it does to the snapshot that is looked at. */
export class ModelState {
  readonly answer = new Answer<ModelDetail>()
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async load(): Promise<void> {
    const { engine, opened, day } = this.#session
    if (opened?.configuration) await this.answer.ask(() => engine.model(day))
  }
}
