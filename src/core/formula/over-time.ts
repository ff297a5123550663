import { MISSING_BOOLEAN, MISSING_DAY } from '../table/column.ts'
import { calculate, absolute, roundTo } from './arithmetic.ts'
import { emptyCodes } from './choose.ts'
import { type NumberVector, type TypedVector, type Vector, ofType } from './vector.ts'

/** A column in an earlier snapshot, and where the rows of this one are there (-1: the account is not). */
export interface Earlier {
  readonly vector: Vector
  readonly positions: Int32Array
}

/** The earlier values in the rows of this snapshot, missing where the account was not there. */
export function broughtForward({ vector, positions }: Earlier): Vector {
  if (vector.type === 'missing') return vector
  const out = emptyRows(vector, positions.length)
  const missing = missingValue(vector)
  for (let row = 0; row < out.length; row++) {
    const there = positions[row] as number
    out[row] = there < 0 ? missing : (vector.values[there & vector.mask] as number)
  }
  return { ...vector, values: out, mask: -1 } as TypedVector
}

function emptyRows(vector: TypedVector, rows: number): TypedVector['values'] {
  switch (vector.type) {
    case 'number':
      return new Float64Array(rows)
    case 'date':
      return new Int32Array(rows)
    case 'boolean':
      return new Uint8Array(rows)
    case 'text':
      return emptyCodes(vector.words, rows)
  }
}

function missingValue(vector: TypedVector): number {
  switch (vector.type) {
    case 'number':
      return NaN
    case 'date':
      return MISSING_DAY
    case 'boolean':
      return MISSING_BOOLEAN
    case 'text':
      return vector.words.indexOf(null)
  }
}

/** Shown scores differ by tenths: their difference is rounded to one decimal, whatever the doubles say. */
export function changeFrom(
  then: Vector,
  now: Vector,
  isScore: boolean,
  rows: number,
): NumberVector {
  const change = calculate('-', now, then, rows)
  return isScore ? { ...change, values: change.values.map((x) => roundTo(x, 1)) } : change
}

/** The change as a share of what it was, missing where that was 0. */
export function shareOf(change: Vector, then: Vector, rows: number): NumberVector {
  return calculate('/', change, absolute(then), rows)
}

/** Over the earlier values that are there, oldest first; missing for an account with none. */
export function averageOf(earlier: readonly Earlier[], rows: number): NumberVector {
  const sums = new Float64Array(rows)
  const counts = new Uint32Array(rows)
  for (const { vector, positions } of earlier) {
    const { values, mask } = ofType('number', vector)
    for (let row = 0; row < rows; row++) {
      const there = positions[row] as number
      const x = there < 0 ? NaN : (values[there & mask] as number)
      if (x !== x) continue
      sums[row] = (sums[row] as number) + x
      counts[row] = (counts[row] as number) + 1
    }
  }
  return calculate('/', numbers(sums), numbers(Float64Array.from(counts)), rows)
}

/** The middle of the earlier values that are there, of an even number the mean of the two; missing for an account with none. */
export function medianOf(earlier: readonly Earlier[], rows: number): NumberVector {
  const columns = earlier.map(({ vector, positions }) => ({
    ...ofType('number', vector),
    positions,
  }))
  const sorted = new Float64Array(columns.length)
  const medians = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    let count = 0
    for (let i = 0; i < columns.length; i++) {
      const { values, mask, positions } = columns[i] as (typeof columns)[number]
      const there = positions[row] as number
      const x = there < 0 ? NaN : (values[there & mask] as number)
      if (x === x) insert(x, sorted, count++)
    }
    medians[row] = middle(sorted, count)
  }
  return numbers(medians)
}

/** Into the first `count` values, which ascend: there are few of them, and so they go on ascending. */
function insert(x: number, sorted: Float64Array, count: number): void {
  let place = count
  for (; place > 0 && (sorted[place - 1] as number) > x; place--)
    sorted[place] = sorted[place - 1] as number
  sorted[place] = x
}

function middle(sorted: Float64Array, count: number): number {
  const half = count >> 1
  if (count % 2 === 1) return sorted[half] as number
  // Halved first, the sum cannot overflow.
  return count === 0 ? NaN : (sorted[half - 1] as number) / 2 + (sorted[half] as number) / 2
}

const numbers = (values: Float64Array): NumberVector => ({ type: 'number', values, mask: -1 })
