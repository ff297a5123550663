import type { Better, Scale } from '../../model/configuration.ts'
import { meaningOf } from '../../model/propose/meaning.ts'
import { formatPlace } from '../../model/place.ts'
import type { LintFinding, ScaleLimit } from './lint-finding.ts'
import { FEWEST_ACCOUNTS, type LintedFactor } from './linted-factor.ts'
import type { Scorer } from '../scorer.ts'
import { formulaOf } from '../scoring.ts'
import { standingCohort } from '../scale/standing-cohort.ts'

const MOST = 0.95

/** What one factor shows by itself. */
export function lintFactor(factor: LintedFactor, scorer: Scorer, at: number): LintFinding[] {
  return [
    ...sameForMost(factor),
    ...limitsOutside(factor),
    ...contradiction(factor),
    ...fewToRank(factor, scorer, at),
  ]
}

/** Of the accounts that have a score by it, filled ones too, that 95 % have the same. */
function sameForMost({ place, scored: { scores }, rows }: LintedFactor): LintFinding[] {
  const score = majorityOf(scores, rows)
  let [accounts, of] = [0, 0]
  for (let i = 0; i < rows.length; i++) {
    const one = scores[rows[i] as number] as number
    if (!Number.isNaN(one)) of++
    if (one === score) accounts++
  }
  if (of < FEWEST_ACCOUNTS || accounts / of < MOST) return []
  return [{ code: 'same-score-for-most', place: formatPlace(place), score, accounts, of }]
}

/** The one value that more than half have, if there is one, else any: Boyer and Moore's vote, in one pass and without counting each. */
function majorityOf(scores: Float64Array, rows: Uint32Array): number {
  let [candidate, votes] = [NaN, 0]
  for (let i = 0; i < rows.length; i++) {
    const score = scores[rows[i] as number] as number
    if (Number.isNaN(score)) continue
    if (votes === 0) candidate = score
    votes += score === candidate ? 1 : -1
  }
  return candidate
}

/** Limits that lie farther from the data than the data are wide; all of them, where the data lie on one side of them. */
function limitsOutside({ place, factor, scored, rows }: LintedFactor): LintFinding[] {
  const { input } = scored
  const limits = limitsOf(factor.scale)
  if (input.type !== 'number' || limits.length === 0) return []
  const { least, greatest, count } = rangeOf(input.values, rows)
  if (count < FEWEST_ACCOUNTS) return []
  const width = greatest - least
  const isFar = ({ value }: ScaleLimit) => value > greatest + width || value < least - width
  const [lowest, highest] = [limits[0]!.value, limits.at(-1)!.value]
  const isBeside = hasSides(factor.scale) && (lowest > greatest || highest < least)
  const outside = isBeside ? limits : limits.filter(isFar)
  if (outside.length === 0 || (!isBeside && isLongTailed(factor.scale))) return []
  const where = formatPlace([...place, 'scale'])
  return [{ code: 'limits-outside-data', place: where, limits: outside, least, greatest }]
}

/** Ascending. */
function limitsOf(scale: Scale): ScaleLimit[] {
  const limits = (values: Readonly<Record<string, number>>) =>
    Object.entries(values)
      .map(([key, value]) => ({ key, value }))
      .sort((a, b) => a.value - b.value)
  switch (scale.type) {
    case 'linear':
      return limits({ from: scale.from, to: scale.to })
    case 'target': {
      const { zeroBelow, fullFrom, fullTo, zeroAbove } = scale
      return limits({ zeroBelow, fullFrom, fullTo, zeroAbove })
    }
    case 'steps':
      return limits(Object.fromEntries(scale.at.map((value, i) => [`at[${i}]`, value])))
    case 'decay':
      return limits({ halfLife: scale.halfLife })
    case 'percentile': {
      const reference = scale.reference ?? []
      const [least, greatest] = [reference[0], reference[100]]
      if (least === undefined || greatest === undefined) return []
      return limits({ 'reference[0]': least, 'reference[100]': greatest })
    }
    default:
      return []
  }
}

/** A half-life is a length: data beyond it are on no other side of it. */
const hasSides = ({ type }: Scale): boolean => type !== 'decay'

/** Ends that are meant to be far: the zeros of a target, and the extremes of a cohort. */
const isLongTailed = ({ type }: Scale): boolean => type === 'target' || type === 'percentile'

function rangeOf(values: Float64Array, rows: Uint32Array) {
  let [least, greatest, count] = [Infinity, -Infinity, 0]
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] as number] as number
    if (Number.isNaN(value)) continue
    least = Math.min(least, value)
    greatest = Math.max(greatest, value)
    count++
  }
  return { least, greatest, count }
}

/** Only where the input is a column, or the days since a date: what other expressions turn round is not known. */
function contradiction({ place, factor }: LintedFactor): LintFinding[] {
  const { root } = formulaOf(factor.input)
  const [since] = root.kind === 'call' && root.name === 'days_since' ? root.arguments : []
  const named = since ?? root
  const found = directionOf(factor.scale)
  if (named.kind !== 'name' || found === null) return []
  const meaning = meaningOf(named.name)?.meaning
  if (meaning?.as !== 'signal' || (meaning.form === 'date') !== (since !== undefined)) return []
  if (meaning.better === found) return []
  const where = formatPlace([...place, 'scale'])
  return [
    {
      code: 'direction-contradicts-name',
      place: where,
      column: named.name,
      expected: meaning.better,
    },
  ]
}

/** Null where it has none: a target, categories, steps up and down. */
function directionOf(scale: Scale): Better | null {
  switch (scale.type) {
    case 'linear':
      return scale.from < scale.to ? 'higher' : 'lower'
    case 'decay':
      return 'lower'
    case 'quantiles':
    case 'percentile':
      return scale.better
    case 'steps':
      return directionOfSteps(scale.scores)
    default:
      return null
  }
}

function directionOfSteps(scores: readonly number[]): Better | null {
  const steps = scores.slice(1).map((score, i) => Math.sign(score - (scores[i] as number)))
  const [rises, falls] = [steps.includes(1), steps.includes(-1)]
  if (rises === falls) return null
  return rises ? 'higher' : 'lower'
}

function fewToRank(
  { place, scored, rows }: LintedFactor,
  scorer: Scorer,
  at: number,
): LintFinding[] {
  const cohort = standingCohort(scorer, at, scored)
  const { input } = scored
  if (!cohort || input.type !== 'number') return []
  let [accounts, affected] = [Infinity, 0]
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    if (Number.isNaN(input.values[row])) continue
    const size = cohort.sortedAt(row).length
    if (size >= FEWEST_ACCOUNTS) continue
    accounts = Math.min(accounts, size)
    affected++
  }
  const where = formatPlace([...place, 'scale'])
  return affected > 0 ? [{ code: 'few-to-rank', place: where, accounts, affected }] : []
}
