import { argsort } from '../score/argsort.ts'

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
  const byTies = inverseOf(ties)
  const present = byTies.filter((row) => !Number.isNaN(values[row]))
  const missing = byTies.filter((row) => Number.isNaN(values[row]))
  // 0 − x and 0 + x have no negative zero, which would sort apart from zero.
  const keys = Float64Array.from(present, (row) =>
    direction === 'asc' ? 0 + (values[row] as number) : 0 - (values[row] as number),
  )
  const order = new Uint32Array(values.length)
  argsort(keys).forEach((place, i) => (order[i] = present[place] as number))
  order.set(missing, present.length)
  return order
}

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
