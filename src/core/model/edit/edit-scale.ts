import { assertNever } from '../../problem.ts'
import type { Better, Scale } from '../configuration.ts'

/** What is known of the values that a scale is to judge: 101 ascending quantiles, and the words of a column that has no numbers. */
export interface ScaleData {
  readonly quantiles: readonly number[]
  readonly words: readonly string[]
}

/** A scale of another type over the same values, healthier the same way, as something to begin from. */
export function toScaleType(scale: Scale, type: Scale['type'], data: ScaleData): Scale {
  if (scale.type === type) return scale
  const better = betterOf(scale)
  switch (type) {
    case 'linear': {
      const [low, high] = apart(data, 10, 90)
      return better === 'higher' ? { type, from: low, to: high } : { type, from: high, to: low }
    }
    case 'target': {
      const [zeroBelow, zeroAbove] = apart(data, 5, 95)
      const third = readable((zeroAbove - zeroBelow) / 3, zeroAbove - zeroBelow)
      return { type, zeroBelow, fullFrom: zeroBelow + third, fullTo: zeroAbove - third, zeroAbove }
    }
    case 'steps': {
      const at = distinct([25, 50, 75].map((percent) => quantile(data, percent)))
      const scores = [0, ...at.map((_, i) => Math.round(((i + 1) * 100) / at.length))]
      return { type, at, scores: better === 'higher' ? scores : scores.toReversed() }
    }
    case 'categories':
      return {
        type,
        map: Object.fromEntries(data.words.map((word) => [word, 50])),
        otherwise: null,
      }
    case 'decay':
      return { type, halfLife: Math.max(quantile(data, 50), 0) || 1 }
    case 'quantiles':
      return { type, low: 0.1, high: 0.9, better }
    case 'percentile':
      return { type, better, top: 0.05 }
    default:
      return assertNever(type)
  }
}

/** Which way the values of a scale are healthier; where it is neither, more is. */
export function betterOf(scale: Scale): Better {
  switch (scale.type) {
    case 'linear':
      return scale.from < scale.to ? 'higher' : 'lower'
    case 'steps':
      return (scale.scores[0] ?? 0) <= (scale.scores.at(-1) ?? 0) ? 'higher' : 'lower'
    case 'decay':
      return 'lower'
    case 'quantiles':
    case 'percentile':
      return scale.better
    case 'target':
    case 'categories':
      return 'higher'
    default:
      return assertNever(scale)
  }
}

/** The same scale with the other way healthier; as it is where it has no way. */
export function turnScale(scale: Scale): Scale {
  switch (scale.type) {
    case 'linear':
      return { ...scale, from: scale.to, to: scale.from }
    case 'steps':
      return { ...scale, scores: scale.scores.toReversed() }
    case 'quantiles':
    case 'percentile':
      return { ...scale, better: scale.better === 'higher' ? 'lower' : 'higher' }
    case 'target':
    case 'categories':
    case 'decay':
      return scale
    default:
      return assertNever(scale)
  }
}

/** Two quantiles as round numbers that differ, whatever the data. */
function apart(data: ScaleData, low: number, high: number): [number, number] {
  const [from, to] = [quantile(data, low), quantile(data, high)]
  if (from < to) return [from, to]
  const [least, most] = [quantile(data, 0), quantile(data, 100)]
  return least < most ? [least, most] : [least, least + 1]
}

/** As round as the spread of the values allows: two digits of it. */
function quantile({ quantiles }: ScaleData, percent: number): number {
  const value = quantiles[percent] ?? percent / 100
  return readable(value, (quantiles[95] ?? 1) - (quantiles[5] ?? 0))
}

function readable(value: number, spread: number): number {
  if (!(spread > 0)) return value
  const step = 10 ** (Math.floor(Math.log10(spread)) - 1)
  return Number((Math.round(value / step) * step).toPrecision(12))
}

const distinct = (ascending: readonly number[]): number[] =>
  ascending.filter((value, i) => i === 0 || value > (ascending[i - 1] as number))
