import type { Band, Exception, Factor, Group, ScoringModel } from '../model/configuration.ts'
import { bandOf } from '../model/bands.ts'
import { toShown } from './bands.ts'
import type { FactorCell } from './explain/change-explanation.ts'
import { contributionOf, type Contribution } from './contribution.ts'
import { effectOf } from './exceptions.ts'
import { moveTo, type Move } from './scale/scale-move.ts'
import type { Scorer } from './scorer.ts'
import { NO_MODEL, originAt, type FactorScores } from './sheet.ts'
import { standingCohort } from './scale/standing-cohort.ts'

/** What a score would be if the inputs that are missing were the worst, and the best, there can be. */
export interface ScoreRange {
  readonly least: ScoreEnd
  readonly greatest: ScoreEnd
  /** Those without an input that weigh something, filled ones too. Without any both ends are the score. */
  readonly open: readonly Factor[]
}

export interface ScoreEnd {
  readonly final: number
  readonly shown: number
  readonly band: Band
}

/** How an account comes to the next better band by one factor alone, exceptions holding as they do now. */
export type NextBand =
  | { readonly kind: 'not-scored' }
  | { readonly kind: 'best-band' }
  /** Whatever else moves, this exception keeps the score below the band. */
  | { readonly kind: 'held'; readonly band: Band; readonly exception: Exception }
  | {
      readonly kind: 'open'
      readonly band: Band
      /** What the raw score lacks. */
      readonly points: number
      /** Those by which it can be done, the least rise of a factor's score first. */
      readonly paths: readonly Path[]
    }

export interface Path {
  readonly factor: Factor
  readonly now: FactorCell
  /** The score that the factor needs, 0..100. */
  readonly needed: number
  readonly move: Move
}

/** One account under its model; scores by group and factor, NaN where missing. */
interface Account {
  readonly scorer: Scorer
  readonly at: number
  readonly model: ScoringModel
  readonly factors: readonly FactorScores[]
  readonly row: number
  readonly held: readonly Exception[]
}

/** Null where no model applies. An account that is not scored has a range too: it says what the data that lack would decide. */
export function scoreRange(scorer: Scorer, at: number, row: number): ScoreRange | null {
  const account = accountAt(scorer, at, row)
  if (!account) return null
  const { bands } = scorer.configuration
  const openFactors = account.factors.filter((factor) => isOpen(account, factor))
  const endWith = (score: number): ScoreEnd => {
    const scores = scoresOf(account, (factor) =>
      openFactors.includes(factor) ? score : scoreOf(account, factor),
    )
    const { raw } = contributionOf(account.model, scores)
    const final = account.held.reduce((before, { then }) => effectOf(then)(before), raw)
    const shown = toShown(final)
    return { final, shown, band: bands[bandOf(shown, bands)] as Band }
  }
  return {
    least: endWith(0),
    greatest: endWith(100),
    open: openFactors.map((factor) => definitionOf(account, factor)),
  }
}

/** The shortest way to the next band, factor by factor. Factors without a score are no way: data that arrive are no change of an input. */
export function nextBand(scorer: Scorer, at: number, row: number): NextBand {
  const sheet = scorer.sheet(at)
  const account = accountAt(scorer, at, row)
  if (!account || Number.isNaN(sheet.final[row])) return { kind: 'not-scored' }
  const band = scorer.configuration.bands[(sheet.bands[row] as number) + 1]
  if (!band) return { kind: 'best-band' }
  const needed = rawFor(leastFinal(band), account.held)
  if (typeof needed !== 'number') return { kind: 'held', band, exception: needed }
  const contribution = contributionOf(
    account.model,
    scoresOf(account, (factor) => scoreOf(account, factor)),
  )
  const points = needed - contribution.raw
  const paths = account.factors.flatMap((factor) => {
    const score = neededScore(account, contribution, factor, points)
    const move = score === null ? null : moveOf(account, factor, score)
    if (score === null || !move) return []
    return [
      { factor: definitionOf(account, factor), now: cellOf(account, factor), needed: score, move },
    ]
  })
  const rise = ({ needed, now }: Path) => needed - now.score
  return { kind: 'open', band, points, paths: paths.sort((a, b) => rise(a) - rise(b)) }
}

