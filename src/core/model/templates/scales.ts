import { quantileOf, referenceOf, sortedPresent } from '../../table/quantiles.ts'
import type { Scale } from '../configuration.ts'
import type { Candidate } from '../propose/candidates.ts'
import type { Kit } from './kit.ts'
import type { NeedId } from './needs.ts'
import type { Made } from './template.ts'

/** The rank among all customers, frozen; the best 5 % get 100. Null where nothing can be ranked. */
export function ranked(kit: Kit, need: NeedId, rows: Uint32Array): Made | null {
  const candidate = kit.candidate(need)
  if (!candidate) return null
  const { name, input, values, signal } = candidate
  const reference = referenceOf(sortedPresent(values, rows))
  if (reference.length === 0) return null
  return { name, input, scale: { type: 'percentile', better: signal.better, top: 0.05, reference } }
}

const FIFTHS = [0.2, 0.4, 0.6, 0.8]

/**
 * A sub-category of 1 to 5 as 0, 25, 50, 75, 100: an answer of 1 to 5 by itself, an answer of 0 to 10 two at a time, words by what
 * they say, and what has no grades of its own by the fifths of the customers.
 */
export function inFiveSteps(kit: Kit, need: NeedId, rows: Uint32Array): Made | null {
  const candidate = kit.candidate(need)
  if (!candidate) return null
  const { name, input } = candidate
  return { name, input, scale: fiveSteps(candidate, rows) }
}

function fiveSteps(candidate: Candidate, rows: Uint32Array): Scale {
  const proposed = candidate.scale(rows)
  if (proposed.type === 'categories') return inQuarters(proposed)
  const { form, better } = candidate.signal
  const sorted = sortedPresent(candidate.values, rows)
  const hasGrades = form === 'rating' || form === 'nps' || form === 'sentiment'
  const grades = hasGrades && proposed.type === 'linear' ? gradesOf(proposed) : fifthsOf(sorted)
  const cuts = grades.length > 0 ? grades : [sorted.at(-1) as number]
  const scores = [0, ...cuts.map((_, i) => 25 * Math.round((4 * (i + 1)) / cuts.length))]
  return { type: 'steps', at: cuts, scores: better === 'higher' ? scores : scores.reverse() }
}

/** 2, 3, 4, 5 of 1 to 5; 3, 5, 7, 9 of 0 to 10. */
function gradesOf({ from, to }: Extract<Scale, { type: 'linear' }>): number[] {
  if (from === 1 && to === 5) return [2, 3, 4, 5]
  if (from === 0 && to === 10) return [3, 5, 7, 9]
  return FIFTHS.map((share) => from + share * (to - from))
}

/** Ascending and different, in two digits. */
function fifthsOf(sorted: Float64Array): number[] {
  const cuts = FIFTHS.map((share) => readable(quantileOf(sorted, share)))
  const least = sorted[0] as number
  return [...new Set(cuts)].filter((cut) => cut > least)
}

const inQuarters = (scale: Extract<Scale, { type: 'categories' }>): Scale => ({
  ...scale,
  map: Object.fromEntries(
    Object.entries(scale.map).map(([word, score]) => [word, 25 * Math.round(score / 25)]),
  ),
})

/** Between none and too many: half at none, full up to what most have, nothing beyond what hardly anybody has. */
export function neitherNoneNorTooMany(kit: Kit, need: NeedId, rows: Uint32Array): Made | null {
  const candidate = kit.candidate(need)
  if (!candidate) return null
  const { name, input } = candidate
  const sorted = sortedPresent(candidate.values, rows)
  const most = sorted.at(-1) as number
  // Yes or no: there is no too many.
  if (!(most > 1)) return { name, input, scale: candidate.scale(rows) }
  const fullTo = Math.max(1, readable(quantileOf(sorted, 0.75)))
  const zeroAbove = Math.max(fullTo + 2, readable(quantileOf(sorted, 0.98)))
  return { name, input, scale: { type: 'target', zeroBelow: -1, fullFrom: 1, fullTo, zeroAbove } }
}

/** In two digits, as people would say it. */
export const readable = (value: number): number => Number(value.toPrecision(2))
