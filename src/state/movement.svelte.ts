import type { Segment } from '../../workers/protocol/average-change.ts'
import type { MoverQuestion, Movement } from '../../workers/protocol/movement.ts'
import type { Renewals } from '../../workers/protocol/overview.ts'
import { Answer } from './answer.svelte.ts'
import { toIsoDay } from './days.ts'
import { writeMoved } from './moved.ts'
import type { Query } from './route.svelte.ts'
import type { Session } from './session.svelte.ts'
import { filterOfSegment } from './trend-segment.ts'

/** The furthest first, as the list that it is opened from. */
const SORTS: Readonly<Partial<Record<MoverQuestion['list'], string>>> = {
  down: 'change',
  up: '-change',
}

/** Who went where since the comparison, and what renews from here on: of the portfolio or a segment. */
export class MovementState {
  readonly answer = new Answer<Movement | null>()
  readonly renewals = new Answer<Renewals>()
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async load(segment: Segment): Promise<void> {
    const { engine, look } = this.#session
    if (look) await this.answer.ask(() => engine.movement(look, segment))
  }

  async loadRenewals(segment: Segment): Promise<void> {
    const { engine, look } = this.#session
    if (look) await this.renewals.ask(() => engine.renewals(look, segment))
  }

  /** The accounts of a cell or a list. Who left is in the earlier snapshot alone. */
  href(
    { day, since }: Pick<Movement, 'day' | 'since'>,
    movers: MoverQuestion,
    segment: Segment,
  ): string {
    const { route, bands, opened } = this.#session
    const hasLeft =
      movers.list === 'gone' || (movers.list === 'cell' && movers.to === bands.length + 1)
    const query: Query = {
      moved: writeMoved({ day, since, movers }, bands),
      filter: filterOfSegment(segment, opened?.columns ?? []),
      sort: SORTS[movers.list] ?? null,
    }
    return route.href('accounts', hasLeft ? { ...query, day: toIsoDay(since) } : query)
  }
}
