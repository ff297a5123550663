import type { MoverList, MoverQuestion, Movement } from '../../workers/protocol/movement.ts'
import { Answer } from './answer.svelte.ts'
import type { Query } from './route.svelte.ts'
import type { Session } from './session.svelte.ts'

const LISTS = ['down', 'up', 'arrived', 'gone', 'returned'] as const

/** Who went where since the comparison, and the list that the address opens. */
export class MovementState {
  readonly answer = new Answer<Movement | null>()
  readonly movers = new Answer<MoverList>()
  readonly #session: Session

  readonly opened = $derived.by<MoverQuestion | null>(() =>
    readMovers(this.#session.route.query('movers')),
  )

  constructor(session: Session) {
    this.#session = session
  }

  async load(): Promise<void> {
    const { engine, look } = this.#session
    if (look) await this.answer.ask(() => engine.movement(look))
  }

  async loadMovers(): Promise<void> {
    const { engine, look } = this.#session
    const { opened } = this
    this.movers.forget()
    if (look && opened) await this.movers.ask(() => engine.movers(look, opened))
  }

  href(question: MoverQuestion): string {
    return this.#session.route.href('trends', { ...this.#here(), movers: writeMovers(question) })
  }

  close(): void {
    this.#session.route.show({ movers: null })
  }

  #here(): Query {
    return Object.fromEntries(this.#session.route.place.query)
  }
}

/** `down`, or `0-2` for those who went from the first place to the third. */
export function readMovers(text: string): MoverQuestion | null {
  const list = LISTS.find((one) => one === text)
  if (list) return { list }
  const [, from, to] = /^(\d{1,3})-(\d{1,3})$/.exec(text) ?? []
  return from === undefined ? null : { list: 'cell', from: Number(from), to: Number(to) }
}

export const writeMovers = (question: MoverQuestion): string =>
  question.list === 'cell' ? `${question.from}-${question.to}` : question.list
