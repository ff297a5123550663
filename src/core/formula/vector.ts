import {
  type Column,
  type ColumnType,
  FALSE,
  MISSING_BOOLEAN,
  MISSING_DAY,
  type PackedText,
  type TextColumn,
  TRUE,
} from '../table/column.ts'
import { packText } from '../table/packed-text.ts'
import { wordsOf } from '../table/texts.ts'

/** The value of row i is values[i & mask]: -1 gives one value for each row, 0 the same value for all. */
export type Mask = -1 | 0

export interface NumberVector {
  readonly type: 'number'
  readonly values: Float64Array
  readonly mask: Mask
}

export interface DateVector {
  readonly type: 'date'
  readonly values: Int32Array
  readonly mask: Mask
}

export interface BooleanVector {
  readonly type: 'boolean'
  readonly values: Uint8Array
  readonly mask: Mask
}

/** Null is missing, and at least one word is; an empty text is a text. */
export type Words = readonly (string | null)[]

/** The text of row i is words[values[i & mask]]: what depends on the text alone is worked out once for each word. */
export interface TextVector {
  readonly type: 'text'
  readonly words: Words
  readonly values: Uint8Array | Uint16Array | Uint32Array
  readonly mask: Mask
}

/** Missing for all, and of no type: a column that is not there, or operands that do not go together. */
export interface MissingVector {
  readonly type: 'missing'
  readonly mask: 0
}

/** What an expression comes to over the rows of one snapshot. A stored column is used as it is, nothing is copied. */
export type Vector = TypedVector | MissingVector
export type TypedVector = NumberVector | DateVector | BooleanVector | TextVector

export const MISSING: MissingVector = { type: 'missing', mask: 0 }

export function constant(value: number | string | boolean): TypedVector {
  if (typeof value === 'number') return { type: 'number', values: Float64Array.of(value), mask: 0 }
  if (typeof value === 'boolean')
    return { type: 'boolean', values: Uint8Array.of(value ? TRUE : FALSE), mask: 0 }
  return { type: 'text', words: [value, null], values: Uint8Array.of(0), mask: 0 }
}

const NOTHING = {
  number: { type: 'number', values: Float64Array.of(NaN), mask: 0 },
  date: { type: 'date', values: Int32Array.of(MISSING_DAY), mask: 0 },
  boolean: { type: 'boolean', values: Uint8Array.of(MISSING_BOOLEAN), mask: 0 },
  text: { type: 'text', words: [null], values: Uint8Array.of(0), mask: 0 },
} as const satisfies Record<ColumnType, TypedVector>

/** The vector itself where it is of that type, else all missing. */
export function ofType<Type extends ColumnType>(
  type: Type,
  vector: Vector,
): Extract<TypedVector, { type: Type }> {
  return (vector.type === type ? vector : NOTHING[type]) as Extract<TypedVector, { type: Type }>
}

/** One value for all where every operand is such, else one for each row. */
export const maskOf = (...operands: readonly Vector[]): Mask =>
  operands.every((operand) => operand.mask === 0) ? 0 : -1

export const lengthOf = (mask: Mask, rows: number): number => (mask === 0 ? 1 : rows)

export function fromColumn(column: Column): TypedVector {
  if (column.type !== 'text') return { ...column, mask: -1 }
  const { words, rows } = unpacked(column)
  return { type: 'text', words, values: column.codes ?? rows, mask: -1 }
}

/** The column of so many rows; an empty text becomes missing, and what has no type becomes numbers. */
export function toColumn(vector: Vector, rows: number): Column {
  const whole = toRows(ofType(vector.type === 'missing' ? 'number' : vector.type, vector), rows)
  switch (whole.type) {
    case 'number':
      return { type: whole.type, values: whole.values }
    case 'date':
      return { type: whole.type, values: whole.values }
    case 'boolean':
      return { type: whole.type, values: whole.values }
    case 'text':
      return {
        type: whole.type,
        words: packText(whole.words.map((word) => word ?? '')),
        codes: whole.values,
      }
  }
}

function toRows(vector: TypedVector, rows: number): TypedVector {
  if (vector.mask === -1) return vector
  switch (vector.type) {
    case 'number':
      return { ...vector, values: new Float64Array(rows).fill(vector.values[0] as number) }
    case 'date':
      return { ...vector, values: new Int32Array(rows).fill(vector.values[0] as number) }
    case 'boolean':
      return { ...vector, values: new Uint8Array(rows).fill(vector.values[0] as number) }
    case 'text':
      return { ...vector, values: new Uint8Array(rows).fill(vector.values[0] as number) }
  }
}

interface Unpacked {
  readonly words: Words
  /** Row i is word i: the codes of a column without any. */
  readonly rows: Uint32Array
}

/** Columns do not change, so this is made once for as long as their words are held. */
const known = new WeakMap<PackedText, Unpacked>()

function unpacked(column: TextColumn): Unpacked {
  const before = known.get(column.words)
  if (before) return before
  const texts = wordsOf(column)
  const words = [...texts.map((text) => (text === '' ? null : text)), null]
  const made = { words, rows: Uint32Array.from(texts, (_, row) => row) }
  known.set(column.words, made)
  return made
}
