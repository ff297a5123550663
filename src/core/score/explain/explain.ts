import type { Exception, Factor, ScoringModel } from '../../model/configuration.ts'
import { apportion } from './apportion.ts'
import { contributionOf, type Contribution } from '../contribution.ts'
import { effectOf } from '../exceptions.ts'
import type {
  FactorExplanation,
  GroupExplanation,
  Points,
  ScoreExplanation,
} from './explanation.ts'
import type { Scorer } from '../scorer.ts'
import { NO_MODEL, originAt, type FactorScores } from '../sheet.ts'

/** One account under its model. */
interface Account {
  readonly model: ScoringModel
  /** Of that model, in order of appearance. */
  readonly factors: readonly FactorScores[]
  readonly row: number
  readonly contribution: Contribution
}

interface Effect {
  readonly exception: Exception
  readonly points: number
}

/** What is printed for each factor that is present, and for each effect. */
interface Printed {
  readonly points: ReadonlyMap<FactorScores, Points>
  readonly lost: ReadonlyMap<FactorScores, Points>
  readonly effects: readonly number[]
}

const UNSCORED = { groups: [], raw: null, exceptions: [], final: null, shown: null } as const

/** The computed score of one row of the snapshot at `at`; an override would stand beside it. */
export function explainScore(scorer: Scorer, at: number, row: number): ScoreExplanation {
  const sheet = scorer.scored(at)
  const place = sheet.models[row] ?? NO_MODEL
  const model = scorer.configuration.models[place] ?? null
  const coverage = sheet.coverage[row] ?? 0
  if (model === null) return { ...UNSCORED, model, coverage }
  const account = accountOf(
    model,
    sheet.factors.filter((factor) => factor.model === place),
    row,
  )
  const [final, shown] = [sheet.final[row] as number, sheet.shown[row] as number]
  if (Number.isNaN(final)) return { ...UNSCORED, model, coverage, groups: groupsOf(account, null) }
  const held = scorer.exceptions(at)[place]?.map((holds) => holds[row] === 1) ?? []
  const effects = effectsOf(model.exceptions ?? [], held, sheet.raw[row] as number)
  const printed = print(account, effects, shown)
  const groups = groupsOf(account, printed)
  const exceptions = effects.map(({ exception, points }, i) => ({
    exception,
    points: { exact: points, printed: printed.effects[i] as number },
  }))
  return {
    model,
    coverage,
    groups,
    raw: addUp(groups.map(({ points }) => points)),
    exceptions,
    final,
    shown,
  }
}

function accountOf(model: ScoringModel, factors: readonly FactorScores[], row: number): Account {
  const scores = model.groups.map((_, g) =>
    factors.filter(({ group }) => group === g).map((factor) => factor.scores[row] as number),
  )
  return { model, factors, row, contribution: contributionOf(model, scores) }
}

/** What each exception that holds does to the score as the ones before left it. */
function effectsOf(
  exceptions: readonly Exception[],
  held: readonly boolean[],
  raw: number,
): Effect[] {
  let score = raw
  return exceptions
    .filter((_, i) => held[i])
    .map((exception) => {
      const before = score
      score = effectOf(exception.then)(before)
      return { exception, points: score - before }
    })
}

function print(account: Account, effects: readonly Effect[], shown: number): Printed {
  const present = account.factors.filter(({ scores }) => !Number.isNaN(scores[account.row]))
  const score = (factor: FactorScores) => factor.scores[account.row] as number
  const points = present.map((factor) => shareOf(account, factor) * score(factor))
  const lost = present.map((factor) => shareOf(account, factor) * (100 - score(factor)))
  const printed = apportion([...points, ...effects.map((effect) => effect.points)], shown)
  const raw = printed.slice(0, present.length).reduce((sum, tenths) => sum + tenths, 0)
  const printedLost = apportion(lost, 100 - raw)
  const paired = (exact: readonly number[], asPrinted: readonly number[]) =>
    new Map(
      present.map((factor, i) => [
        factor,
        { exact: exact[i] as number, printed: asPrinted[i] as number },
      ]),
    )
  return {
    points: paired(points, printed),
    lost: paired(lost, printedLost),
    effects: printed.slice(present.length),
  }
}

const shareOf = ({ contribution }: Account, { group, factor }: FactorScores): number =>
  contribution.groups[group]?.shares[factor] ?? 0

function groupsOf(account: Account, printed: Printed | null): GroupExplanation[] {
  return account.model.groups.map((group, g) => {
    const own = account.factors.filter((factor) => factor.group === g)
    const factors = own.map((factor) => factorOf(account, factor, printed))
    const { score = NaN, share = 0 } = account.contribution.groups[g] ?? {}
    return {
      group,
      score: numberOrNull(score),
      share,
      points: Number.isNaN(score) ? null : addUp(factors.map(({ points }) => points)),
      lost: Number.isNaN(score) ? null : addUp(factors.map(({ lost }) => lost)),
      factors,
    }
  })
}

function factorOf(
  account: Account,
  scored: FactorScores,
  printed: Printed | null,
): FactorExplanation {
  const { row, model } = account
  return {
    factor: model.groups[scored.group]?.factors[scored.factor] as Factor,
    input: scored.input,
    origin: originAt(scored, row),
    score: numberOrNull(scored.scores[row] as number),
    share: shareOf(account, scored),
    points: printed?.points.get(scored) ?? null,
    lost: printed?.lost.get(scored) ?? null,
  }
}

/** Null where there is nothing to add up. */
function addUp(list: readonly (Points | null)[]): Points | null {
  const points = list.filter((one) => one !== null)
  if (points.length === 0) return null
  const exact = points.reduce((sum, one) => sum + one.exact, 0)
  const printed = points.reduce((sum, one) => sum + one.printed, 0)
  return { exact, printed: Math.round(printed * 10) / 10 }
}

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value)
