import { readScores } from './bands.ts'
import { applyExceptions } from './exceptions.ts'
import { modelFactorsAt } from './factor-scores.ts'
import { rollUp } from './roll-up.ts'
import { conditionAt, lengthAt, membershipAt, type Scoring } from './scoring.ts'
import type { ScoreSheet } from './sheet.ts'

/** Everything of the sheet but its flags, which are left empty. Throws where there is no such snapshot. */
export function scoreSnapshot(scoring: Scoring, at: number): ScoreSheet {
  const snapshot = scoring.history[at]
  if (!snapshot) throw new Error(`invalid snapshot: ${at} of ${scoring.history.length}`)
  const { models, bands } = scoring.configuration
  const length = lengthAt(scoring, at)
  const membership = membershipAt(scoring, at)
  const totals = { raw: new Float64Array(length).fill(NaN), coverage: new Float64Array(length) }
  const factors = models.map((_, m) => modelFactorsAt(scoring, m, at))
  const groups = models.map((model, m) =>
    rollUp(model, factors[m] ?? [], membership.rows[m] ?? new Uint32Array(0), totals),
  )
  const final = finalScores(scoring, at, totals.raw, membership.rows)
  return {
    day: snapshot.day,
    accounts: snapshot.accounts,
    included: membership.included,
    models: membership.models,
    ...totals,
    final,
    ...readScores(final, bands),
    factors: factors.flat(2),
    groups,
    flags: [],
  }
}

function finalScores(
  scoring: Scoring,
  at: number,
  raw: Float64Array,
  rows: readonly Uint32Array[],
): Float64Array {
  const final = raw.slice()
  const held = exceptionsAt(scoring, at)
  scoring.configuration.models.forEach(({ exceptions = [] }, m) =>
    applyExceptions(final, exceptions, held[m] ?? [], rows[m] ?? new Uint32Array(0)),
  )
  return final
}

/** [model][i][row] is 1 where the condition of the model's exception i is true. */
export const exceptionsAt = (scoring: Scoring, at: number): Uint8Array[][] =>
  scoring.configuration.models.map(({ exceptions = [] }) =>
    exceptions.map(({ when }) => conditionAt(scoring, when, at)),
  )
