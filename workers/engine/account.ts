import type { AccountIndex, Day } from '../../src/core/brand.ts'
import { NO_BAND } from '../../src/core/score/sheet.ts'
import { courseOf } from '../../src/core/view/course.ts'
import { bandsAmong } from '../../src/core/view/in-terms-of.ts'
import { findAccount } from '../../src/core/history/recorded.ts'
import { labelOf } from '../../src/core/model/label.ts'
import { carriedFrom } from '../../src/core/score/carried-from.ts'
import { partsOfEffect } from '../../src/core/score/exceptions.ts'
import { explainScore } from '../../src/core/score/explain/explain.ts'
import type {
  ExceptionExplanation,
  FactorExplanation,
  GroupExplanation,
  ScoreExplanation,
} from '../../src/core/score/explain/explanation.ts'
import { Refused } from '../../src/store/problems.ts'
import type { AccountDetail, ExceptionLine, FactorLine, GroupLine } from '../protocol/account.ts'
import { cellOf, maybeNumber } from './cells.ts'
import { changeDetailOf } from './change.ts'
import type { DayView } from './day-view.ts'
import { inputsOf } from './inputs.ts'
import { pastOf, type OpenWorkspace } from './open-workspace.ts'
import { outlookOf } from './outlook.ts'
import { scoresBefore } from './past-scores.ts'
import { rowAt, rowParts } from './rows.ts'

const EVERY_SNAPSHOT = Infinity

export async function accountDetailOf(
  open: OpenWorkspace,
  view: DayView,
  account: AccountIndex,
): Promise<AccountDetail> {
  const row = view.rowOf(account)
  if (row < 0) throw new Refused({ code: 'no-such-account' })
  const explained = view.scorer && explainScore(view.scorer, view.at, row)
  const flags = open.configuration?.flags ?? []
  const history = await historyOf(open, view, account)
  return {
    row: rowAt(view, row, await rowParts(open, view, [])),
    included: view.sheet.included[row] === 1,
    ...explanationLines(explained, row, (factor) =>
      view.scorer ? carriedFrom(view.scorer, view.at, row, factor) : null,
    ),
    flags: flags
      .filter((_, flag) => view.sheet.flags[flag]?.[row] === 1)
      .map((flag) => ({ id: flag.id, name: labelOf(flag), kind: flag.kind })),
    history,
    course: courseOf(history),
    inputs: await inputsOf(open, view, row),
    change: changeDetailOf(view, row),
    outlook: await outlookOf(open, view, row),
  }
}

/** When an input was carried from is known to the snapshots alone. */
type CarriedFrom = (factor: FactorExplanation) => Day | null

export function explanationLines(
  explained: ScoreExplanation | null,
  row: number,
  carried: CarriedFrom = () => null,
) {
  return {
    modelName: explained?.model ? labelOf(explained.model) : null,
    minCoverage: explained?.model?.minCoverage ?? 0,
    raw: explained?.raw?.exact ?? null,
    rawPrinted: explained?.raw?.printed ?? null,
    groups: (explained?.groups ?? []).map((group) => groupLine(group, row, carried)),
    exceptions: (explained?.exceptions ?? []).map(exceptionLine),
  }
}

const groupLine = (
  { group, score, share, points, lost, factors }: GroupExplanation,
  row: number,
  carried: CarriedFrom,
): GroupLine => ({
  id: group.id,
  name: labelOf(group),
  score,
  share,
  points: points?.printed ?? null,
  pointsLost: lost?.printed ?? null,
  rollup: group.rollup ?? 'mean',
  factors: factors.map((factor) => ({ ...factorLine(factor, row), carriedFrom: carried(factor) })),
})

const factorLine = (
  explained: FactorExplanation,
  row: number,
): Omit<FactorLine, 'carriedFrom'> => ({
  id: explained.factor.id,
  name: labelOf(explained.factor),
  input: cellOf(explained.input, row),
  inputFormula: explained.factor.input,
  origin: explained.origin,
  score: explained.score,
  share: explained.share,
  points: explained.points?.printed ?? null,
  pointsLost: explained.lost?.printed ?? null,
})

function exceptionLine({ exception, points }: ExceptionExplanation): ExceptionLine {
  const { kind: effect, amount } = partsOfEffect(exception.then)
  return { id: exception.id, reason: exception.reason, effect, amount, points: points.printed }
}

/** As it is seen, and the view's own day as it is scored now. Days on which the account was not there are gaps. */
async function historyOf(
  open: OpenWorkspace,
  view: DayView,
  account: AccountIndex,
): Promise<AccountDetail['history']> {
  const bands = open.configuration?.bands ?? []
  const recorded = await scoresBefore(pastOf(open, view.seen), view.at, EVERY_SNAPSHOT)
  const past = recorded.map((day) => {
    const row = findAccount(day.accounts, account)
    const one = { shown: day.shown.subarray(row, row + 1), bands: day.bands.subarray(row, row + 1) }
    const [band = NO_BAND] = row < 0 ? [] : bandsAmong(one, day.bandIds, bands)
    return {
      day: day.day,
      score: row < 0 ? null : maybeNumber(day.shown[row]),
      band: band === NO_BAND ? null : band,
      version: day.configurationVersion,
    }
  })
  const row = view.rowOf(account)
  const band = view.sheet.bands[row] as number
  const now = {
    day: view.day,
    score: maybeNumber(view.sheet.shown[row]),
    band: bands[band] === undefined ? null : band,
    version: view.version,
  }
  return [...past, now]
}
