import { argsort } from '../table/argsort.ts'

export interface Agreement {
  /** −1 (turned round) to 1 (the same order); null where one side says the same of all, or fewer than two have both. */
  readonly tau: number | null
  /** Those that both have a score for. */
  readonly accounts: number
}

/**
 * How far two lists put the same accounts in the same order: Kendall's tau-b (Kendall 1945, "The treatment of ties in ranking problems",
 * Biometrika 33), (P − Q) / √((P + Q + T) (P + Q + U)), with P and Q the pairs in the same and in turned order, T and U those tied on one
 * side alone. Counted in O(n log n) as by Knight (1966, JASA 61). Rows that are NaN on either side are left out.
 */
export function agreementOf(a: Float64Array, b: Float64Array): Agreement {
  const [x, y] = bothPresent(a, b)
  const n = x.length
  const order = orderOf(x, y)
  const inX = Float64Array.from(order, (row) => x[row] as number)
  const inY = Float64Array.from(order, (row) => y[row] as number)
  const tiedX = tiedPairs(inX)
  const tiedBoth = tiedPairs(inX, inY)
  const turned = sortCounting(inY)
  const tiedY = tiedPairs(inY)
  const pairs = (n * (n - 1)) / 2
  const apart = (pairs - tiedX) * (pairs - tiedY)
  const same = pairs - tiedX - tiedY + tiedBoth - 2 * turned
  return { tau: apart > 0 ? same / Math.sqrt(apart) : null, accounts: n }
}

// Over rows: index loops on typed arrays, no objects per row.

function bothPresent(a: Float64Array, b: Float64Array): [Float64Array, Float64Array] {
  const x = new Float64Array(a.length)
  const y = new Float64Array(a.length)
  let count = 0
  for (let row = 0; row < a.length; row++) {
    if (Number.isNaN(a[row]) || Number.isNaN(b[row])) continue
    x[count] = a[row] as number
    y[count++] = b[row] as number
  }
  return [x.subarray(0, count), y.subarray(0, count)]
}

/** Rows ascending by x, and those of one x ascending by y: two stable sorts, the finer one first. */
function orderOf(x: Float64Array, y: Float64Array): Uint32Array {
  const byY = argsort(y)
  const sorted = Float64Array.from(byY, (row) => x[row] as number)
  return argsort(sorted).map((place) => byY[place] as number)
}

/** Pairs in runs of equal values; with a second list, of values that are equal in both. */
function tiedPairs(values: Float64Array, others: Float64Array = values): number {
  let pairs = 0
  for (let from = 0, to = 1; from < values.length; from = to++) {
    while (to < values.length && values[to] === values[from] && others[to] === others[from]) to++
    pairs += ((to - from) * (to - from - 1)) / 2
  }
  return pairs
}

/** Sorts in place by merging, and gives the pairs that stood in turned order. */
function sortCounting(values: Float64Array): number {
  let from: Float64Array = values
  let into: Float64Array = new Float64Array(values.length)
  let turned = 0
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width)
      turned += merge(from, into, start, width)
    ;[from, into] = [into, from]
  }
  if (from !== values) values.set(from)
  return turned
}

function merge(from: Float64Array, into: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let [left, right, turned] = [start, middle, 0]
  for (let place = start; place < end; place++) {
    const takesLeft =
      left < middle && (right >= end || (from[left] as number) <= (from[right] as number))
    if (!takesLeft) turned += middle - left
    into[place] = (takesLeft ? from[left++] : from[right++]) as number
  }
  return turned
}
