import type { Group, Rollup, ScoringModel } from '../model/configuration.ts'
import { ORIGINS, type FactorScores } from './sheet.ts'

/** What the roll-up writes, each as long as the snapshot; only the model's own rows are touched. */
export interface Totals {
  readonly raw: Float64Array
  readonly coverage: Float64Array
}

/** The factors of one model, by group. */
export type ModelFactors = readonly (readonly FactorScores[])[]

interface Mean {
  readonly sums: Float64Array
  readonly weights: Float64Array
}

const DATA = ORIGINS.indexOf('data')
const CARRIED = ORIGINS.indexOf('carried')

/**
 * Rolls factors up to groups and to the raw score, for the rows of one model, and gives the group scores. A mean is weighted over
 * what is present; where all that is present weighs 0 it is missing (NaN). Below the model's coverage there is no raw score.
 */
export function rollUp(
  model: ScoringModel,
  factors: ModelFactors,
  rows: Uint32Array,
  totals: Totals,
): Float64Array[] {
  const length = totals.raw.length
  const mean = { sums: new Float64Array(length), weights: new Float64Array(length) }
  const groups = model.groups.map((group, g) => rollUpGroup(group, factors[g] ?? [], rows, mean))
  clear(mean)
  groups.forEach((scores, g) => add(mean, (model.groups[g] as Group).weight, scores, rows))
  divide(mean, rows, totals.raw)
  addCoverage(model, factors, rows, totals.coverage)
  dropBelow(model.minCoverage ?? 0, rows, totals)
  return groups
}

function rollUpGroup(
  { rollup = 'mean', factors: weighed }: Group,
  factors: readonly FactorScores[],
  rows: Uint32Array,
  mean: Mean,
): Float64Array {
  const scores = new Float64Array(mean.sums.length).fill(NaN)
  if (rollup === 'mean') clear(mean)
  factors.forEach((factor, f) => {
    const weight = weighed[f]?.weight ?? 0
    if (weight === 0) return
    if (rollup === 'mean') add(mean, weight, factor.scores, rows)
    else take(rollup, factor.scores, rows, scores)
  })
  return rollup === 'mean' ? divide(mean, rows, scores) : scores
}

// Over rows: index loops on typed arrays, no objects per row.

function clear({ sums, weights }: Mean): void {
  sums.fill(0)
  weights.fill(0)
}

function add({ sums, weights }: Mean, weight: number, scores: Float64Array, rows: Uint32Array) {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const score = scores[row] as number
    if (Number.isNaN(score)) continue
    sums[row]! += weight * score
    weights[row]! += weight
  }
}

function divide({ sums, weights }: Mean, rows: Uint32Array, into: Float64Array): Float64Array {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const weight = weights[row] as number
    // A mean of scores is a score: the last bit of a division is not let above 100.
    if (weight > 0) into[row] = Math.min(100, (sums[row] as number) / weight)
  }
  return into
}

function take(
  rollup: Exclude<Rollup, 'mean'>,
  scores: Float64Array,
  rows: Uint32Array,
  into: Float64Array,
): void {
  const sign = rollup === 'lowest' ? 1 : -1
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const score = scores[row] as number
    const best = into[row] as number
    if (Number.isNaN(best) || sign * score < sign * best) into[row] = score
  }
}

/** The share of the weight for which there was data: filled scores are none, carried inputs are. */
function addCoverage(
  model: ScoringModel,
  factors: ModelFactors,
  rows: Uint32Array,
  coverage: Float64Array,
): void {
  const groupWeights = sum(model.groups)
  model.groups.forEach((group, g) => {
    const factorWeights = sum(group.factors)
    group.factors.forEach(({ weight }, f) => {
      const share = (group.weight / groupWeights) * (weight / factorWeights)
      const origins = factors[g]?.[f]?.origins
      if (!origins || !(share > 0)) return
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number
        const origin = origins[row]
        if (origin === DATA || origin === CARRIED) coverage[row]! += share
      }
    })
  })
}

/** Rounds the coverage to 9 decimals, and takes the raw score of accounts that have too little of it. */
function dropBelow(least: number, rows: Uint32Array, { raw, coverage }: Totals): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const rounded = Math.round((coverage[row] as number) * 1e9) / 1e9
    coverage[row] = rounded
    if (rounded === 0 || rounded < least) raw[row] = NaN
  }
}

const sum = (weighed: readonly { readonly weight: number }[]): number =>
  weighed.reduce((total, { weight }) => total + weight, 0)
