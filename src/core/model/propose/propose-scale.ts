import { quantileOf, referenceOf, sortedPresent } from '../../table/quantiles.ts'
import type { Form, Signal } from './alias.ts'
import type { Scale } from '../configuration.ts'
import { sampleOf } from './likeness.ts'

/** Fewer different values than this cannot be ranked: they are taken as they are. */
const FEWEST_RANKS = 5
/** The share of the best that all get 100, so that a few extreme users do not push the others down. */
const TOP = 0.05
/** All accounts up to this many; of more an even sample, whose quantiles are right to a fifth of a percent. */
const LARGEST = 100_000

/** A scale over the values that these rows really have; NaN is missing. At least two of them differ. */
export function proposeScale(values: Float64Array, rows: Uint32Array, signal: Signal): Scale {
  const sorted = sortedPresent(values, sampleOf(rows, LARGEST))
  const known = knownScale(sorted, signal.form)
  if (known) return known
  if (signal.form === 'count' || signal.form === 'active-users') {
    const isRankable = new Set(sorted.subarray(0, 10_000)).size >= FEWEST_RANKS
    if (isRankable)
      return { type: 'percentile', better: signal.better, top: TOP, reference: referenceOf(sorted) }
  }
  const [low, high] = usualEnds(sorted, signal)
  return signal.better === 'higher'
    ? { type: 'linear', from: low, to: high }
    : { type: 'linear', from: high, to: low }
}

/** Questions of surveys have ends of their own; which one it is, is told by how far the answers go. */
function knownScale(sorted: Float64Array, form: Form): Scale | null {
  const [least, greatest] = [sorted[0] as number, sorted.at(-1) as number]
  if (form === 'nps')
    return least < 0 || greatest > 10
      ? { type: 'linear', from: -100, to: 100 }
      : { type: 'linear', from: 0, to: 10 }
  if (form !== 'rating' && form !== 'sentiment') return null
  const end = [1, 5, 7, 10, 100].find((most) => greatest <= most)
  if (end === undefined || least < 0) return null
  return { type: 'linear', from: end === 5 || end === 7 ? 1 : 0, to: end }
}

/** Between what 5 % stay below and what 5 % exceed, as round numbers; trouble begins at none. */
function usualEnds(sorted: Float64Array, { form, better }: Signal): [number, number] {
  const [least, greatest] = [sorted[0] as number, sorted.at(-1) as number]
  const startsAtNone = (form === 'burden' || form === 'recency') && better === 'lower' && least >= 0
  const low = startsAtNone ? 0 : quantileOf(sorted, 0.05)
  const high = quantileOf(sorted, 0.95)
  const [from, to] = high > low ? [low, high] : [least, greatest]
  const whole = sorted.every(Number.isInteger)
  const step = readableStep(to - from, whole)
  return [roundTo(from, step, Math.floor), roundTo(to, step, Math.ceil)]
}

/** 1, 2 or 5 times a power of ten, about a tenth to a fiftieth of the spread. */
function readableStep(spread: number, whole: boolean): number {
  const power = 10 ** (Math.floor(Math.log10(spread)) - 1)
  const leading = spread / power / 10
  const step = power * (leading < 2 ? 1 : leading < 5 ? 2 : 5)
  return whole ? Math.max(1, step) : step
}

const roundTo = (value: number, step: number, round: (value: number) => number): number =>
  Number((round(Number((value / step).toPrecision(12))) * step).toPrecision(12))
