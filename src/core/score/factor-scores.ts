import { within } from '../history/as-of.ts'
import type { Factor, MissingPolicy, Scale, ScoringModel } from '../model/configuration.ts'
import type { Column } from '../table/column.ts'
import { lengthOf } from '../table/texts.ts'
import { carryForward, type Carried, type EarlierColumn } from './carry.ts'
import type { ModelFactors } from './roll-up.ts'
import { scoreOnScale } from './scales.ts'
import { formulaOf, membershipAt, recall, type Scoring } from './scoring.ts'
import { ORIGINS, type FactorScores } from './sheet.ts'

type Scored = Pick<FactorScores, 'scores' | 'origins' | 'input'>

const DATA = ORIGINS.indexOf('data')
const MISSING = ORIGINS.indexOf('missing')
const FILLED = ORIGINS.indexOf('filled')
const CARRIED = ORIGINS.indexOf('carried')

/** The factors of one model in the snapshot at `at`, by group. A changed weight recalls them all. */
export const modelFactorsAt = (scoring: Scoring, m: number, at: number): ModelFactors =>
  (scoring.configuration.models[m] as ScoringModel).groups.map((group, g) =>
    group.factors.map((factor, f) => ({
      ...scoredAt(scoring, factor, m, at),
      model: m,
      group: g,
      factor: f,
      id: factor.id,
    })),
  )

function scoredAt(scoring: Scoring, factor: Factor, m: number, at: number): Scored {
  const { account, models } = scoring.configuration
  // Who is in the cohort: the conditions up to this model's decide it.
  const applies = models.slice(0, m + 1).map((model) => model.appliesTo)
  const of = ['score', account.include, applies, factor.input, factor.scale, factor.missing]
  return recall(scoring, { at, vectors: 1 + 1 / 8, of }, () => {
    const input = inputAt(scoring, factor, at)
    const rows = membershipAt(scoring, at).rows[m] ?? new Uint32Array(0)
    const cohort = { rows, within: withinAt(scoring, factor.scale, at) }
    const scores = scoreOnScale(factor.scale, input.column, cohort)
    return { scores, origins: fillIn(scores, input, rows, factor.missing), input: input.column }
  })
}

const withinAt = (scoring: Scoring, scale: Scale, at: number): Column | null =>
  scale.type === 'percentile' && scale.within ? scoring.evaluator.column(scale.within, at) : null

/**
 * The factor's input; under `{carry: days}` its gaps are filled with the newest value of earlier snapshots at most so many days
 * old, each worked out on its own date.
 */
function inputAt(scoring: Scoring, { input, missing }: Factor, at: number): Carried {
  const days = typeof missing === 'object' && 'carry' in missing ? missing.carry : null
  // A stored column is there already: remembered once more, it would take the place of scores.
  const stored = scoring.history[at]?.columns.get(input)
  if (stored && days === null) return uncarried(stored)
  return recall(scoring, { at, vectors: 1 + 1 / 8, of: ['input', input, days] }, () => {
    const now = scoring.evaluator.evaluate(formulaOf(input), at)
    if (days === null) return uncarried(now)
    return carryForward(now, earlierInputs(scoring, input, at, days))
  })
}

const uncarried = (column: Column): Carried => ({
  column,
  carried: new Uint8Array(lengthOf(column)),
})

/** The newest first. */
function* earlierInputs(
  { history, evaluator }: Scoring,
  input: string,
  at: number,
  days: number,
): Generator<EarlierColumn> {
  for (const earlier of within(history, at, days).toReversed()) {
    const column = evaluator.evaluate(formulaOf(input), earlier)
    yield { column, positions: evaluator.positions(at, earlier) }
  }
}

/** Puts `{score: n}` where a score is missing, and says where each comes from. */
function fillIn(
  scores: Float64Array,
  { carried }: Carried,
  rows: Uint32Array,
  policy: MissingPolicy = 'exclude',
): Uint8Array {
  const origins = new Uint8Array(scores.length).fill(MISSING)
  const fill = typeof policy === 'object' && 'score' in policy ? policy.score : NaN
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    if (!Number.isNaN(scores[row])) origins[row] = carried[row] === 1 ? CARRIED : DATA
    else if (!Number.isNaN(fill)) {
      scores[row] = fill
      origins[row] = FILLED
    }
  }
  return origins
}
