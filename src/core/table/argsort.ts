import { isWholeTimes, toWhole } from './whole-times.ts'

const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS
const MASK = DIGITS - 1

/**
 * The positions of the values in ascending order, equal values in the order they stand. No value may be NaN; -0 and 0 are equal.
 * A radix sort: at 100,000 values about five times as fast as a comparator, and faster still for values of few decimals.
 */
export function argsort(values: Float64Array): Uint32Array {
  const whole = wholeBits(values)
  const halves = whole ? [whole] : sortableBits(values)
  let order = new Uint32Array(values.length)
  let next = new Uint32Array(values.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  for (const bits of halves)
    for (let shift = 0; shift < (whole ? WHOLE_BITS : 32); shift += DIGIT_BITS)
      if (placeByDigit(bits, shift, order, next)) [order, next] = [next, order]
  return order
}

const WHOLE_BITS = 2 * DIGIT_BITS

/** Two digits suffice for most columns, and one for scores: values of at most two decimals, less the least of them. Null for others. */
function wholeBits(values: Float64Array): Uint32Array | null {
  const scale = [1, 10, 100].find((one) => isWholeTimes(values, one))
  if (scale === undefined) return null
  let [least, greatest] = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    const whole = toWhole(values[i] as number, scale)
    if (whole < least) least = whole
    if (whole > greatest) greatest = whole
  }
  if (greatest - least >= 2 ** WHOLE_BITS) return null
  const bits = new Uint32Array(values.length)
  for (let i = 0; i < bits.length; i++) bits[i] = toWhole(values[i] as number, scale) - least
  return bits
}

/** The low and the high halves of each double as unsigned integers that order as the doubles do: negative ones with all bits turned, the others with the sign turned. */
function sortableBits(values: Float64Array): [low: Uint32Array, high: Uint32Array] {
  // + 0: there is one zero.
  const words = new Uint32Array(values.map((value) => value + 0).buffer)
  const lowFirst = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1
  const low = new Uint32Array(values.length)
  const high = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const l = words[2 * i + lowFirst] as number
    const h = words[2 * i + 1 - lowFirst] as number
    const negative = h >>> 31 === 1
    low[i] = negative ? ~l : l
    high[i] = negative ? ~h : h ^ 0x80000000
  }
  return [low, high]
}

/** One stable pass over one digit. False, and nothing done, where all have the same. */
function placeByDigit(
  bits: Uint32Array,
  shift: number,
  order: Uint32Array,
  next: Uint32Array,
): boolean {
  const starts = new Uint32Array(DIGITS)
  for (let i = 0; i < bits.length; i++) starts[((bits[i] as number) >>> shift) & MASK]!++
  let start = 0
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit] as number
    if (count === bits.length) return false
    starts[digit] = start
    start += count
  }
  for (let i = 0; i < order.length; i++) {
    const position = order[i] as number
    next[starts[((bits[position] as number) >>> shift) & MASK]!++] = position
  }
  return true
}
