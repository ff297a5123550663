import type { WorkspaceId } from '../../src/core/brand.ts'
import { success, type Closing, type Result } from '../../src/core/problem.ts'
import { guarded } from '../../src/store/problems.ts'
import type { Look, Seen } from '../protocol/look.ts'
import type { Moved } from '../protocol/movement.ts'
import type { Opened } from '../protocol/opened.ts'
import type { DayView } from './day-view.ts'
import { keepAnswerOf, keptAnswer, type KeptQuestion } from './kept-answers.ts'
import { betweenDays, rowsMoved } from './moved.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import { openedOf } from './opened.ts'
import { Session } from './session.ts'

/** How long after an answer that was kept nothing more is likely to be asked by its page. */
const RESTING_MS = 1_000

/** What every question needs: the session, and the ways to an answer. */
export class Answering {
  protected readonly session: Session
  #readying: ReturnType<typeof setTimeout> | undefined
  #listener: (closing: Closing) => void = () => {}

  readonly #build: string

  /** `now` gives the instant now, as an ISO text. `build` names the code that answers: what it kept, no other takes over; '' keeps nothing. */
  constructor(now: () => string, build = '') {
    this.#build = build
    this.session = new Session(now, (closing) => this.#listener(closing))
  }

  onClosed(listener: (closing: Closing) => void): void {
    this.#listener = listener
  }

  /** The day now, in UTC. */
  protected get today(): number {
    return Math.floor(Date.parse(this.session.now) / 86_400_000)
  }

  /** What was refused on the way becomes the answer's problem; bugs are thrown on. */
  protected answer<T>(task: () => Promise<T>): Promise<Result<T>> {
    return guarded({ outdated: null }, task)
  }

  protected about<T>(task: (open: OpenWorkspace) => Promise<T>): Promise<Result<T>> {
    return this.answer(async () => task(await this.session.current()))
  }

  protected looking<T>(
    look: Look,
    task: (open: OpenWorkspace, view: DayView) => Promise<T>,
  ): Promise<Result<T>> {
    return this.answer(async () => {
      const { open, view } = await this.session.view(look)
      return task(open, view)
    })
  }

  /** With the view of the snapshot that is compared with, or of the same one where there is none. */
  protected comparing<T>(
    look: Look,
    task: (open: OpenWorkspace, view: DayView, then: DayView) => Promise<T>,
  ): Promise<Result<T>> {
    return this.answer(async () => {
      const { open, view, then } = await this.#bothOf(look)
      return task(open, view, then)
    })
  }

  /** With the rows that a list is confined to, where its question asks for who moved; null where it does not. */
  protected listing<Question extends Look & { readonly moved?: Moved | null }, T>(
    question: Question,
    task: (
      open: OpenWorkspace,
      view: DayView,
      asked: Question & { readonly among: Uint8Array | null },
    ) => Promise<T>,
  ): Promise<Result<T>> {
    return this.looking(question, async (open, view) => {
      const { moved, seen } = question
      const among = moved ? await this.#rowsMoved(view, moved, seen) : null
      return task(open, view, { ...question, among })
    })
  }

  /** Of other snapshots than the newest nothing is kept: there would be no end to it. */
  protected async keptOf<T>(
    name: string,
    look: Look,
    make: () => Promise<Result<T>>,
    way: unknown = null,
  ): Promise<Result<T>> {
    const { day, since, seen } = look
    const newest = await this.about(({ portfolio }) => Promise.resolve(portfolio.manifests.at(-1)))
    if (!newest.ok) return newest
    if (newest.value?.day !== day) return make()
    return this.kept({ question: [name, day, since, seen], way }, look, make)
  }

  /** A question about all of a portfolio: answered as before where nothing that it is made of is another now. */
  protected async kept<T>(
    asked: KeptQuestion,
    look: Look | null,
    make: () => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (this.#build === '') return make()
    const found = await this.about(async (open) => {
      const kept = open.isNew ? null : await keptAnswer<T>(open, asked, this.#build)
      return { open, kept }
    })
    if (!found.ok) return found
    const { open, kept } = found.value
    if (kept) {
      if (look) this.#getReady(look)
      return success(kept.value)
    }
    const made = await make()
    // What was opened anew meanwhile may hold other deliveries than those that it was made of.
    if (made.ok && this.session.open === open)
      void keepAnswerOf(open, asked, this.#build, made.value).catch(() => {})
    return made
  }

  /** What is asked next is about the accounts: their scores are there by then. */
  #getReady(look: Look): void {
    clearTimeout(this.#readying)
    this.#readying = setTimeout(() => void this.session.view(look).catch(() => {}), RESTING_MS)
  }

  async #rowsMoved(list: DayView, { day, since, movers }: Moved, seen: Seen): Promise<Uint8Array> {
    const { open, view, then } = await this.#bothOf({ day, since, seen })
    return rowsMoved(list, await betweenDays(open, view, then), movers)
  }

  async #bothOf(look: Look) {
    const { open, view } = await this.session.view(look)
    const { day = look.day } = view.before ?? {}
    const { view: then } = await this.session.view({ ...look, day, since: null })
    return { open, view, then }
  }

  /** Does something to what is stored, and reads it anew. */
  protected changing(task: () => Promise<WorkspaceId | null | void>): Promise<Result<Opened>> {
    return this.answer(async () => {
      const workspace = await task()
      await this.session.reopen(workspace ?? null)
      return openedOf(this.session)
    })
  }
}
