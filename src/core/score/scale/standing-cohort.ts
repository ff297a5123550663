import type { Scale } from '../../model/configuration.ts'
import { sortedPresent } from '../../table/quantiles.ts'
import { partNumbers, partsBy } from './cohort.ts'
import { quantilesAmong, type NumberScale } from './number-scales.ts'
import { referenceScale } from './percentile.ts'
import { rowsWhere } from '../rows.ts'
import type { Scorer } from '../scorer.ts'
import type { FactorScores } from '../sheet.ts'

/** A cohort as it stands, that other values can be held against: the account's own value stays where it is in it. */
export interface StandingCohort {
  /** The present inputs of the part that a row belongs to, ascending. */
  sortedAt(row: number): Float64Array
  /** Scores any value among them; one that none of them has stands between its neighbours. NaN where there are none. */
  scaleAt(row: number): NumberScale
}

type Ranked = Extract<Scale, { readonly type: 'percentile' | 'quantiles' }>

/** Whether a score depends on who else is in the snapshot. */
const isReranked = (scale: Scale): scale is Ranked =>
  scale.type === 'quantiles' || (scale.type === 'percentile' && scale.reference === undefined)

/** Sorting costs as much as scoring did, so it is done once for as long as the scores are held. */
const known = new WeakMap<Float64Array, StandingCohort>()

/** The cohort of one factor in the snapshot at `at`; null where its scores depend on no cohort. */
export function standingCohort(
  scorer: Scorer,
  at: number,
  factor: FactorScores,
): StandingCohort | null {
  const before = known.get(factor.scores)
  if (before) return before
  const made = makeCohort(scorer, at, factor)
  if (made) known.set(factor.scores, made)
  return made
}

function makeCohort(
  scorer: Scorer,
  at: number,
  { model, group, factor, input }: FactorScores,
): StandingCohort | null {
  const scale = scorer.configuration.models[model]?.groups[group]?.factors[factor]?.scale
  if (!scale || !isReranked(scale) || input.type !== 'number') return null
  const { values } = input
  const within = scale.type === 'percentile' ? scale.within : undefined
  const partOf = partNumbers(within ? scorer.evaluator.column(within, at) : null)
  // Of most factors nobody asks.
  const parts = once(() => {
    const rows = rowsWhere(scorer.sheet(at).models, model)
    const divided = within ? partsBy(partOf, rows, values) : [rows]
    const sorted = divided.map((part) => sortedPresent(values, part))
    return sorted.map((part) => ({ sorted: part, scale: scaleAmong(scale, part) }))
  })
  return {
    sortedAt: (row) => parts()[partOf(row)]?.sorted ?? new Float64Array(0),
    scaleAt: (row) => parts()[partOf(row)]?.scale ?? nobody,
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const nobody: NumberScale = () => NaN

const scaleAmong = (scale: Ranked, sorted: Float64Array): NumberScale =>
  scale.type === 'quantiles' ? quantilesAmong(scale, sorted) : referenceScale(sorted, scale)
