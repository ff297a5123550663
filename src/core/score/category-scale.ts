import type { Scale } from '../model/configuration.ts'
import { type BooleanColumn, type Column, type TextColumn } from '../table/column.ts'
import { fold } from '../table/fold.ts'
import { readPlainNumber } from '../table/plain-number.ts'
import { wordIndex, wordsOf } from '../table/texts.ts'

type Categories = Extract<Scale, { readonly type: 'categories' }>

/** The score of one row of a column; NaN is missing. */
export type RowScore = (row: number) => number

/**
 * Scores values by name: texts without regard to case, booleans as true/false or yes/no, numbers by those keys that are numbers.
 * A value without a key gets `otherwise`, where null is missing. Missing values are missing, and so are dates.
 */
export function categoriesScale(scale: Categories, input: Column): RowScore {
  switch (input.type) {
    case 'text':
      return scoreWords(scale, input)
    case 'boolean':
      return scoreBooleans(scale, input)
    case 'number':
      return scoreNumbers(scale, input.values)
    case 'date':
      return () => NaN
  }
}

function scoreWords(scale: Categories, input: TextColumn): RowScore {
  const byKey = new Map(Object.entries(scale.map).map(([key, score]) => [fold(key), score]))
  const byWord = Float64Array.from(wordsOf(input), (word) =>
    word === '' ? NaN : (byKey.get(fold(word)) ?? elsewhere(scale)),
  )
  return (row) => byWord[wordIndex(input, row)] as number
}

function scoreBooleans(scale: Categories, { values }: BooleanColumn): RowScore {
  const byKey = new Map(Object.entries(scale.map).map(([key, score]) => [fold(key), score]))
  const ofTrue = byKey.get('true') ?? byKey.get('yes') ?? elsewhere(scale)
  const ofFalse = byKey.get('false') ?? byKey.get('no') ?? elsewhere(scale)
  // By code: FALSE, TRUE, MISSING_BOOLEAN.
  const byCode = [ofFalse, ofTrue, NaN]
  return (row) => byCode[values[row] as number] as number
}

function scoreNumbers(scale: Categories, values: Float64Array): RowScore {
  const byNumber = new Map<number, number>()
  for (const [key, score] of Object.entries(scale.map))
    byNumber.set(readPlainNumber(key.trim()), score)
  return (row) => {
    const value = values[row] as number
    return Number.isNaN(value) ? NaN : (byNumber.get(value) ?? elsewhere(scale))
  }
}

const elsewhere = (scale: Categories): number => scale.otherwise ?? NaN
