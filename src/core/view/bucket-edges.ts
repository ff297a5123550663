import type { Node } from '../formula/tree.ts'
import type { Segment } from './segment.ts'

const BUCKETS = 5
/** Fewer accounts in a bucket say little. */
const FEW = 5
/** Of a rating. */
const MOST_STEPS = 7

/** How many buckets numbers suggest: one for each step of a rating, else five, or fewer where those would hold few. `sorted` ascends. */
export function usualBuckets(sorted: Float64Array): number {
  const steps = stepsOf(sorted).length
  return steps > 1 ? steps : Math.max(2, Math.min(BUCKETS, Math.floor(sorted.length / FEW)))
}

/** The different values of whole numbers that lie together; none where they do not. */
function stepsOf(sorted: Float64Array): number[] {
  const width = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) + 1
  return width <= MOST_STEPS && sorted.every(Number.isInteger) ? [...new Set(sorted)] : []
}

/**
 * Edges between so many buckets of about as many values each, rounded within a small share of the values. A value so frequent that
 * it fills a bucket has one of its own. Ascending, above the least and up to the greatest value, so that no bucket is empty; fewer
 * where there are few values, none for one value or none. `sorted` ascends without NaN.
 */
export function edgesByCounts(sorted: Float64Array, buckets: number): number[] {
  const steps = stepsOf(sorted)
  if (steps.length > 1 && buckets >= steps.length) return steps.slice(1)
  const at = (share: number) =>
    sorted[Math.max(0, Math.min(sorted.length - 1, Math.floor(share * sorted.length)))] as number
  const slack = 0.2 / buckets
  const edges: number[] = []
  let last = sorted[0] as number
  for (let bucket = 1; bucket < buckets && sorted.length > 0; bucket++) {
    const share = bucket / buckets
    const around = at(share)
    if (around < last) continue
    const edge =
      around === last
        ? afterFrequent(sorted, last)
        : roundest(Math.max(last, at(share - slack)), at(share + slack), around)
    if (edge === null) break
    if (isEmptyBetween(sorted, last, edge)) continue
    edges.push(edge)
    last = edge
  }
  return edges
}

/** Edges between equal stretches of a round width, about so many over all but the outermost hundredths of the values. */
export function edgesByWidth(sorted: Float64Array, buckets: number): number[] {
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] as number
  const [least, greatest] = [at(0.01), at(0.99)]
  if (!(least < greatest)) return edgesByCounts(sorted, buckets)
  const width = (greatest - least) / buckets
  const isWhole = sorted.every(Number.isInteger)
  const round = roundest(width * 0.8, width * 1.3, width)
  const step = isWhole ? Math.ceil(round) : round
  const first = Math.floor(least / step) + 1
  const count = Math.floor(greatest / step) - first + 1
  return Array.from({ length: count }, (_, place) => cleaned((first + place) * step))
}

/** The buckets between edges, open at both ends; those that lie beyond all values are left out. No values: none. */
export function rangesBetween(edges: readonly number[], sorted: Float64Array): Segment[] {
  const [least, greatest] = [sorted[0], sorted.at(-1)]
  if (least === undefined || greatest === undefined) return []
  return [null, ...edges]
    .map((from, place) => ({ kind: 'range' as const, least: from, below: edges[place] ?? null }))
    .filter((range) => (range.below ?? Infinity) > least && (range.least ?? -Infinity) <= greatest)
}

/** The edges that people think in; null where the values alone can tell. */
export function usualEdges(subject: Node): readonly number[] | null {
  switch (subject.kind) {
    case 'name':
      if (subject.name === 'coverage') return [0.25, 0.5, 0.75, 1]
      return subject.name === 'score' || subject.name === 'raw' ? SCORES : null
    case 'after-scoring':
      return SCORES
    case 'call':
      return subject.name === 'days_until' || subject.name === 'days_since' ? DAYS : null
    case 'over-time':
      return subject.name === 'change' && subject.column.name === 'score' ? CHANGES : null
    default:
      return null
  }
}

const SCORES = [20, 40, 60, 80]
const DAYS = [0, 30, 60, 90, 180, 365]
const CHANGES = [-10, -5, 0, 5, 10]

/** The least value for which something holds that holds for all greater ones too; null where there is none. */
function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number | null {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] as number)) high = middle
    else low = middle + 1
  }
  return sorted[low] ?? null
}

const isEmptyBetween = (sorted: Float64Array, from: number, below: number): boolean =>
  (firstWhere(sorted, (value) => value >= from) ?? Infinity) >= below

/** An edge behind a value that fills its bucket; null where no greater one is left. */
function afterFrequent(sorted: Float64Array, frequent: number): number | null {
  const next = firstWhere(sorted, (value) => value > frequent)
  return next === null ? null : roundest(frequent, next, next)
}

/** The roundest number above one and up to another; of equally round ones the nearest to `near`. */
function roundest(above: number, most: number, near: number): number {
  const size = Math.max(Math.abs(above), Math.abs(most))
  const top = Math.ceil(Math.log10(size)) + 1
  for (let power = top; power > top - 14; power--)
    for (const times of [1, 0.5, 0.2]) {
      const step = times * 10 ** power
      const [least, greatest] = [Math.floor(above / step) + 1, Math.floor(most / step)]
      if (least > greatest) continue
      const multiple = Math.max(least, Math.min(greatest, Math.round(near / step)))
      const round = cleaned(multiple * step)
      if (round > above && round <= most) return round
    }
  return most
}

/** Without the last bits of a multiplication; + 0: there is no minus zero. */
const cleaned = (value: number): number => Number(value.toPrecision(12)) + 0
