import { assertNever } from '../problem.ts'
import type { Scale } from '../model/configuration.ts'
import type { Column } from '../table/column.ts'
import { lengthOf } from '../table/texts.ts'
import { categoriesScale, type RowScore } from './category-scale.ts'
import { partsOf, type Cohort } from './cohort.ts'
import {
  decayScale,
  linearScale,
  quantilesScale,
  stepsScale,
  targetScale,
  type NumberScale,
} from './number-scales.ts'
import { scoreByRank, scoreByReference } from './percentile.ts'

type Percentile = Extract<Scale, { readonly type: 'percentile' }>

/**
 * The scores 0..100 of the cohort's rows; NaN for other rows and where the input is missing or not of a type the scale reads.
 * `categories` reads texts, booleans and numbers, every other scale numbers.
 */
export function scoreOnScale(scale: Scale, input: Column, cohort: Cohort): Float64Array {
  const scores = new Float64Array(lengthOf(input)).fill(NaN)
  if (scale.type === 'categories')
    return fillRows(scores, cohort.rows, categoriesScale(scale, input))
  if (input.type !== 'number') return scores
  if (scale.type === 'percentile') return fillRanks(scores, scale, input.values, cohort)
  return fillNumbers(
    scores,
    numberScale(scale, input.values, cohort.rows),
    input.values,
    cohort.rows,
  )
}

function numberScale(
  scale: Exclude<Scale, { readonly type: 'categories' | 'percentile' }>,
  values: Float64Array,
  rows: Uint32Array,
): NumberScale {
  switch (scale.type) {
    case 'linear':
      return linearScale(scale)
    case 'target':
      return targetScale(scale)
    case 'steps':
      return stepsScale(scale)
    case 'decay':
      return decayScale(scale)
    case 'quantiles':
      return quantilesScale(scale, values, rows)
    default:
      return assertNever(scale)
  }
}

// Over rows: index loops on typed arrays, no objects per row.

function fillRows(scores: Float64Array, rows: Uint32Array, scoreOf: RowScore): Float64Array {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    scores[row] = scoreOf(row)
  }
  return scores
}

function fillNumbers(
  scores: Float64Array,
  scoreOf: NumberScale,
  values: Float64Array,
  rows: Uint32Array,
): Float64Array {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const value = values[row] as number
    if (!Number.isNaN(value)) scores[row] = scoreOf(value)
  }
  return scores
}

function fillRanks(
  scores: Float64Array,
  scale: Percentile,
  values: Float64Array,
  cohort: Cohort,
): Float64Array {
  const { reference } = scale
  for (const rows of partsOf(reference ? { ...cohort, within: null } : cohort, values)) {
    const part = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) part[i] = values[rows[i] as number] as number
    const ranked = reference ? scoreByReference(part, reference, scale) : scoreByRank(part, scale)
    for (let i = 0; i < rows.length; i++) scores[rows[i] as number] = ranked[i] as number
  }
  return scores
}
