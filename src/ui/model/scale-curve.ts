import { assertNever } from '../../core/problem.ts'
import type { Scale } from '../../core/model/configuration.ts'

/** A scale as it is drawn: x from left to right 0..1, y the score 0..100. `bars` stand apart, a `line` joins its points. */
export interface ScaleCurve {
  readonly kind: 'line' | 'bars'
  readonly points: readonly (readonly [x: number, score: number])[]
}

/** How much of the width lies outside the ends of a scale, where it stays flat. */
const MARGIN = 0.2
const HALF_LIVES = 4
const DECAY_POINTS = 17

export function scaleCurve(scale: Scale): ScaleCurve {
  switch (scale.type) {
    case 'linear':
      return linear(scale.from, scale.to)
    case 'target':
      return target(scale)
    case 'steps':
      return steps(scale.at, scale.scores)
    case 'categories':
      return categories(Object.values(scale.map))
    case 'decay':
      return decay()
    case 'quantiles':
      return turned(scale.better, [
        [0, 0],
        [scale.low, 0],
        [scale.high, 100],
        [1, 100],
      ])
    case 'percentile':
      return turned(scale.better, [
        [0, 0],
        [1 - scale.top, 100],
        [1, 100],
      ])
    default:
      return assertNever(scale)
  }
}

type Points = ScaleCurve['points']

const line = (points: Points): ScaleCurve => ({ kind: 'line', points })

const linear = (from: number, to: number): ScaleCurve =>
  from < to
    ? line([
        [0, 0],
        [MARGIN, 0],
        [1 - MARGIN, 100],
        [1, 100],
      ])
    : line([
        [0, 100],
        [MARGIN, 100],
        [1 - MARGIN, 0],
        [1, 0],
      ])

type Target = Extract<Scale, { type: 'target' }>

function target({ zeroBelow, fullFrom, fullTo, zeroAbove }: Target): ScaleCurve {
  const place = placesBetween(zeroBelow, zeroAbove)
  return line([
    [0, 0],
    [place(zeroBelow), 0],
    [place(fullFrom), 100],
    [place(fullTo), 100],
    [place(zeroAbove), 0],
    [1, 0],
  ])
}

function steps(at: readonly number[], scores: readonly number[]): ScaleCurve {
  const [first = 0] = at
  const place = placesBetween(first, at.at(-1) ?? first)
  const risers = at.flatMap((from, step): Points => [
    [place(from), scores[step] ?? 0],
    [place(from), scores[step + 1] ?? 0],
  ])
  return line([[0, scores[0] ?? 0], ...risers, [1, scores.at(-1) ?? 0]])
}

/** Where a value lies between the least and the greatest, with the margin on both sides. */
const placesBetween =
  (least: number, greatest: number) =>
  (value: number): number =>
    greatest === least ? 0.5 : MARGIN + ((value - least) / (greatest - least)) * (1 - 2 * MARGIN)

const categories = (scores: readonly number[]): ScaleCurve => ({
  kind: 'bars',
  points: scores.map((score, place) => [(place + 0.5) / scores.length, score]),
})

function decay(): ScaleCurve {
  const points = Array.from({ length: DECAY_POINTS }, (_, place): Points[number] => {
    const x = place / (DECAY_POINTS - 1)
    return [x, 100 * 0.5 ** (x * HALF_LIVES)]
  })
  return line(points)
}

const turned = (better: 'higher' | 'lower', points: Points): ScaleCurve =>
  line(better === 'higher' ? points : points.map(([x, score]) => [1 - x, score] as const).reverse())
