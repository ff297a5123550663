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
    return textPairs(left, right, rows, (x, y) => holds(operator, byCodePoint(x, y)))
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

function holds(operator: ComparisonOperator, order: number): boolean {
  return ANSWERS[operator][order < 0 ? LESS : order > 0 ? GREATER : EQUAL] === TRUE
}

const [LESS, GREATER, EQUAL] = [1, 2, 3] as const

/** What an operator answers where an operand is missing (0), and where the left one is LESS, GREATER or EQUAL. */
const ANSWERS: Readonly<Record<ComparisonOperator, Uint8Array>> = {
  '==': answers(FALSE, FALSE, TRUE),
  '!=': answers(TRUE, TRUE, FALSE),
  '<': answers(TRUE, FALSE, FALSE),
  '<=': answers(TRUE, FALSE, TRUE),
  '>': answers(FALSE, TRUE, FALSE),
  '>=': answers(FALSE, TRUE, TRUE),
}

function answers(less: number, greater: number, equal: number): Uint8Array {
  return Uint8Array.of(MISSING_BOOLEAN, less, greater, equal)
}

function compareNumbers(
  operator: ComparisonOperator,
  [a, b]: readonly [NumberVector, NumberVector],
  rows: number,
): BooleanVector {
  const table = ANSWERS[operator]
  const { values: xs, mask: xMask } = a
  const { values: ys, mask: yMask } = b
  const mask = maskOf(a, b)
  const out = new Uint8Array(lengthOf(mask, rows))
  // The hot loop: without a branch it is three times as fast.
  for (let i = 0; i < out.length; i++) {
    const x = xs[i & xMask] as number
    const y = ys[i & yMask] as number
    out[i] = table[Number(x <= y) + 2 * Number(x >= y)] as number
  }
  return { type: 'boolean', values: out, mask }
}
