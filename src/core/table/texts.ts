import {
  MISSING_BOOLEAN,
  MISSING_DAY,
  type Column,
  type ColumnType,
  type PackedText,
  type TextColumn,
} from './column.ts'
import { toIsoDay } from './day.ts'
import { toDay } from '../brand.ts'
import { packText, unpackText, wordAt } from './packed-text.ts'

const decoded = new WeakMap<PackedText, readonly string[]>()

/** The words of a text column in their order, decoded once. A word is not a row: see `textsOf`. */
export function wordsOf(column: TextColumn): readonly string[] {
  const known = decoded.get(column.words)
  if (known) return known
  const words = unpackText(column.words)
  decoded.set(column.words, words)
  return words
}

/** Rows as they are read by people and looked for: numbers and dates in their plain forms. Missing is ''. */
export function textsOf(column: Column): readonly string[] {
  if (column.type !== 'text')
    return Array.from({ length: lengthOf(column) }, (_, row) => textAt(column, row))
  const words = wordsOf(column)
  const { codes } = column
  return codes ? Array.from(codes, (code) => words[code] as string) : words
}

/** One row as text in its plain form; missing is ''. */
export function textAt(column: Column, row: number): string {
  if (isMissingAt(column, row)) return ''
  switch (column.type) {
    case 'number':
      return String(column.values[row])
    case 'date':
      return toIsoDay(toDay(column.values[row] as number))
    case 'boolean':
      return column.values[row] === 1 ? 'true' : 'false'
    case 'text':
      return wordAt(column.words, wordIndex(column, row))
  }
}

export function isMissingAt(column: Column, row: number): boolean {
  switch (column.type) {
    case 'number':
      return Number.isNaN(column.values[row])
    case 'date':
      return column.values[row] === MISSING_DAY
    case 'boolean':
      return column.values[row] === MISSING_BOOLEAN
    case 'text':
      return isEmptyWord(column.words, wordIndex(column, row))
  }
}

export const isEmptyWord = ({ offsets }: PackedText, word: number): boolean =>
  offsets[word] === offsets[word + 1]

/** The place of a row's word. */
export const wordIndex = ({ codes }: TextColumn, row: number): number =>
  codes ? (codes[row] as number) : row

/** The number of rows. */
export function lengthOf(column: Column): number {
  if (column.type !== 'text') return column.values.length
  return column.codes ? column.codes.length : column.words.offsets.length - 1
}

/** A column of `length` rows that are all missing. */
export function allMissing(type: ColumnType, length: number): Column {
  switch (type) {
    case 'number':
      return { type, values: new Float64Array(length).fill(NaN) }
    case 'date':
      return { type, values: new Int32Array(length).fill(MISSING_DAY) }
    case 'boolean':
      return { type, values: new Uint8Array(length).fill(MISSING_BOOLEAN) }
    case 'text':
      return { type, words: packText(['']), codes: new Uint8Array(length) }
  }
}

/** What a column takes in memory and on disk, uncompressed. */
export const byteSizeOf = (column: Column): number =>
  buffersOf(column).reduce((sum, buffer) => sum + buffer.byteLength, 0)

/** The buffers that can be handed to another thread instead of copied: after that the column is gone here. */
export function buffersOf(column: Column): ArrayBufferLike[] {
  if (column.type !== 'text') return [column.values.buffer]
  const { words, codes } = column
  const buffers = [words.bytes.buffer, words.offsets.buffer]
  return codes ? [...buffers, codes.buffer] : buffers
}
