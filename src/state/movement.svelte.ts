import type { MoverQuestion, Movement } from '../../workers/protocol/movement.ts'
import { Answer } from './answer.svelte.ts'
import { toIsoDay } from './days.ts'
import { writeMoved } from './moved.ts'
import type { Query } from './route.svelte.ts'
import type { Session } from './session.svelte.ts'

/** The furthest first, as the list that it is opened from. */
const SORTS: Readonly<Partial<Record<MoverQuestion['list'], string>>> = {
  down: 'change',
  up: '-change',
}

/** Who went where since the comparison. */
export class MovementState {
  readonly answer = new Answer<Movement | null>()
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async load(): Promise<void> {
    const { engine, look } = this.#session
    if (look) await this.answer.ask(() => engine.movement(look))
  }

  /** The accounts of a cell or a list. Who left is in the earlier snapshot alone. */
  href(movement: Pick<Movement, 'day' | 'since'>, movers: MoverQuestion): string {
    const { route, bands } = this.#session
    const { day, since } = movement
    const hasLeft =
      movers.list === 'gone' || (movers.list === 'cell' && movers.to === bands.length + 1)
    const query: Query = {
      moved: writeMoved({ day, since, movers }, bands),
      sort: SORTS[movers.list] ?? null,
    }
    return route.href('accounts', hasLeft ? { ...query, day: toIsoDay(since) } : query)
  }
}
