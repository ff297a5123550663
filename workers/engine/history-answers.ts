import type { AccountIndex, Day } from '../../src/core/brand.ts'
import type { Result } from '../../src/core/problem.ts'
import type { AverageRowName } from '../../src/core/score/explain/average-behind.ts'
import type { AttentionItem } from '../../src/core/view/attention.ts'
import { attend, readAttention } from '../../src/store/attention.ts'
import { thinOut } from '../../src/store/undo.ts'
import type { ThinningPlan } from '../protocol/data.ts'
import { thinningOf, thinningPlanOf } from './thinning.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { Attended, AttentionInbox } from '../protocol/attention.ts'
import type { Opened } from '../protocol/opened.ts'
import { attentionOf } from './attention.ts'
import { openedOf } from './opened.ts'
import type { AccountHistory } from '../protocol/account-history.ts'
import type { AverageChange, BehindLine, Segment } from '../protocol/average-change.ts'
import type { Look } from '../protocol/look.ts'
import type { Movement } from '../protocol/movement.ts'
import type { Renewals } from '../protocol/overview.ts'
import type { Drift, DriftQuestion, SegmentsQuestion, SegmentsTable } from '../protocol/segments.ts'
import type { Trends, TrendsQuestion } from '../protocol/trends.ts'
import { accountHistoryOf } from './account-history.ts'
import { Answering } from './answering.ts'
import { averageChangeOf, behindLineOf } from './average-change.ts'
import { driftOf } from './drift.ts'
import type { KeptQuestion } from './kept-answers.ts'
import { movementBetween } from './movement.ts'
import type { OnProgress } from './past-scores.ts'
import { renewalsOf } from './renewals.ts'
import { segmentsTable } from './segments.ts'
import { trendsOf } from './trends.ts'

/** Answers about what changed over time. */
export class HistoryAnswers extends Answering {
  async attention(): Promise<Result<AttentionInbox | null>> {
    const { today } = this
    const read = await this.about(async ({ store, workspace }) =>
      orThrow(await readAttention(store, workspace.id)),
    )
    if (!read.ok) return read
    const marks = read.value
    const asked: KeptQuestion = { question: ['attention', today], way: [...marks] }
    return this.kept(asked, null, () => this.#attention({ marks, today }))
  }

  #attention(on: Parameters<typeof attentionOf>[3]): Promise<Result<AttentionInbox | null>> {
    return this.about(async ({ portfolio }) => {
      const [before, newest] = portfolio.manifests.slice(-2)
      if (!before || !newest) return null
      const look: Look = { day: newest.day, since: before.day, seen: 'restated' }
      const { open, view } = await this.session.view(look)
      const then = await this.session.view({ ...look, day: before.day, since: null })
      return attentionOf(open, view, then.view, on)
    })
  }

  attend(items: readonly AttentionItem[], state: Attended, until: Day): Promise<Result<Opened>> {
    return this.answer(async () => {
      const { store, workspace } = await this.session.current()
      const marks = items.map((item) => ({ item, state, until: state === 'done' ? 0 : until }))
      orThrow(await attend(store, workspace.id, marks, this.session.now))
      return openedOf(this.session)
    })
  }

  thinning(): Promise<Result<ThinningPlan>> {
    return this.about(thinningPlanOf)
  }

  thin(): Promise<Result<Opened>> {
    return this.changing(async () => {
      const open = await this.session.current()
      const { days, deliveries } = await thinningOf(open)
      const thinned = { deliveries, snapshots: days.length }
      orThrow(await thinOut(open.store, open.workspace.id, thinned, this.session.now))
    })
  }

  averageChange(look: Look, filter: string): Promise<Result<AverageChange | null>> {
    const make = () =>
      this.comparing(look, (open, view, then) => averageChangeOf(open, view, then, filter))
    return filter === '' ? this.keptOf('averageChange', look, make) : make()
  }

  behindAverage(look: Look, filter: string, name: AverageRowName): Promise<Result<BehindLine>> {
    return this.comparing(look, (open, view, then) =>
      behindLineOf(open, view, then, { filter, name }),
    )
  }

  segments(question: SegmentsQuestion): Promise<Result<SegmentsTable>> {
    return this.comparing(question, (open, view, then) => segmentsTable(open, view, then, question))
  }

  drift(question: DriftQuestion): Promise<Result<Drift>> {
    return this.about((open) => driftOf(open, question))
  }

  movement(look: Look, segment: Segment = []): Promise<Result<Movement | null>> {
    const make = () =>
      this.comparing(look, (open, view, then) => movementBetween(open, view, then, segment))
    return segment.length === 0 ? this.keptOf('movement', look, make) : make()
  }

  renewals(look: Look, segment: Segment = []): Promise<Result<Renewals>> {
    const make = () => this.looking(look, (open, view) => renewalsOf(open, view, segment))
    return segment.length === 0 ? this.keptOf('renewals', look, make) : make()
  }

  accountHistory(
    account: AccountIndex,
    look: Look,
    onProgress: OnProgress = () => {},
  ): Promise<Result<AccountHistory>> {
    return this.looking(look, (open, view) => accountHistoryOf(open, view, account, onProgress))
  }

  trends(question: TrendsQuestion, onProgress: OnProgress = () => {}): Promise<Result<Trends>> {
    const { seen, by, picked, segment = [] } = question
    const make = () => this.about((open) => trendsOf(open, question, onProgress))
    const isWhole = segment.length === 0 && picked.length === 0
    return isWhole ? this.kept({ question: ['trends', seen, by] }, null, make) : make()
  }
}
