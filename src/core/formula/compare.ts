import { FALSE, MISSING_BOOLEAN, TRUE } from '../table/column.ts'
import { byCodePoint } from '../table/code-point-order.ts'
import { dayNumbers } from './arithmetic.ts'
import { textDays, textPairs } from './text.ts'
import type { ComparisonOperator } from './tree.ts'
import {
  type BooleanVector,
  MISSING,
  type NumberVector,
  type TypedVector,
  type Vector,
  lengthOf,
  maskOf,
  ofType,
} from './vector.ts'

/** Missing where an operand is, and for all where the types do not compare. A text against a date is read as one. */
export function compare(
  operator: ComparisonOperator,
  left: Vector,
  right: Vector,
  rows: number,
): BooleanVector {
  if (left.type === 'text' && right.type === 'text')
    return textPairs(left, right, rows, (x, y) => isSo(operator, byCodePoint(x, y), 0))
  const numbers = comparableNumbers(left, right)
  const isOrdered = left.type !== 'boolean' || operator === '==' || operator === '!='
  return numbers && isOrdered ? compareNumbers(operator, numbers, rows) : ofType('boolean', MISSING)
}

/** Both as numbers that compare as they do; null where their types do not compare. */
function comparableNumbers(
  left: Vector,
  right: Vector,
): readonly [NumberVector, NumberVector] | null {
  if (left.type === 'missing' || right.type === 'missing') return null
  const types = new Set([left.type, right.type])
  const mixed = types.size === 2 && types.has('text') && types.has('date')
  return types.size === 1 || mixed ? [toNumbers(left), toNumbers(right)] : null
}

export function toNumbers(vector: TypedVector): NumberVector {
  switch (vector.type) {
    case 'number':
      return vector
    case 'date':
      return dayNumbers(vector)
    case 'text':
      return textDays(vector)
    case 'boolean':
      return {
        type: 'number',
        values: Float64Array.from(vector.values, (value) =>
          value === MISSING_BOOLEAN ? NaN : value,
        ),
        mask: vector.mask,
      }
  }
}

function compareNumbers(
  operator: ComparisonOperator,
  [a, b]: readonly [NumberVector, NumberVector],
  rows: number,
): BooleanVector {
  const mask = maskOf(a, b)
  const out = new Uint8Array(lengthOf(mask, rows))
  for (let i = 0; i < out.length; i++) {
    const x = a.values[i & a.mask] as number
    const y = b.values[i & b.mask] as number
    const isMissing = x !== x || y !== y
    out[i] = isMissing ? MISSING_BOOLEAN : isSo(operator, x, y) ? TRUE : FALSE
  }
  return { type: 'boolean', values: out, mask }
}

function isSo(operator: ComparisonOperator, x: number, y: number): boolean {
  switch (operator) {
    case '==':
      return x === y
    case '!=':
      return x !== y
    case '<':
      return x < y
    case '<=':
      return x <= y
    case '>':
      return x > y
    case '>=':
      return x >= y
  }
}
