import { MISSING_DAY } from '../table/column.ts'
import type { ArithmeticOperator } from './tree.ts'
import {
  type DateVector,
  MISSING,
  type NumberVector,
  type Vector,
  lengthOf,
  maskOf,
  ofType,
} from './vector.ts'

// Loops over rows: by index over typed arrays, missing is NaN and stays so by itself.

export function calculate(
  operator: ArithmeticOperator,
  left: Vector,
  right: Vector,
  rows: number,
): NumberVector {
  return pairwise(left, right, rows, (x, y) => compute(operator, x, y))
}

export function negate(operand: Vector, rows: number): NumberVector {
  return each(operand, rows, (x) => -x)
}

export function absolute(operand: Vector, rows: number): NumberVector {
  return each(operand, rows, Math.abs)
}

export function round(operand: Vector, digits: Vector, rows: number): NumberVector {
  return pairwise(operand, digits, rows, roundTo)
}

/** Half goes away from zero: sign(x) · floor(|x| · 10^digits + 0.5) / 10^digits. */
export function roundTo(x: number, digits: number): number {
  const unit = 10 ** digits
  return (Math.sign(x) * Math.floor(Math.abs(x) * unit + 0.5)) / unit
}

/** Of numbers or of dates; missing where one is. */
export function extreme(of: 'min' | 'max', all: readonly Vector[], rows: number): Vector {
  const pick = of === 'min' ? Math.min : Math.max
  const types = new Set(all.map((vector) => vector.type))
  types.delete('missing')
  const [type] = types
  if (types.size > 1 || (type !== 'number' && type !== 'date')) return MISSING
  const numbers = all
    .map((vector) => (vector.type === 'date' ? dayNumbers(vector) : ofType('number', vector)))
    .reduce((left, right) => pairwise(left, right, rows, pick))
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

/** `%` has the sign of the dividend. */
function compute(operator: ArithmeticOperator, x: number, y: number): number {
  switch (operator) {
    case '+':
      return x + y
    case '-':
      return x - y
    case '*':
      return x * y
    case '/':
      return x / y
    case '%':
      return x % y
  }
}

function each(operand: Vector, rows: number, of: (x: number) => number): NumberVector {
  const { values: x, mask } = ofType('number', operand)
  const out = new Float64Array(lengthOf(mask, rows))
  for (let i = 0; i < out.length; i++) out[i] = of(x[i & mask] as number)
  return { type: 'number', values: out, mask }
}

function pairwise(
  left: Vector,
  right: Vector,
  rows: number,
  of: (x: number, y: number) => number,
): NumberVector {
  const a = ofType('number', left)
  const b = ofType('number', right)
  const mask = maskOf(a, b)
  const out = new Float64Array(lengthOf(mask, rows))
  for (let i = 0; i < out.length; i++) {
    const result = of(a.values[i & a.mask] as number, b.values[i & b.mask] as number)
    out[i] = Number.isFinite(result) ? result : NaN
  }
  return { type: 'number', values: out, mask }
}
