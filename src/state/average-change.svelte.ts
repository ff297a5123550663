import type { AverageRowName } from '../core/score/explain/average-behind.ts'
import type { AverageChange, BehindLine } from '../../workers/protocol/average-change.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

/** Why the average of the portfolio or a segment moved, and the accounts behind the line that is open. */
export class AverageChangeState {
  readonly answer = new Answer<AverageChange | null>()
  readonly behind = new Answer<BehindLine>()
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** '' asks about all accounts. */
  async load(filter: string): Promise<void> {
    const { engine, look } = this.#session
    if (look) await this.answer.ask(() => engine.averageChange(look, filter))
  }

  async open(filter: string, line: AverageRowName): Promise<void> {
    const { engine, look } = this.#session
    this.behind.forget()
    if (look) await this.behind.ask(() => engine.behindAverage(look, filter, line))
  }
}
