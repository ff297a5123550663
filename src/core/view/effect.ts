import type { Band } from '../model/configuration.ts'
import { labelOf } from '../model/label.ts'
import { NO_BAND } from '../score/sheet.ts'
import type { ScoredRows } from './figures.ts'

/** The same accounts judged twice: by one configuration and by another. Aligned vectors. */
export interface Judged {
  readonly before: ScoredRows
  readonly after: ScoredRows
  /** By band after, and then those not scored and left out: the same place before, NOWHERE for a band that is new. */
  readonly same: Uint8Array
  readonly places: readonly [before: number, after: number]
}

const NOWHERE = 255

/** Bands are the same by their id, else by their name. */
export function judgedTwice(
  before: { readonly rows: ScoredRows; readonly bands: readonly Band[] },
  after: { readonly rows: ScoredRows; readonly bands: readonly Band[] },
): Judged {
  const same = after.bands.map((band) => {
    const byId = before.bands.findIndex(({ id }) => id === band.id)
    if (byId >= 0) return byId
    const byName = before.bands.findIndex((one) => labelOf(one) === labelOf(band))
    return byName >= 0 ? byName : NOWHERE
  })
  const places = [before.bands.length + 2, after.bands.length + 2] as const
  return {
    before: before.rows,
    after: after.rows,
    same: Uint8Array.from([...same, places[0] - 2, places[0] - 1]),
    places,
  }
}

export interface Moves {
  /** counts[from][to]: places are the bands in their order, then not scored, then left out by `include`. */
  readonly counts: readonly (readonly number[])[]
  /** Rows that are in another place, ascending. */
  readonly rows: Uint32Array
  /** Of them, those in a higher or lower band; where one side does not have the band, those whose score rose or fell. */
  readonly up: number
  readonly down: number
}

// Over rows: index loops on typed arrays, no objects per row.

/** Who is in which place before and after. */
export function movesOf({ before, after, same, places: [from, to] }: Judged): Moves {
  const counts = new Uint32Array(from * to)
  const moved = new Uint32Array(before.shown.length)
  let [count, up, down] = [0, 0, 0]
  for (let row = 0; row < moved.length; row++) {
    const was = placeAt(before, row, from)
    const is = placeAt(after, row, to)
    counts[was * to + is]! += 1
    if (same[is] === was) continue
    moved[count++] = row
    const change =
      isBand(was, from) && isBand(same[is] as number, from)
        ? (same[is] as number) - was
        : (after.shown[row] as number) - (before.shown[row] as number)
    if (change > 0) up++
    else if (change < 0) down++
  }
  return {
    counts: Array.from({ length: from }, (_, was) => [...counts.subarray(was * to, was * to + to)]),
    rows: moved.slice(0, count),
    up,
    down,
  }
}

const isBand = (place: number, places: number): boolean => place < places - 2

function placeAt({ included, bands }: ScoredRows, row: number, places: number): number {
  if (included[row] !== 1) return places - 1
  const band = bands[row] as number
  return band === NO_BAND ? places - 2 : band
}

/** Rows whose shown score is another one, whatever their place. */
export function changedRows({ before, after }: Judged): Uint32Array {
  const changed = new Uint32Array(before.shown.length)
  let count = 0
  for (let row = 0; row < changed.length; row++)
    if (before.shown[row] !== after.shown[row] && !Number.isNaN(after.shown[row]))
      if (!Number.isNaN(before.shown[row])) changed[count++] = row
  return changed.slice(0, count)
}

/** The first rows by a weight each, the greatest first; NaN comes last, equals in their order. A page is `from` … `from + count`. */
export function greatestRows(
  rows: Uint32Array,
  weightOf: (row: number) => number,
  from: number,
  count: number,
): number[] {
  const most = from + count
  if (most > SELECTED) return sortedRows(rows, weightOf).slice(from, most)
  const best: number[] = []
  const weights: number[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const weight = weightOf(row)
    const known = Number.isNaN(weight) ? -Infinity : weight
    if (best.length === most && known <= (weights[most - 1] as number)) continue
    const place = firstBelow(weights, known)
    best.splice(place, 0, row)
    weights.splice(place, 0, known)
    if (best.length > most) {
      best.pop()
      weights.pop()
    }
  }
  return best.slice(from)
}

/** Up to so many a list is kept in order while rows go by; more are sorted. */
const SELECTED = 1_000

function sortedRows(rows: Uint32Array, weightOf: (row: number) => number): number[] {
  const known = (row: number) => {
    const weight = weightOf(row)
    return Number.isNaN(weight) ? -Infinity : weight
  }
  const weights = new Map(Array.from(rows, (row) => [row, known(row)]))
  const of = (row: number) => weights.get(row) as number
  return Array.from(rows).sort((a, b) => (of(a) === of(b) ? a - b : of(a) < of(b) ? 1 : -1))
}

/** The first place whose weight is less: weights descend. */
function firstBelow(weights: readonly number[], weight: number): number {
  let [low, high] = [0, weights.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((weights[middle] as number) >= weight) low = middle + 1
    else high = middle
  }
  return low
}
