import type { Scale } from '../../model/configuration.ts'
import { type BooleanColumn, type Column, type TextColumn } from '../../table/column.ts'
import { fold } from '../../table/fold.ts'
import { readPlainNumber } from '../../table/value/plain-number.ts'
import { lengthOf, wordsOf } from '../../table/texts.ts'

type Categories = Extract<Scale, { readonly type: 'categories' }>

/**
 * Scores values by name: texts without regard to case, booleans as true/false or yes/no, numbers by those keys that are numbers.
 * A value without a key gets `otherwise`, where null is missing (NaN). Missing values are missing, and so are dates.
 */
export function categoryScores(scale: Categories, input: Column): Float64Array {
  switch (input.type) {
    case 'text':
      return scoreWords(scale, input)
    case 'boolean':
      return scoreBooleans(scale, input)
    case 'number':
      return scoreNumbers(scale, input.values)
    case 'date':
      return new Float64Array(lengthOf(input)).fill(NaN)
  }
}

function scoreWords(scale: Categories, input: TextColumn): Float64Array {
  const byKey = new Map(Object.entries(scale.map).map(([key, score]) => [fold(key), score]))
  const byWord = Float64Array.from(wordsOf(input), (word) =>
    word === '' ? NaN : (byKey.get(fold(word)) ?? elsewhere(scale)),
  )
  return input.codes ? byCode(byWord, input.codes) : byWord
}

function scoreBooleans(scale: Categories, { values }: BooleanColumn): Float64Array {
  const byKey = new Map(Object.entries(scale.map).map(([key, score]) => [fold(key), score]))
  const ofTrue = byKey.get('true') ?? byKey.get('yes') ?? elsewhere(scale)
  const ofFalse = byKey.get('false') ?? byKey.get('no') ?? elsewhere(scale)
  // By code: FALSE, TRUE, MISSING_BOOLEAN.
  return byCode(Float64Array.of(ofFalse, ofTrue, NaN), values)
}

function byCode(scoreOf: Float64Array, codes: Uint8Array | Uint16Array | Uint32Array) {
  const scores = new Float64Array(codes.length)
  for (let row = 0; row < scores.length; row++)
    scores[row] = scoreOf[codes[row] as number] as number
  return scores
}

function scoreNumbers(scale: Categories, values: Float64Array): Float64Array {
  const byNumber = new Map<number, number>()
  for (const [key, score] of Object.entries(scale.map))
    byNumber.set(readPlainNumber(key.trim()), score)
  return values.map((value) =>
    Number.isNaN(value) ? NaN : (byNumber.get(value) ?? elsewhere(scale)),
  )
}

const elsewhere = (scale: Categories): number => scale.otherwise ?? NaN
