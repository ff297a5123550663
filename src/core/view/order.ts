import { argsort } from '../table/argsort.ts'

export type Direction = 'asc' | 'desc'

/**
 * The positions 0 … n − 1 in the order of their values; NaN comes last in both directions, so that no row is lost.
 * Equal values follow `ties` (each position's own rank, 0 … n − 1), so that the order is the same every time.
 */
export function orderBy(
  values: Float64Array,
  direction: Direction,
  ties: Uint32Array,
): Uint32Array {
  const { present, keys, missing } = splitMissing(inverseOf(ties), values, direction)
  const places = argsort(keys)
  const order = new Uint32Array(values.length)
  for (let i = 0; i < places.length; i++) order[i] = present[places[i] as number] as number
  order.set(missing, present.length)
  return order
}

// Over rows: index loops on typed arrays, no objects per row.

/** The rows with a value, what they are sorted by ascending, and the rows without. */
function splitMissing(rows: Uint32Array, values: Float64Array, direction: Direction) {
  const present = new Uint32Array(rows.length)
  const missing = new Uint32Array(rows.length)
  const keys = new Float64Array(rows.length)
  let count = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const value = values[row] as number
    if (Number.isNaN(value)) missing[i - count] = row
    else {
      present[count] = row
      // 0 − x and 0 + x have no negative zero, which would sort apart from zero.
      keys[count++] = direction === 'asc' ? 0 + value : 0 - value
    }
  }
  return {
    present: present.subarray(0, count),
    keys: keys.subarray(0, count),
    missing: missing.subarray(0, rows.length - count),
  }
}

interface First {
  readonly direction: Direction
  readonly count: number
  /** Rows that hold 1 here. */
  readonly among: Uint8Array
  /** Which of two rows with equal values comes first: negative for the one named first. */
  readonly ties: (a: number, b: number) => number
}

/** What `orderBy` begins with among some rows, without ordering all: at most `count` of them, NaN last. */
export function firstBy(
  values: Float64Array,
  { direction, count, among, ties }: First,
): Uint32Array {
  const sign = direction === 'asc' ? 1 : -1
  const comesBefore = (a: number, b: number): boolean => {
    const x = sign * (values[a] as number)
    const y = sign * (values[b] as number)
    if (x < y || x > y) return x < y
    if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(y)
    return ties(a, b) < 0
  }
  const first: number[] = []
  for (let row = 0; row < values.length && count > 0; row++) {
    if (among[row] !== 1) continue
    if (first.length === count && !comesBefore(row, first[count - 1] as number)) continue
    if (first.length === count) first.pop()
    let place = first.length
    while (place > 0 && comesBefore(row, first[place - 1] as number)) place--
    first.splice(place, 0, row)
  }
  return Uint32Array.from(first)
}

/** The place of each row in an order, fit for the ties of another one. */
export const ranksIn = (order: Uint32Array): Uint32Array => inverseOf(order)

function inverseOf(ranks: Uint32Array): Uint32Array {
  const rows = new Uint32Array(ranks.length)
  for (let row = 0; row < ranks.length; row++) rows[ranks[row] as number] = row
  return rows
}

/** The rank of each text in the given order of words, equal texts sharing one; '' (missing) is NaN. Fit for `orderBy`. */
export function rankTexts(
  texts: readonly string[],
  compare: (a: string, b: string) => number,
): Float64Array {
  const sorted = [...new Set(texts)].filter((text) => text !== '').sort(compare)
  const rank = new Map(sorted.map((text, place) => [text, place]))
  return Float64Array.from(texts, (text) => (text === '' ? NaN : (rank.get(text) as number)))
}
