import {
  MISSING_BOOLEAN,
  MISSING_DAY,
  type Column,
  type PackedText,
  type TextColumn,
} from './column.ts'
import { countDistinctWords } from './distinct.ts'
import { summarise, type NumberSummary } from './number-summary.ts'
import { isEmptyWord, isMissingAt, lengthOf, textAt, wordsOf } from './texts.ts'

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

const TOP_VALUES = 5
const EXAMPLES = 3
/** Where values repeat less than this on average, the most frequent ones say nothing. */
const LEAST_REPEATS = 2

/** What the values of a column look like. No values: `empty`. */
export function describeColumn(column: Column): ColumnShape {
  const counts = countValues(column)
  if (counts.present === 0) return { kind: 'empty' }
  if (column.type === 'text') return describeTexts(column, counts)
  if (column.type === 'boolean') return describeBooleans(column.values)
  const { least, greatest, bins } = summaryOf(column)
  return { kind: 'histogram', from: least, to: greatest, counts: bins }
}

/** Columns do not change, and whoever looks at one asks. */
const counted = new WeakMap<Column, ValueCounts>()

export function countValues(column: Column): ValueCounts {
  const known = counted.get(column)
  if (known) return known
  const counts = column.type === 'text' ? countTexts(column) : pickCounts(summaryOf(column))
  counted.set(column, counts)
  return counts
}

/** The cells of a column that are not missing, where what they are is not asked: a small part of counting which differ. */
export function countPresent(column: Column): number {
  const known = presence.get(column) ?? counted.get(column)?.present
  if (known !== undefined) return known
  if (column.type !== 'text') return presentValues(column.values, MISSING_VALUES[column.type])
  return column.codes === null
    ? presentWords(column.words)
    : presentCodes(column.words, column.codes)
}

const presence = new WeakMap<Column, number>()

/** By whoever counted the cells while the column was made. */
export const notePresent = (column: Column, present: number): void =>
  void presence.set(column, present)

const pickCounts = ({ present, distinct }: NumberSummary): ValueCounts => ({ present, distinct })

type ValueColumn = Exclude<Column, TextColumn>

const summaries = new WeakMap<ValueColumn, NumberSummary>()

function summaryOf(column: ValueColumn): NumberSummary {
  const known = summaries.get(column)
  if (known) return known
  const summary = summarise(column.values, MISSING_VALUES[column.type])
  summaries.set(column, summary)
  return summary
}

const MISSING_VALUES = { number: NaN, date: MISSING_DAY, boolean: MISSING_BOOLEAN } as const

function countTexts(column: TextColumn): ValueCounts {
  const { words } = column
  if (column.codes === null)
    return { present: presentWords(words), distinct: countDistinctWords(words) }
  const counts = wordCounts(column)
  let present = 0
  for (const count of counts.values()) present += count
  return { present, distinct: counts.size }
}

function presentWords(words: PackedText): number {
  let count = 0
  for (let word = 0; word < words.offsets.length - 1; word++) if (!isEmptyWord(words, word)) count++
  return count
}

function presentCodes(words: PackedText, codes: NonNullable<TextColumn['codes']>): number {
  const length = words.offsets.length - 1
  const byCode = countCodes(codes, length)
  let count = 0
  for (let code = 0; code < length; code++)
    if (!isEmptyWord(words, code)) count += byCode[code] as number
  return count
}

function presentValues(values: ValueColumn['values'], missing: number): number {
  let count = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value === value && value !== missing) count++
  }
  return count
}

function describeBooleans(values: Uint8Array): ColumnShape {
  const counts = [0, 0, 0]
  for (let row = 0; row < values.length; row++) counts[values[row] as number]!++
  const [no, yes] = counts as [number, number, number]
  const labelled = [
    { label: 'true', count: yes },
    { label: 'false', count: no },
  ]
  return { kind: 'top', values: mostFrequent(labelled) }
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
  const byCode = countCodes(column.codes, words.length)
  const counts = new Map<string, number>()
  for (let code = 0; code < words.length; code++) {
    const word = words[code] as string
    const count = byCode[code] as number
    if (word !== '' && count > 0) counts.set(word, (counts.get(word) ?? 0) + count)
  }
  return counts
}

function countCodes(codes: TextColumn['codes'], words: number): Uint32Array {
  const counts = new Uint32Array(words)
  if (codes === null) return counts.fill(1)
  for (let row = 0; row < codes.length; row++) counts[codes[row] as number]!++
  return counts
}
