import { within } from '../history/as-of.ts'
import type { Factor, MissingPolicy, Scale, ScoringModel } from '../model/configuration.ts'
import type { Column } from '../table/column.ts'
import { carryForward, type Carried, type EarlierColumn } from './carry.ts'
import { rollUpGroup, type RolledGroup } from './roll-up.ts'
import { scoreOnScale } from './scale/scales.ts'
import { formulaOf, membershipAt, recall, type Scoring } from './scoring.ts'
import type { FactorScores } from './sheet.ts'

/** `carried` is null where nothing is. */
type Input = Pick<Carried, 'column'> & { readonly carried: Carried['carried'] | null }

type Scored = Pick<FactorScores, 'scores' | 'filled' | 'carried' | 'input'>

/** The factors of one model, by group. */
type ModelFactors = readonly (readonly FactorScores[])[]

/** The factors of one model in the snapshot at `at`. A changed weight recalls them all. */
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

/** Its groups, of those factors. A changed weight of a group recalls them all, that of a factor all but its own. */
export const modelGroupsAt = (
  scoring: Scoring,
  m: number,
  at: number,
  factors: ModelFactors,
): RolledGroup[] =>
  (scoring.configuration.models[m] as ScoringModel).groups.map((group, g) => {
    const parts = group.factors.map((factor) => [factor.weight, ...partsOf(factor)])
    const of = ['group', group.rollup, parts, ...cohortOf(scoring, m)]
    return recall(scoring, { at, vectors: 2, of }, () =>
      rollUpGroup(group, factors[g] ?? [], rowsOf(scoring, m, at)),
    )
  })

function scoredAt(scoring: Scoring, factor: Factor, m: number, at: number): Scored {
  const of = ['score', ...partsOf(factor), ...cohortOf(scoring, m)]
  return recall(scoring, { at, vectors: 1 + 1 / 8, of }, () => {
    const input = inputAt(scoring, factor, at)
    const rows = rowsOf(scoring, m, at)
    const cohort = { rows, within: withinAt(scoring, factor.scale, at) }
    const scores = scoreOnScale(factor.scale, input.column, cohort)
    const filled = fillIn(scores, rows, factor.missing)
    return { scores, filled, carried: input.carried, input: input.column }
  })
}

/** What a factor's score depends on, beside the accounts it is scored among. */
const partsOf = ({ input, scale, missing }: Factor): unknown[] => [input, scale, missing]

/** Who they are: the conditions up to this model's decide it. */
function cohortOf({ configuration: { account, models } }: Scoring, m: number): unknown[] {
  return [account.include, models.slice(0, m + 1).map((model) => model.appliesTo)]
}

const rowsOf = (scoring: Scoring, m: number, at: number): Uint32Array =>
  membershipAt(scoring, at).rows[m] ?? new Uint32Array(0)

const withinAt = (scoring: Scoring, scale: Scale, at: number): Column | null =>
  scale.type === 'percentile' && scale.within ? scoring.evaluator.column(scale.within, at) : null

/**
 * The factor's input; under `{carry: days}` its gaps are filled with the newest value of earlier snapshots at most so many days
 * old, each worked out on its own date.
 */
function inputAt(scoring: Scoring, { input, missing }: Factor, at: number): Input {
  const days = typeof missing === 'object' && 'carry' in missing ? missing.carry : null
  // A stored column is there already: remembered once more, it would take the place of scores.
  const stored = scoring.history[at]?.columns.get(input)
  if (stored && days === null) return uncarried(stored)
  return recall(scoring, { at, vectors: 1 + 1 / 8, of: ['input', input, days] }, (): Input => {
    const now = scoring.evaluator.evaluate(formulaOf(input), at)
    if (days === null) return uncarried(now)
    return carryForward(now, earlierInputs(scoring, input, at, days))
  })
}

const uncarried = (column: Column): Input => ({ column, carried: null })

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

/** Puts `{score: n}` where a score is missing, and says where. */
function fillIn(
  scores: Float64Array,
  rows: Uint32Array,
  policy: MissingPolicy = 'exclude',
): Uint8Array | null {
  if (typeof policy !== 'object' || !('score' in policy)) return null
  const filled = new Uint8Array(scores.length)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    if (!Number.isNaN(scores[row])) continue
    scores[row] = policy.score
    filled[row] = 1
  }
  return filled
}