function accountAt(scorer: Scorer, at: number, row: number): Account | null {
  const sheet = scorer.sheet(at)
  const place = sheet.models[row] ?? NO_MODEL
  const model = scorer.configuration.models[place]
  if (!model) return null
  const { exceptions = [] } = model
  const holds = exceptions.length > 0 ? scorer.exceptions(at)[place] : undefined
  return {
    scorer,
    at,
    model,
    factors: sheet.factors.filter((factor) => factor.model === place),
    row,
    held: exceptions.filter((_, i) => holds?.[i]?.[row] === 1),
  }
}

const groupOf = ({ model }: Account, { group }: FactorScores): Group => model.groups[group] as Group

const definitionOf = (account: Account, scored: FactorScores): Factor =>
  groupOf(account, scored).factors[scored.factor] as Factor

const scoreOf = ({ row }: Account, { scores }: FactorScores): number => scores[row] as number

const scoresOf = (account: Account, score: (factor: FactorScores) => number): number[][] =>
  account.model.groups.map((_, g) =>
    account.factors.filter(({ group }) => group === g).map((factor) => score(factor)),
  )

const cellOf = (account: Account, factor: FactorScores): FactorCell => ({
  input: factor.input,
  row: account.row,
  score: scoreOf(account, factor),
  origin: originAt(factor, account.row),
})

function isOpen(account: Account, factor: FactorScores): boolean {
  const origin = originAt(factor, account.row)
  if (origin !== 'missing' && origin !== 'filled') return false
  return definitionOf(account, factor).weight > 0 && groupOf(account, factor).weight > 0
}

/** The least final score that is shown as the band's beginning or more. */
const leastFinal = ({ from }: Band): number => (Math.ceil(from * 10 - 1e-9) - 0.5) / 10

/** The raw score that becomes so many points, or the exception under which none does. */
function rawFor(final: number, held: readonly Exception[]): number | Exception {
  let wanted = final
  for (const exception of held.toReversed()) {
    const { then } = exception
    if ('cap' in then && wanted > then.cap) return exception
    if ('set' in then) return wanted > then.set ? exception : 0
    if ('floor' in then && wanted <= then.floor) return 0
    if ('add' in then) wanted -= then.add
    if (wanted > 100) return exception
    if (wanted <= 0) return 0
  }
  return wanted
}

/** The score with which this factor alone gives the raw score so many points more; null where it cannot. */
function neededScore(
  account: Account,
  { groups }: Contribution,
  factor: FactorScores,
  points: number,
): number | null {
  const group = groupOf(account, factor)
  const now = scoreOf(account, factor)
  const { share = 0, shares = [], score = NaN } = groups[factor.group] ?? {}
  if (Number.isNaN(now) || definitionOf(account, factor).weight === 0 || share === 0) return null
  const isMean = (group.rollup ?? 'mean') === 'mean'
  const needed = isMean ? now + points / (shares[factor.factor] as number) : score + points / share
  if (needed > 100) return null
  return group.rollup === 'lowest' && isHeldDown(account, factor, needed) ? null : needed
}

/** Whether another factor of the group is lower than that. */
const isHeldDown = (account: Account, factor: FactorScores, needed: number): boolean =>
  account.factors.some(
    (other) =>
      other !== factor &&
      other.group === factor.group &&
      definitionOf(account, other).weight > 0 &&
      scoreOf(account, other) < needed,
  )

function moveOf(account: Account, factor: FactorScores, score: number): Move | null {
  const { scorer, at, row } = account
  const { input } = factor
  const cohort = standingCohort(scorer, at, factor)?.sortedAt(row)
  return moveTo(definitionOf(account, factor).scale, {
    value: input.type === 'number' ? (input.values[row] as number) : NaN,
    score,
    cohort: cohort ?? new Float64Array(0),
  })
}
