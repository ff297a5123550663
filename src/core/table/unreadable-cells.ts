import type { Column } from './column.ts'
import { missingTest } from './value/missing-words.ts'
import type { RawText } from './raw-text.ts'
import { isMissingAt, lengthOf, textAt } from './texts.ts'

export interface UnreadableCell {
  readonly row: number
  readonly text: string
}

interface Written {
  readonly column: Column
  readonly raw: RawText
  /** As in the plan of the column. */
  readonly missing: readonly string[] | null
}

/** The cells of a typed column that are not of its type, in the order of the rows, at most so many: they have a text and no value. A text column has none. */
export function unreadableCells(
  { column, raw, missing }: Written,
  most: number,
): readonly UnreadableCell[] {
  if (column.type === 'text' || raw.kind === 'same') return []
  const isMissingWord = missingTest(missing)
  const { texts, rows } =
    raw.kind === 'texts'
      ? { texts: raw.texts, rows: null }
      : { texts: { type: 'text', words: raw.words, codes: null } as const, rows: raw.rows }
  const length = rows?.length ?? lengthOf(column)
  const found: UnreadableCell[] = []
  for (let place = 0; place < length && found.length < most; place++) {
    const row = rows ? (rows[place] as number) : place
    if (!isMissingAt(column, row)) continue
    const text = textAt(texts, place)
    if (!isMissingWord(text.trim())) found.push({ row, text })
  }
  return found
}
