import { type BooleanVector, type Vector, lengthOf, maskOf, ofType } from './vector.ts'

// Three-valued logic as in SQL: 0 false, 1 true, 2 missing; a pair x, y is at 3x + y.
const AND = Uint8Array.of(0, 0, 0, 0, 1, 2, 0, 2, 2)
const OR = Uint8Array.of(0, 1, 2, 1, 1, 1, 2, 1, 2)
const NOT = Uint8Array.of(1, 0, 2)

export function combine(
  operator: 'and' | 'or',
  left: Vector,
  right: Vector,
  rows: number,
): BooleanVector {
  const table = operator === 'and' ? AND : OR
  const a = ofType('boolean', left)
  const b = ofType('boolean', right)
  const { values: xs, mask: xMask } = a
  const { values: ys, mask: yMask } = b
  const mask = maskOf(a, b)
  const out = new Uint8Array(lengthOf(mask, rows))
  for (let i = 0; i < out.length; i++)
    out[i] = table[(xs[i & xMask] as number) * 3 + (ys[i & yMask] as number)] as number
  return { type: 'boolean', values: out, mask }
}

export function not(operand: Vector): BooleanVector {
  const { values, mask } = ofType('boolean', operand)
  const out = new Uint8Array(values.length)
  for (let i = 0; i < out.length; i++) out[i] = NOT[values[i] as number] as number
  return { type: 'boolean', values: out, mask }
}
