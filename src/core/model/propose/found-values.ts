import { MISSING_BOOLEAN, MISSING_DAY, type Column, type TextColumn } from '../../table/column.ts'
import { wordsOf } from '../../table/texts.ts'

/** Rows as numbers: dates as days before `day`, booleans as 0 and 1; missing is NaN. Text has none. */
export function numbersOf(column: Column, day: number): Float64Array {
  switch (column.type) {
    case 'number':
      return column.values
    case 'date':
      return daysBefore(column.values, day)
    case 'boolean':
      return zerosAndOnes(column.values)
    case 'text':
      return new Float64Array(column.codes?.length ?? wordsOf(column).length).fill(NaN)
  }
}

// Over rows: index loops on typed arrays.

function daysBefore(values: Int32Array, day: number): Float64Array {
  const days = new Float64Array(values.length)
  for (let row = 0; row < days.length; row++) {
    const value = values[row] as number
    days[row] = value === MISSING_DAY ? NaN : day - value
  }
  return days
}

function zerosAndOnes(values: Uint8Array): Float64Array {
  const numbers = new Float64Array(values)
  for (let row = 0; row < numbers.length; row++)
    if (numbers[row] === MISSING_BOOLEAN) numbers[row] = NaN
  return numbers
}

/** Rows of a text column as the numbers its words stand for; NaN for other words and for missing. */
export function scoresOfWords(
  column: TextColumn,
  score: (word: string) => number | null,
): Float64Array {
  const scores = wordsOf(column).map((word) => (word === '' ? NaN : (score(word) ?? NaN)))
  return column.codes ? byRow(scores, column.codes) : Float64Array.from(scores)
}

function byRow(scores: readonly number[], codes: NonNullable<TextColumn['codes']>): Float64Array {
  const rows = new Float64Array(codes.length)
  for (let row = 0; row < rows.length; row++) rows[row] = scores[codes[row] as number] as number
  return rows
}

/** The values of a text column that occur in these rows, with their counts, most frequent first. */
export function wordCounts(column: TextColumn, rows: Uint32Array): ReadonlyMap<string, number> {
  const words = wordsOf(column)
  const counts = new Uint32Array(words.length)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const code = column.codes ? (column.codes[row] as number) : row
    counts[code] = (counts[code] as number) + 1
  }
  const found = words.flatMap((word, code) =>
    word !== '' && counts[code] ? [[word, counts[code]] as const] : [],
  )
  return new Map(found.sort((a, b) => b[1] - a[1]))
}

/** How many values these rows have, counted no further than `enough`. */
export function distinctIn(column: Column, rows: Uint32Array, enough: number): number {
  const seen = new Set<number>()
  const { codes, values } = codedOf(column)
  for (let i = 0; i < rows.length && seen.size < enough; i++) {
    const row = rows[i] as number
    const value = (codes ?? values)[row] as number
    if (!isMissingValue(column, value)) seen.add(value)
  }
  return seen.size
}

function codedOf(column: Column): { codes: ArrayLike<number> | null; values: ArrayLike<number> } {
  if (column.type !== 'text') return { codes: null, values: column.values }
  const { codes } = column
  return { codes, values: Array.from(wordsOf(column), (_, i) => i) }
}

function isMissingValue(column: Column, value: number): boolean {
  switch (column.type) {
    case 'number':
      return Number.isNaN(value)
    case 'date':
      return value === MISSING_DAY
    case 'boolean':
      return value === MISSING_BOOLEAN
    case 'text':
      return wordsOf(column)[value] === ''
  }
}
