import { toDay } from '../core/brand.ts'
import type { AttentionItem } from '../core/view/attention.ts'
import type { Attended, AttentionInbox } from '../../workers/protocol/attention.ts'
import { Answer } from './answer.svelte.ts'
import { dayOfInstant } from './days.ts'
import type { Session } from './session.svelte.ts'

/** What is new since the last import, and what a person does about it. */
export class AttentionState {
  readonly answer = new Answer<AttentionInbox | null>()
  readonly #session: Session
  readonly #now: () => Date

  constructor(session: Session, now: () => Date = () => new Date()) {
    this.#session = session
    this.#now = now
  }

  async load(): Promise<void> {
    const { engine, opened } = this.#session
    if (opened) await this.answer.ask(() => engine.attention())
  }

  done(...items: readonly AttentionItem[]): Promise<void> {
    return this.#attend(items, 'done', 0)
  }

  snooze(item: AttentionItem, days: number): Promise<void> {
    return this.#attend([item], 'snoozed', days)
  }

  async #attend(items: readonly AttentionItem[], state: Attended, days: number): Promise<void> {
    const { engine } = this.#session
    const until = toDay(dayOfInstant(this.#now()) + days)
    const plain = items.map((item) => ({ ...item }))
    await this.#session.change(() => engine.attend(plain, state, until))
  }
}
