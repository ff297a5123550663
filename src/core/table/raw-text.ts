import { toDay } from '../brand.ts'
import { TRUE, type Column, type PackedText, type TextColumn } from './column.ts'
import { unpackText } from './packed-text.ts'
import { writeDay, writeNumber, type Spelling } from './value/spelling.ts'
import { TextBuilder } from './text-builder.ts'
import { isMissingAt, lengthOf, textAt } from './texts.ts'

/**
 * What gives the original cells of a typed column back, trimmed but otherwise to the byte. `same`: they follow from the values.
 * `except`: but for some rows, ascending. `texts`: they had better be kept whole.
 */
export type RawText =
  | { readonly kind: 'same'; readonly spelling: Spelling }
  | {
      readonly kind: 'except'
      readonly spelling: Spelling
      readonly rows: Uint32Array
      readonly words: PackedText
    }
  | { readonly kind: 'texts'; readonly texts: TextColumn }

/** What a value's cell looks like as a rule; missing is ''. */
export function spelledAt(column: Column, row: number, spelling: Spelling): string {
  if (column.type === 'text') return textAt(column, row)
  if (isMissingAt(column, row)) return ''
  const value = column.values[row] as number
  switch (spelling.type) {
    case 'number':
      return writeNumber(value, spelling)
    case 'date':
      return writeDay(toDay(value), spelling)
    case 'boolean':
      return value === TRUE ? spelling.yes : spelling.no
    case 'text':
      return textAt(column, row)
  }
}

/** The original cell of one row. */
export function rawTextAt(column: Column, raw: RawText, row: number): string {
  if (raw.kind === 'texts') return textAt(raw.texts, row)
  if (raw.kind === 'except') {
    const found = placeOf(raw.rows, row)
    if (found >= 0) return textAt({ type: 'text', words: raw.words, codes: null }, found)
  }
  return spelledAt(column, row, raw.spelling)
}

/** The original cells of a column, so that it can be typed again without its file. */
export function toRawTextColumn(column: Column, raw: RawText): TextColumn {
  if (raw.kind === 'texts') return raw.texts
  if (raw.kind === 'same' && column.type === 'text') return column
  const builder = new TextBuilder()
  const words = raw.kind === 'except' ? unpackText(raw.words) : []
  const rows = raw.kind === 'except' ? raw.rows : new Uint32Array(0)
  const length = lengthOf(column)
  for (let row = 0, next = 0; row < length; row++)
    builder.add(
      rows[next] === row ? (words[next++] as string) : spelledAt(column, row, raw.spelling),
    )
  return builder.finish()
}

function placeOf(rows: Uint32Array, row: number): number {
  let low = 0
  let high = rows.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = rows[middle] as number
    if (there === row) return middle
    if (there < row) low = middle + 1
    else high = middle - 1
  }
  return -1
}
