import { type ColumnType, FALSE, MISSING_BOOLEAN, MISSING_DAY, TRUE } from '../table/column.ts'
import {
  type BooleanVector,
  MISSING,
  type Mask,
  type TextVector,
  type TypedVector,
  type Vector,
  type Words,
  lengthOf,
  maskOf,
  ofType,
} from './vector.ts'

/** `then` where the condition is true, `otherwise` where it is false or missing. Values of two types: missing for all. */
export function choose(condition: Vector, then: Vector, otherwise: Vector, rows: number): Vector {
  const type = commonType(then, otherwise)
  if (type === null) return MISSING
  const test = ofType('boolean', condition)
  const [a, b] = [ofType(type, then), ofType(type, otherwise)]
  if (a.type === 'text' && b.type === 'text') return chooseText(test, a, b, rows)
  const mask = maskOf(test, a, b)
  const out = { ...a, mask, values: emptyLike(a, lengthOf(mask, rows)) } as TypedVector
  pick(test, a, b, out.values)
  return out
}

/** The first value that is there. */
export function coalesce(all: readonly Vector[], rows: number): Vector {
  return all.reduce((first, next) => choose(isPresent(first), first, next, rows))
}

export function isMissing(operand: Vector): BooleanVector {
  return presence(operand, FALSE, TRUE)
}

function isPresent(operand: Vector): BooleanVector {
  return presence(operand, TRUE, FALSE)
}

/** A text vector whose codes point into the words of both. */
function chooseText(test: BooleanVector, a: TextVector, b: TextVector, rows: number): TextVector {
  const words = [...a.words, ...b.words]
  const shifted = {
    values: Uint32Array.from(b.values, (code) => code + a.words.length),
    mask: b.mask,
  }
  const mask = maskOf(test, a, b)
  const values = emptyCodes(words, lengthOf(mask, rows))
  pick(test, a, shifted, values)
  return { type: 'text', words, values, mask }
}

export function emptyCodes(words: Words, length: number): TextVector['values'] {
  if (words.length <= 0x100) return new Uint8Array(length)
  return words.length <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length)
}

interface Values {
  readonly values: TypedVector['values']
  readonly mask: Mask
}

function pick(test: BooleanVector, a: Values, b: Values, out: TypedVector['values']): void {
  for (let i = 0; i < out.length; i++)
    out[i] = (
      test.values[i & test.mask] === TRUE ? a.values[i & a.mask] : b.values[i & b.mask]
    ) as number
}

function emptyLike(vector: TypedVector, length: number): TypedVector['values'] {
  switch (vector.type) {
    case 'number':
      return new Float64Array(length)
    case 'date':
      return new Int32Array(length)
    case 'boolean':
      return new Uint8Array(length)
    case 'text':
      return emptyCodes(vector.words, length)
  }
}

/** Null where both have a type and it is not the same, or neither has one. */
function commonType(a: Vector, b: Vector): ColumnType | null {
  if (a.type === 'missing') return b.type === 'missing' ? null : b.type
  return b.type === 'missing' || a.type === b.type ? a.type : null
}

function presence(operand: Vector, present: number, missing: number): BooleanVector {
  if (operand.type === 'missing')
    return { type: 'boolean', values: Uint8Array.of(missing), mask: 0 }
  const isMissing = missingTest(operand)
  const values = new Uint8Array(operand.values.length)
  for (let i = 0; i < values.length; i++)
    values[i] = isMissing(operand.values[i] as number) ? missing : present
  return { type: 'boolean', values, mask: operand.mask }
}

function missingTest(vector: TypedVector): (value: number) => boolean {
  switch (vector.type) {
    case 'number':
      return Number.isNaN
    case 'date':
      return (day) => day === MISSING_DAY
    case 'boolean':
      return (value) => value === MISSING_BOOLEAN
    case 'text':
      return (code) => vector.words[code] === null
  }
}
