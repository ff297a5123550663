export type Direction = 'asc' | 'desc'

/**
 * The positions 0 … n − 1 in the order of their values; NaN comes last in both directions, so that no row is lost.
 * Equal values follow `ties` (a rank per position), so that the order is the same every time.
 */
export function orderBy(
  values: Float64Array,
  direction: Direction,
  ties: Uint32Array,
): Uint32Array {
  const sign = direction === 'asc' ? 1 : -1
  const present: number[] = []
  const missing: number[] = []
  for (let i = 0; i < values.length; i++) (Number.isNaN(values[i]) ? missing : present).push(i)
  const order = Uint32Array.from(present)
  order.sort((a, b) => sign * ((values[a] as number) - (values[b] as number)) || tie(ties, a, b))
  const rest = Uint32Array.from(missing).sort((a, b) => tie(ties, a, b))
  const all = new Uint32Array(values.length)
  all.set(order)
  all.set(rest, order.length)
  return all
}

const tie = (ties: Uint32Array, a: number, b: number): number =>
  (ties[a] as number) - (ties[b] as number)

/** The rank of each text in the given order of words, equal texts sharing one; '' (missing) is NaN. Fit for `orderBy`. */
export function rankTexts(
  texts: readonly string[],
  compare: (a: string, b: string) => number,
): Float64Array {
  const sorted = [...new Set(texts)].filter((text) => text !== '').sort(compare)
  const rank = new Map(sorted.map((text, place) => [text, place]))
  return Float64Array.from(texts, (text) => (text === '' ? NaN : (rank.get(text) as number)))
}
