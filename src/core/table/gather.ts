import {
  MISSING_BOOLEAN,
  MISSING_DAY,
  type Column,
  type PackedText,
  type TextColumn,
} from './column.ts'
import { isEmptyWord } from './texts.ts'

/** The rows of a column at `rows`, in that order; -1 gives missing. Words are shared with the column where it is dictionary-coded. */
export function gather(column: Column, rows: Int32Array): Column {
  switch (column.type) {
    case 'number':
      return {
        type: 'number',
        values: pick(new Float64Array(rows.length), column.values, rows, NaN),
      }
    case 'date':
      return {
        type: 'date',
        values: pick(new Int32Array(rows.length), column.values, rows, MISSING_DAY),
      }
    case 'boolean':
      return {
        type: 'boolean',
        values: pick(new Uint8Array(rows.length), column.values, rows, MISSING_BOOLEAN),
      }
    case 'text':
      return column.codes
        ? gatherCodes(column.words, column.codes, rows)
        : gatherWords(column.words, rows)
  }
}

type Values = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array

function pick<T extends Values>(into: T, from: Values, rows: Int32Array, missing: number): T {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    into[i] = row < 0 ? missing : (from[row] as number)
  }
  return into
}

function gatherCodes(
  words: PackedText,
  codes: NonNullable<TextColumn['codes']>,
  rows: Int32Array,
): TextColumn {
  const count = words.offsets.length - 1
  const empty = rows.includes(-1) ? emptyWordOf(words) : 0
  const all = empty === count ? withEmptyWord(words) : words
  return {
    type: 'text',
    words: all,
    codes: pick(newCodes(rows.length, all.offsets.length - 1), codes, rows, empty),
  }
}

/** Codes as narrow as that many words allow. */
export function newCodes(rows: number, words: number): Uint8Array | Uint16Array | Uint32Array {
  if (words <= 0x100) return new Uint8Array(rows)
  return words <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows)
}

function emptyWordOf(words: PackedText): number {
  const count = words.offsets.length - 1
  for (let word = 0; word < count; word++) if (isEmptyWord(words, word)) return word
  return count
}

function withEmptyWord({ bytes, offsets }: PackedText): PackedText {
  const more = new Uint32Array(offsets.length + 1)
  more.set(offsets)
  more[offsets.length] = bytes.length
  return { bytes, offsets: more }
}

function gatherWords({ bytes, offsets }: PackedText, rows: Int32Array): TextColumn {
  const ends = new Uint32Array(rows.length + 1)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const length = row < 0 ? 0 : (offsets[row + 1] as number) - (offsets[row] as number)
    ends[i + 1] = (ends[i] as number) + length
  }
  const copied = new Uint8Array(ends[rows.length] as number)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    if (row >= 0) copied.set(bytes.subarray(offsets[row], offsets[row + 1]), ends[i] as number)
  }
  return { type: 'text', words: { bytes: copied, offsets: ends }, codes: null }
}
