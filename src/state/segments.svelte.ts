import type { SegmentsTable } from '../../workers/protocol/segments.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

/** The portfolio split by one attribute, which the address names. */
export class SegmentsState {
  readonly answer = new Answer<SegmentsTable>()
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async load(): Promise<void> {
    const { engine, look, route } = this.#session
    const asked = route.query('by') || this.#firstAttribute()
    if (look) await this.answer.ask(() => engine.segments(look, asked))
  }

  split(attribute: string): void {
    this.#session.route.show({ by: attribute })
  }

  #firstAttribute(): string {
    return this.#session.configuration?.account.segments?.[0] ?? ''
  }
}
