import { MISSING_DAY } from '../table/column.ts'
import type { ArithmeticOperator } from './tree.ts'
import {
  type DateVector,
  MISSING,
  type NumberVector,
  type Vector,
  constant,
  lengthOf,
  maskOf,
  ofType,
} from './vector.ts'

type PairOperator = ArithmeticOperator | 'min' | 'max' | 'round'

/**
 * Row by row; missing where an operand is missing or no number, and where the result is not finite.
 * `%` has the sign of the dividend; `round` takes the number of digits on its right.
 */
export function calculate(
  operator: PairOperator,
  left: Vector,
  right: Vector,
  rows: number,
): NumberVector {
  const a = ofType('number', left)
  const b = ofType('number', right)
  const mask = maskOf(a, b)
  const values = new Float64Array(lengthOf(mask, rows))
  fill(values, operator, a, b)
  return { type: 'number', values, mask }
}

/** The hot loop: no call and no branch on values in it, since both cost more than the arithmetic. */
function fill(
  out: Float64Array,
  operator: PairOperator,
  { values: xs, mask: xMask }: NumberVector,
  { values: ys, mask: yMask }: NumberVector,
): void {
  for (let i = 0; i < out.length; i++) {
    const x = xs[i & xMask] as number
    const y = ys[i & yMask] as number
    let z = NaN
    switch (operator) {
      case '+':
        z = x + y
        break
      case '-':
        z = x - y
        break
      case '*':
        z = x * y
        break
      case '/':
        z = x / y
        break
      case '%':
        z = x % y
        break
      case 'min':
        z = Math.min(x, y)
        break
      case 'max':
        z = Math.max(x, y)
        break
      case 'round':
        z = roundTo(x, y)
    }
    // What is not finite, less itself, is NaN.
    out[i] = z + (z - z)
  }
}

/** Half goes away from zero: sign(x) · floor(|x| · 10^digits + 0.5) / 10^digits. */
export function roundTo(x: number, digits: number): number {
  const unit = 10 ** digits
  return (Math.sign(x) * Math.floor(Math.abs(x) * unit + 0.5)) / unit
}

export const negate = (operand: Vector, rows: number): NumberVector =>
  calculate('-', constant(0), operand, rows)

export function absolute(operand: Vector): NumberVector {
  const { values, mask } = ofType('number', operand)
  const out = new Float64Array(values.length)
  for (let i = 0; i < out.length; i++) out[i] = Math.abs(values[i] as number)
  return { type: 'number', values: out, mask }
}

/** Of numbers or of dates; missing where one is, and for all where they are not of one type. */
export function extreme(of: 'min' | 'max', all: readonly Vector[], rows: number): Vector {
  const types = new Set(all.map((vector) => vector.type))
  types.delete('missing')
  const [type] = types
  if (types.size > 1 || (type !== 'number' && type !== 'date')) return MISSING
  const numbers = all
    .map((vector) => (vector.type === 'date' ? dayNumbers(vector) : ofType('number', vector)))
    .reduce((left, right) => calculate(of, left, right, rows))
  return type === 'date' ? toDates(numbers) : numbers
}

/** Days as numbers, missing as NaN. */
export function dayNumbers({ values, mask }: DateVector): NumberVector {
  const days = new Float64Array(values.length)
  for (let i = 0; i < days.length; i++) {
    const day = values[i] as number
    days[i] = day === MISSING_DAY ? NaN : day
  }
  return { type: 'number', values: days, mask }
}

function toDates({ values, mask }: NumberVector): DateVector {
  const days = new Int32Array(values.length)
  for (let i = 0; i < days.length; i++) {
    const day = values[i] as number
    days[i] = Number.isNaN(day) ? MISSING_DAY : day
  }
  return { type: 'date', values: days, mask }
}
