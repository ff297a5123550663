import type { Scale } from '../../model/configuration.ts'
import { assertNever } from '../../problem.ts'
import type { Column } from '../../table/column.ts'
import { sortedPresent } from '../../table/quantiles.ts'
import { lengthOf } from '../../table/texts.ts'
import { categoryScores } from './category-scale.ts'
import { partsOf, type Cohort } from './cohort.ts'
import {
  decayScores,
  linearScores,
  quantilesScores,
  stepsScores,
  targetScores,
} from './number-scales.ts'
import { scoreByRank, scoreByReference } from './percentile.ts'
import { atRows, toRows } from '../rows.ts'

/**
 * The scores 0..100 of the cohort's rows; NaN for other rows and where the input is missing or not of a type the scale reads.
 * `categories` reads texts, booleans and numbers, every other scale numbers.
 */
export function scoreOnScale(scale: Scale, input: Column, cohort: Cohort): Float64Array {
  const length = lengthOf(input)
  const { rows } = cohort
  if (scale.type === 'categories')
    return toRows(atRows(categoryScores(scale, input), rows), rows, length)
  if (input.type !== 'number') return new Float64Array(length).fill(NaN)
  if (scale.type === 'percentile' && !scale.reference) return rank(scale, input.values, cohort)
  return toRows(scoreNumbers(scale, atRows(input.values, rows)), rows, length)
}

/** Of the whole cohort. */
function scoreNumbers(
  scale: Exclude<Scale, { readonly type: 'categories' }>,
  numbers: Float64Array,
): Float64Array {
  switch (scale.type) {
    case 'linear':
      return linearScores(scale, numbers)
    case 'target':
      return targetScores(scale, numbers)
    case 'steps':
      return stepsScores(scale, numbers)
    case 'decay':
      return decayScores(scale, numbers)
    case 'quantiles':
      return quantilesScores(scale, sortedPresent(numbers), numbers)
    case 'percentile':
      return scoreByReference(numbers, scale.reference ?? [], scale)
    default:
      return assertNever(scale)
  }
}

type Percentile = Extract<Scale, { readonly type: 'percentile' }>

function rank(scale: Percentile, values: Float64Array, cohort: Cohort): Float64Array {
  const scores = new Float64Array(values.length).fill(NaN)
  for (const rows of partsOf(cohort, values)) {
    const ranked = scoreByRank(atRows(values, rows), scale)
    if (rows.length === scores.length) return ranked
    for (let i = 0; i < rows.length; i++) scores[rows[i] as number] = ranked[i] as number
  }
  return scores
}
