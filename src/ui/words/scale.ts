import { assertNever } from '../../core/problem.ts'
import type { Effect, MissingPolicy, Rollup, Scale } from '../../core/model/configuration.ts'
import { formatCount, formatNumber, formatPercent, plural } from '../parts/format.ts'

/** How numbers of an input are written: shares read best in %, which the configuration does not say, so the caller does. */
export type WriteInput = (value: number) => string

/** A scale in words, without its input: "0 at 10 %, 100 from 80 %". */
export function scaleWords(scale: Scale, write: WriteInput = formatNumber): string {
  switch (scale.type) {
    case 'linear':
      return scale.from < scale.to
        ? `0 at ${write(scale.from)}, 100 from ${write(scale.to)}`
        : `100 up to ${write(scale.to)}, 0 from ${write(scale.from)}`
    case 'target':
      return targetWords(scale, write)
    case 'steps':
      return stepWords(scale, write)
    case 'categories':
      return categoryWords(scale)
    case 'decay':
      return `100 at 0, half of it every ${write(scale.halfLife)}`
    case 'quantiles':
      return `Between the ${ordinalPercent(scale.low)} and the ${ordinalPercent(scale.high)} of all accounts, ${betterWords(scale.better)}`
    case 'percentile':
      return percentileWords(scale)
    default:
      return assertNever(scale)
  }
}

type ScaleOf<Type extends Scale['type']> = Extract<Scale, { type: Type }>

function targetWords(scale: ScaleOf<'target'>, write: WriteInput): string {
  const { zeroBelow, fullFrom, fullTo, zeroAbove } = scale
  const full =
    fullFrom === fullTo ? `at ${write(fullFrom)}` : `from ${write(fullFrom)} to ${write(fullTo)}`
  return `100 ${full}, 0 below ${write(zeroBelow)} and above ${write(zeroAbove)}`
}

function stepWords({ at, scores }: ScaleOf<'steps'>, write: WriteInput): string {
  const first = at[0]
  if (first === undefined) return `${formatNumber(scores[0] ?? 0)} always`
  const steps = at.map((from, step) => `${formatNumber(scores[step + 1] ?? 0)} from ${write(from)}`)
  return [`${formatNumber(scores[0] ?? 0)} below ${write(first)}`, ...steps].join(', ')
}

const CATEGORIES_NAMED = 6
/** Yes/no columns are matched as these texts. */
const YES_NO = new Map([
  ['true', 'yes'],
  ['false', 'no'],
])

function categoryWords({ map, otherwise }: ScaleOf<'categories'>): string {
  const entries = Object.entries(map).toSorted(([, a], [, b]) => b - a)
  const named = entries
    .slice(0, CATEGORIES_NAMED)
    .map(([value, score]) => `${YES_NO.get(value) ?? value} ${formatNumber(score)}`)
  const more = entries.length - named.length
  const rest = otherwise === null ? 'others missing' : `others ${formatNumber(otherwise)}`
  const isWhole =
    otherwise === null && [...YES_NO.keys()].every((value) => Object.hasOwn(map, value))
  return [
    ...named,
    ...(more > 0 ? [`${formatCount(more)} more`] : []),
    ...(isWhole ? [] : [rest]),
  ].join(', ')
}

/** `made`: the accounts whose ranking is kept. */
export function percentileWords(
  { better, top, within, reference }: ScaleOf<'percentile'>,
  made = 'the accounts it was made with',
): string {
  const best = top > 0 ? `, the best ${exactPercent(top)} get 100` : ''
  const lower = better === 'lower' ? ', lower is better' : ''
  if (reference) return `By rank among ${made}${best}${lower}`
  return `By rank${within === undefined ? '' : ` within the same ${within}`}${best}${lower}`
}

const betterWords = (better: 'higher' | 'lower'): string =>
  better === 'higher' ? 'higher is better' : 'lower is better'

const ordinalPercent = (share: number): string => `${exactPercent(share)} mark`

/** Which way the values of an input are healthier; null where it is neither. */
export function directionOf(scale: Scale): 'more' | 'fewer' | null {
  switch (scale.type) {
    case 'linear':
      return scale.from < scale.to ? 'more' : 'fewer'
    case 'quantiles':
    case 'percentile':
      return scale.better === 'higher' ? 'more' : 'fewer'
    case 'decay':
      return 'fewer'
    case 'steps':
      return stepDirection(scale.scores)
    case 'target':
    case 'categories':
      return null
    default:
      return assertNever(scale)
  }
}

function stepDirection(scores: readonly number[]): 'more' | 'fewer' | null {
  const rises = scores.every((score, step) => step === 0 || score >= (scores[step - 1] ?? 0))
  const falls = scores.every((score, step) => step === 0 || score <= (scores[step - 1] ?? 0))
  if (rises === falls) return null
  return rises ? 'more' : 'fewer'
}

export function missingWords(policy: MissingPolicy = 'exclude'): string {
  if (policy === 'exclude') return 'Left out, its weight is shared out'
  if ('score' in policy) return `Counts as ${formatNumber(policy.score)}`
  return `The latest value of ${plural(policy.carry, 'day')} back, else left out`
}

export function effectWords(effect: Effect): string {
  if ('cap' in effect) return `at most ${formatNumber(effect.cap)}`
  if ('floor' in effect) return `at least ${formatNumber(effect.floor)}`
  if ('set' in effect) return `set to ${formatNumber(effect.set)}`
  const points = formatNumber(Math.abs(effect.add))
  return effect.add < 0 ? `${points} points off` : `${points} points more`
}

export function rollupWords(rollup: Rollup = 'mean'): string | null {
  switch (rollup) {
    case 'mean':
      return null
    case 'lowest':
      return 'the lowest factor counts'
    case 'highest':
      return 'the highest factor counts'
    default:
      return assertNever(rollup)
  }
}

/** Shares are written in %. */
export const inputWriter = (scale: Scale): WriteInput =>
  readsShare(scale) ? (value) => exactPercent(value) : formatNumber

/** Where all numbers of a scale lie in 0..1 and one of them in between, its input is a share. */
export function readsShare(scale: Scale): boolean {
  const numbers = inputNumbers(scale)
  return (
    numbers.every((number) => number >= 0 && number <= 1) &&
    numbers.some((number) => number > 0 && number < 1)
  )
}

function inputNumbers(scale: Scale): readonly number[] {
  switch (scale.type) {
    case 'linear':
      return [scale.from, scale.to]
    case 'target':
      return [scale.zeroBelow, scale.fullFrom, scale.fullTo, scale.zeroAbove]
    case 'steps':
      return scale.at
    case 'decay':
    case 'categories':
    case 'quantiles':
    case 'percentile':
      return []
    default:
      return assertNever(scale)
  }
}

const MOST_DECIMALS = 3

/** Parameters are shown as they are: 12.5 %, not 13 %. */
function exactPercent(share: number): string {
  let decimals = 0
  while (decimals < MOST_DECIMALS && !isWhole(share * 100 * 10 ** decimals)) decimals++
  return formatPercent(share, decimals)
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9
