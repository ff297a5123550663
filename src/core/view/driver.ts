import type { Exception, ScoringModel } from '../model/configuration.ts'
import { contributionOf } from '../score/contribution.ts'
import { effectOf } from '../score/exceptions.ts'
import { NO_MODEL, type FactorScores, type ScoreSheet } from '../score/sheet.ts'

/** Why a score is what it is, in one fact. `points` are of the score: negative where they were taken. */
export type DriverFact =
  | { readonly kind: 'exception'; readonly exception: Exception; readonly points: number }
  | { readonly kind: 'factor-change'; readonly factor: FactorScores; readonly points: number }
  | { readonly kind: 'factor-loss'; readonly factor: FactorScores; readonly points: number }
  | { readonly kind: 'no-data' }

/** One account in one sheet, with the exceptions of its model that hold for it. */
export interface Scored {
  readonly sheet: ScoreSheet
  readonly row: number
  readonly held: readonly Exception[]
}

/** A change that rounds to nothing drives nothing. */
const LEAST_POINTS = 0.05

/**
 * The exception that takes the most, else the factor whose contribution fell the most since `before`, else the one that costs the most
 * points. Null where nothing is lost or no model applies. `before` is the account's row in an earlier sheet of the same configuration.
 */
export function driverOf(
  models: readonly ScoringModel[],
  now: Scored,
  before: Omit<Scored, 'held'> | null,
): DriverFact | null {
  const model = models[modelOf(now)]
  if (!model) return null
  if (Number.isNaN(now.sheet.raw[now.row])) return { kind: 'no-data' }
  return strongestException(now) ?? greatestFall(model, now, before) ?? greatestLoss(model, now)
}

const modelOf = ({ sheet, row }: Omit<Scored, 'held'>): number => sheet.models[row] ?? NO_MODEL

function strongestException({ sheet, row, held }: Scored): DriverFact | null {
  let score = sheet.raw[row] as number
  let strongest: DriverFact | null = null
  for (const exception of held) {
    const after = effectOf(exception.then)(score)
    const points = after - score
    if (points < Math.min(strongest?.kind === 'exception' ? strongest.points : 0, -LEAST_POINTS))
      strongest = { kind: 'exception', exception, points }
    score = after
  }
  return strongest
}

function greatestFall(
  model: ScoringModel,
  now: Scored,
  before: Omit<Scored, 'held'> | null,
): DriverFact | null {
  if (!before || modelOf(before) !== modelOf(now) || Number.isNaN(before.sheet.raw[before.row]))
    return null
  const was = new Map(contributions(model, before).map(({ factor, points }) => [factor.id, points]))
  const falls = contributions(model, now).map(({ factor, points }) => ({
    factor,
    points: points - (was.get(factor.id) ?? points),
  }))
  const least = leastOf(falls)
  return least && least.points <= -LEAST_POINTS ? { kind: 'factor-change', ...least } : null
}

function greatestLoss(model: ScoringModel, now: Scored): DriverFact | null {
  const losses = contributions(model, now).map(({ factor, points, share }) => ({
    factor,
    points: points - 100 * share,
  }))
  const least = leastOf(losses)
  return least && least.points <= -LEAST_POINTS ? { kind: 'factor-loss', ...least } : null
}

interface FactorPoints {
  readonly factor: FactorScores
  readonly points: number
}

function leastOf(list: readonly FactorPoints[]): FactorPoints | null {
  return list.reduce<FactorPoints | null>(
    (least, one) => (least && least.points <= one.points ? least : one),
    null,
  )
}

/** The factors that are present, each with what it adds to the raw score. */
function contributions(
  model: ScoringModel,
  at: Omit<Scored, 'held'>,
): (FactorPoints & { readonly share: number })[] {
  const factors = at.sheet.factors.filter((factor) => factor.model === modelOf(at))
  const scores = model.groups.map((group, g) =>
    group.factors.map((_, f) => scoreOf(factors, g, f, at.row)),
  )
  const { groups } = contributionOf(model, scores)
  return factors.flatMap((factor) => {
    const share = groups[factor.group]?.shares[factor.factor] ?? 0
    const score = factor.scores[at.row] as number
    return share > 0 && !Number.isNaN(score) ? [{ factor, share, points: share * score }] : []
  })
}

function scoreOf(
  factors: readonly FactorScores[],
  group: number,
  place: number,
  row: number,
): number {
  const factor = factors.find(
    (candidate) => candidate.group === group && candidate.factor === place,
  )
  return factor?.scores[row] ?? NaN
}
