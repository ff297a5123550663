import { readScores } from './bands.ts'
import { applyExceptions } from './exceptions.ts'
import { modelFactorsAt, modelGroupsAt } from './factor-scores.ts'
import { rollUp, type Totals } from './roll-up.ts'
import { conditionAt, lengthAt, membershipAt, type Scoring } from './scoring.ts'
import type { ScoreSheet } from './sheet.ts'

/** Everything of the sheet but its flags, which are left empty. Throws where there is no such snapshot. */
export function scoreSnapshot(scoring: Scoring, at: number): ScoreSheet {
  const snapshot = scoring.history[at]
  if (!snapshot) throw new Error(`invalid snapshot: ${at} of ${scoring.history.length}`)
  const { models, bands } = scoring.configuration
  const length = lengthAt(scoring, at)
  const membership = membershipAt(scoring, at)
  const factors = models.map((_, m) => modelFactorsAt(scoring, m, at))
  const groups = models.map((_, m) => modelGroupsAt(scoring, m, at, factors[m] ?? []))
  const totals = models.map((model, m) =>
    rollUp(model, groups[m] ?? [], membership.rows[m] ?? NOBODY),
  )
  const raw = joined(totals, 'raw', membership.rows, length)
  const coverage = joined(totals, 'coverage', membership.rows, length)
  const final = finalScores(scoring, at, raw, membership.rows)
  return {
    day: snapshot.day,
    accounts: snapshot.accounts,
    included: membership.included,
    models: membership.models,
    raw,
    final,
    coverage,
    ...readScores(final, bands),
    factors: factors.flat(2),
    groups: groups.map((rolled) => rolled.map(({ scores }) => scores)),
    flags: [],
  }
}

const NOBODY = new Uint32Array(0)

const OF_NOBODY = { raw: NaN, coverage: 0 } as const satisfies Record<keyof Totals, number>

/** What the models have for their rows, put into one vector of all rows; that of a model that has them all is the vector. */
function joined(
  totals: readonly Totals[],
  part: keyof Totals,
  rows: readonly Uint32Array[],
  length: number,
): Float64Array {
  const whole = totals.find((one) => one[part].length === length)
  if (whole) return whole[part]
  const all = new Float64Array(length).fill(OF_NOBODY[part])
  totals.forEach((one, m) =>
    rows[m]?.forEach((row, i) => {
      all[row] = one[part][i] as number
    }),
  )
  return all
}

function finalScores(
  scoring: Scoring,
  at: number,
  raw: Float64Array,
  rows: readonly Uint32Array[],
): Float64Array {
  const { models } = scoring.configuration
  if (models.every(({ exceptions = [] }) => exceptions.length === 0)) return raw
  const final = raw.slice()
  const held = exceptionsAt(scoring, at)
  models.forEach(({ exceptions = [] }, m) =>
    applyExceptions(final, exceptions, held[m] ?? [], rows[m] ?? NOBODY),
  )
  return final
}

/** [model][i][row] is 1 where the condition of the model's exception i is true. */
export const exceptionsAt = (scoring: Scoring, at: number): Uint8Array[][] =>
  scoring.configuration.models.map(({ exceptions = [] }) =>
    exceptions.map(({ when }) => conditionAt(scoring, when, at)),
  )
