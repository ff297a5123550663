import type { AccountIndex } from '../../src/core/brand.ts'
import type { Result } from '../../src/core/problem.ts'
import type { AverageRowName } from '../../src/core/score/average-behind.ts'
import type { AccountHistory } from '../protocol/account-history.ts'
import type { AverageChange, BehindLine, Segment } from '../protocol/average-change.ts'
import type { Look } from '../protocol/look.ts'
import type { Movement, MoverList, MoverQuestion } from '../protocol/movement.ts'
import type { Trends, TrendsQuestion } from '../protocol/trends.ts'
import { accountHistoryOf } from './account-history.ts'
import { Answering } from './answering.ts'
import { averageChangeOf, behindLineOf } from './average-change.ts'
import { movementBetween, moversOf } from './movement.ts'
import type { OnProgress } from './past-scores.ts'
import { trendsOf } from './trends.ts'

/** Answers about what changed over time. */
export class HistoryAnswers extends Answering {
  averageChange(look: Look, segment: Segment): Promise<Result<AverageChange | null>> {
    return this.looking(look, (open, view) => averageChangeOf(open, view, segment))
  }

  behindAverage(look: Look, segment: Segment, name: AverageRowName): Promise<Result<BehindLine>> {
    return this.comparing(look, (open, view, then) =>
      behindLineOf(open, view, then, { segment, name }),
    )
  }

  movement(look: Look): Promise<Result<Movement | null>> {
    return this.comparing(look, movementBetween)
  }

  movers(look: Look, question: MoverQuestion): Promise<Result<MoverList>> {
    return this.comparing(look, (open, view, then) => moversOf(open, view, then, question))
  }

  accountHistory(
    account: AccountIndex,
    look: Look,
    onProgress: OnProgress = () => {},
  ): Promise<Result<AccountHistory>> {
    return this.looking(look, (open, view) => accountHistoryOf(open, view, account, onProgress))
  }

  trends(question: TrendsQuestion, onProgress: OnProgress = () => {}): Promise<Result<Trends>> {
    return this.about((open) => trendsOf(open, question, onProgress))
  }
}
