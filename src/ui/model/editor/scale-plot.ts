import type { Scale } from '../../../core/model/configuration.ts'
import type { Quantiles } from '../../../core/model/edit/scale-points.ts'
import { assertNever } from '../../../core/problem.ts'
import {
  decayScores,
  linearScores,
  stepsScores,
  targetScores,
} from '../../../core/score/scale/number-scales.ts'
import type { FactorPicture } from '../../../../workers/protocol/draft.ts'

/** The stretch of the input that is drawn. */
export interface Range {
  readonly from: number
  readonly to: number
}

export type CurvePoint = readonly [x: number, score: number]

/** All values that are drawn and the scale's own, with a little room at the ends. */
export function rangeOf({ histogram }: FactorPicture, points: readonly number[]): Range {
  const { from, step, counts } = histogram
  const ends = counts.length > 0 ? [from, from + step * counts.length] : []
  const all = [...ends, ...points].filter(Number.isFinite)
  if (all.length === 0) return { from: 0, to: 1 }
  const [least, greatest] = [Math.min(...all), Math.max(...all)]
  const room = (greatest - least || 1) * 0.03
  const isInside = (value: number) => counts.length > 0 && (value === ends[0] || value === ends[1])
  return {
    from: isInside(least) ? least : least - room,
    to: isInside(greatest) ? greatest : greatest + room,
  }
}

/** A scale as a line over the range; ranks are drawn as the engine found them. Categories have none. */
export function curveOf(scale: Scale, range: Range, ranks: FactorPicture['ranks']): CurvePoint[] {
  const { from, to } = range
  switch (scale.type) {
    case 'linear':
      return through([scale.from, scale.to], range, (xs) => linearScores(scale, xs))
    case 'target': {
      const { zeroBelow, fullFrom, fullTo, zeroAbove } = scale
      return through([zeroBelow, fullFrom, fullTo, zeroAbove], range, (xs) =>
        targetScores(scale, xs),
      )
    }
    case 'steps': {
      const edges = scale.at.flatMap((x) => [x - 1e-9 * Math.max(1, Math.abs(x)), x])
      return through(edges, range, (xs) => stepsScores(scale, xs))
    }
    case 'decay': {
      const xs = Array.from({ length: 59 }, (_, i) => from + ((to - from) * (i + 1)) / 60)
      return through(xs, range, (all) => decayScores(scale, all))
    }
    case 'quantiles':
    case 'percentile': {
      const [first, last] = [ranks[0], ranks.at(-1)]
      return first && last ? [[from, first[1]], ...ranks, [to, last[1]]] : []
    }
    case 'categories':
      return []
    default:
      return assertNever(scale)
  }
}

/** A line through the scores of these values and of the range's ends. */
function through(
  xs: readonly number[],
  { from, to }: Range,
  scoresOf: (xs: Float64Array) => Float64Array,
): CurvePoint[] {
  const inside = xs.filter((x) => x > from && x < to)
  const all = Float64Array.from([from, ...inside, to]).sort()
  const scores = scoresOf(all)
  return Array.from(all, (x, i) => [x, scores[i] as number])
}

/** The score of one value, read off the line. Null outside of what is known. */
export function scoreAt(curve: readonly CurvePoint[], x: number): number | null {
  const [first, last] = [curve[0], curve.at(-1)]
  if (!first || !last) return null
  if (x <= first[0]) return first[1]
  if (x >= last[0]) return last[1]
  const i = curve.findLastIndex(([at]) => at <= x)
  const [[x0, y0], [x1, y1]] = [curve[i] as CurvePoint, curve[i + 1] as CurvePoint]
  return x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}

/** Round numbers along the range, some five of them. */
export function ticksOf({ from, to }: Range): number[] {
  const step = roundStep((to - from) / 6)
  const first = Math.ceil(from / step)
  const count = Math.floor(to / step + 1e-9) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => tidy((first + i) * step))
}

/** What a value that is dragged snaps to: a two-hundredth of the range, as a round number. */
export function snapTo({ from, to }: Range, x: number, isWhole: boolean): number {
  const step = Math.max(isWhole ? 1 : 0, roundStep((to - from) / 200))
  return tidy(Math.round(x / step) * step)
}

export const stepOf = ({ from, to }: Range, isWhole: boolean): number =>
  Math.max(isWhole ? 1 : 0, roundStep((to - from) / 100))

function roundStep(width: number): number {
  if (!(width > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(width))
  return ([1, 2, 5, 10].find((times) => times * power >= width * (1 - 1e-9)) ?? 10) * power
}

const tidy = (value: number): number => Number(value.toPrecision(12)) + 0

/** Where shares of the accounts lie, by the 101 quantiles of a picture. */
export function quantilesOf({ quantiles }: Pick<FactorPicture, 'quantiles'>): Quantiles {
  const at = (percent: number) => quantiles[Math.round(percent)] ?? percent / 100
  return {
    valueAt: (share) => at(share * 100),
    shareAt: (value) => {
      if (quantiles.length === 0) return Math.min(1, Math.max(0, value))
      const above = quantiles.findIndex((quantile) => quantile >= value)
      return above < 0 ? 1 : above / 100
    },
  }
}
