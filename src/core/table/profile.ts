import {
  FALSE,
  MISSING_BOOLEAN,
  MISSING_DAY,
  TRUE,
  type Column,
  type TextColumn,
} from './column.ts'
import { countDistinct, countDistinctWords } from './distinct.ts'
import { isEmptyWord, isMissingAt, lengthOf, textAt, wordIndex, wordsOf } from './texts.ts'

/** A small picture of a column's values. */
export type ColumnShape =
  | {
      readonly kind: 'histogram'
      readonly from: number
      readonly to: number
      readonly counts: readonly number[]
    }
  | {
      readonly kind: 'top'
      readonly values: readonly { readonly label: string; readonly count: number }[]
    }
  | { readonly kind: 'unique'; readonly examples: readonly string[] }
  | { readonly kind: 'empty' }

export interface ValueCounts {
  /** Cells that are not missing. */
  readonly present: number
  /** Different values among them. */
  readonly distinct: number
}

const BINS = 12
const TOP_VALUES = 5
const EXAMPLES = 3
/** Where values repeat less than this on average, the most frequent ones say nothing. */
const LEAST_REPEATS = 2

/** What the values of a column look like. No values: `empty`. */
export function describeColumn(column: Column): ColumnShape {
  const counts = countValues(column)
  if (counts.present === 0) return { kind: 'empty' }
  switch (column.type) {
    case 'text':
      return describeTexts(column, counts)
    case 'boolean':
      return describeBooleans(column.values)
    case 'number':
    case 'date':
      return histogram(column.values, MISSING_VALUES[column.type])
  }
}

/** Columns do not change, and whoever looks at one asks. */
const counted = new WeakMap<Column, ValueCounts>()

export function countValues(column: Column): ValueCounts {
  const known = counted.get(column)
  if (known) return known
  const counts = { present: presentCount(column), distinct: distinctCount(column) }
  counted.set(column, counts)
  return counts
}

function distinctCount(column: Column): number {
  if (column.type !== 'text') return countDistinct(column.values, MISSING_VALUES[column.type])
  return column.codes ? wordCounts(column).size : countDistinctWords(column.words)
}

/** Cells that are not missing. */
function presentCount(column: Column): number {
  if (column.type === 'text') return presentTexts(column)
  const { values } = column
  const missing = MISSING_VALUES[column.type]
  let count = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value === value && value !== missing) count++
  }
  return count
}

const MISSING_VALUES = { number: NaN, date: MISSING_DAY, boolean: MISSING_BOOLEAN } as const

function presentTexts({ words, codes }: TextColumn): number {
  const length = codes ? codes.length : words.offsets.length - 1
  let count = 0
  for (let row = 0; row < length; row++)
    if (!isEmptyWord(words, codes ? (codes[row] as number) : row)) count++
  return count
}

function describeBooleans(values: Uint8Array): ColumnShape {
  const counted = [TRUE, FALSE].map((wanted) => ({
    label: wanted === TRUE ? 'true' : 'false',
    count: values.reduce((sum, value) => sum + (value === wanted ? 1 : 0), 0),
  }))
  return { kind: 'top', values: mostFrequent(counted) }
}

function describeTexts(column: TextColumn, { present, distinct }: ValueCounts): ColumnShape {
  if (present < distinct * LEAST_REPEATS)
    return { kind: 'unique', examples: firstWords(column, EXAMPLES) }
  const counts = Array.from(wordCounts(column), ([label, count]) => ({ label, count }))
  return { kind: 'top', values: mostFrequent(counts) }
}

/** The first so many different ones, in the order of the rows. */
function firstWords(column: TextColumn, most: number): string[] {
  const words = new Set<string>()
  const length = lengthOf(column)
  for (let row = 0; row < length && words.size < most; row++)
    if (!isMissingAt(column, row)) words.add(textAt(column, row))
  return [...words]
}

interface CountedValue {
  readonly label: string
  readonly count: number
}

const mostFrequent = (values: readonly CountedValue[]): CountedValue[] =>
  values
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, TOP_VALUES)

/** By word, in order of first appearance in the dictionary; the empty word is left out. */
function wordCounts(column: TextColumn): Map<string, number> {
  const words = wordsOf(column)
  const byCode = new Uint32Array(words.length)
  const length = lengthOf(column)
  for (let row = 0; row < length; row++) {
    const code = wordIndex(column, row)
    byCode[code] = (byCode[code] as number) + 1
  }
  const counts = new Map<string, number>()
  for (let code = 0; code < words.length; code++) {
    const word = words[code] as string
    const count = byCode[code] as number
    if (word !== '' && count > 0) counts.set(word, (counts.get(word) ?? 0) + count)
  }
  return counts
}

type Values = Float64Array | Int32Array | Uint8Array

function histogram(values: Values, missing: number): ColumnShape {
  let from = Infinity
  let to = -Infinity
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value === missing) continue
    if (value < from) from = value
    if (value > to) to = value
  }
  const counts = new Array<number>(BINS).fill(0)
  const perUnit = to > from ? BINS / (to - from) : 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (Number.isNaN(value) || value === missing) continue
    const bin = Math.min(BINS - 1, Math.floor((value - from) * perUnit))
    counts[bin] = (counts[bin] as number) + 1
  }
  return { kind: 'histogram', from, to, counts }
}
