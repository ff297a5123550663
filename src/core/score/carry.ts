import type { Column, TextColumn } from '../table/column.ts'
import { packText } from '../table/packed-text.ts'
import { allMissing, isMissingAt, lengthOf, wordIndex, wordsOf } from '../table/texts.ts'

/** A column of an earlier snapshot, with the row there of each account of this one, -1 where it is not in it. */
export interface EarlierColumn {
  readonly column: Column
  readonly positions: Int32Array
}

export interface Carried {
  readonly column: Column
  /** 1 where the value is an earlier snapshot's. */
  readonly carried: Uint8Array
}

/**
 * The column with its gaps filled from earlier ones, the newest of them first; they are asked for only while there are gaps. One of
 * another type is passed over, unless the column has no value at all.
 */
export function carryForward(now: Column, earlier: Iterable<EarlierColumn>): Carried {
  const length = lengthOf(now)
  const carried = new Uint8Array(length)
  let gaps = gapsOf(now)
  let column = now
  if (gaps.length === 0) return { column, carried }
  for (const source of earlier) {
    if (source.column.type !== column.type && gaps.length < length) continue
    const found = rowsFound(gaps, source)
    if (found.length === 0) continue
    column = filled(column, source, found)
    for (let i = 0; i < found.length; i++) carried[found[i] as number] = 1
    gaps = gaps.filter((row) => carried[row] === 0)
    if (gaps.length === 0) break
  }
  return { column, carried }
}

function gapsOf(column: Column): Uint32Array {
  const rows = new Uint32Array(lengthOf(column))
  let count = 0
  for (let row = 0; row < rows.length; row++) if (isMissingAt(column, row)) rows[count++] = row
  return rows.slice(0, count)
}

const rowsFound = (gaps: Uint32Array, { column, positions }: EarlierColumn): Uint32Array =>
  gaps.filter((row) => {
    const position = positions[row] as number
    return position >= 0 && !isMissingAt(column, position)
  })

function filled(now: Column, source: EarlierColumn, rows: Uint32Array): Column {
  const { column, positions } = source
  const base = now.type === column.type ? now : allMissing(column.type, positions.length)
  if (base.type === 'text')
    return column.type === 'text' ? filledText(base, column, positions, rows) : base
  if (column.type === 'text') return base
  const values = base.values.slice()
  copyInto(values, column.values, positions, rows)
  return { type: base.type, values } as Column
}

type Values = Float64Array | Int32Array | Uint8Array

function copyInto(values: Values, from: Values, positions: Int32Array, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    values[row] = from[positions[row] as number] as number
  }
}

/** The words of both, one behind the other, and codes into them. */
function filledText(
  now: TextColumn,
  from: TextColumn,
  positions: Int32Array,
  rows: Uint32Array,
): TextColumn {
  const first = now.words.offsets.length - 1
  const codes = Uint32Array.from(positions, (_, row) => wordIndex(now, row))
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    codes[row] = first + wordIndex(from, positions[row] as number)
  }
  return { type: 'text', words: packText([...wordsOf(now), ...wordsOf(from)]), codes }
}
