import { assertNever } from '../../problem.ts'
import type { Scale } from '../configuration.ts'

/** A point of a scale's curve that can be moved: sideways along the input, or up and down along the score. */
export interface ScalePoint {
  readonly key: string
  /** In the input's own unit. */
  readonly x: number
  /** 0..100 */
  readonly score: number
  readonly moves: 'x' | 'score' | 'both'
}

/** Where a share of the accounts lies, and which share lies below a value: what ranks are drawn by. */
export interface Quantiles {
  valueAt(share: number): number
  shareAt(value: number): number
}

/** The points by which a scale is drawn, in the order of the input. Categories have none: each has its number. */
export function scalePoints(scale: Scale, quantiles: Quantiles): ScalePoint[] {
  const point = (key: string, x: number, score: number): ScalePoint => ({
    key,
    x,
    score,
    moves: 'x',
  })
  switch (scale.type) {
    case 'linear':
      return [point('from', scale.from, 0), point('to', scale.to, 100)]
    case 'target':
      return TARGET_KEYS.map((key) => point(key, scale[key], key.startsWith('full') ? 100 : 0))
    case 'steps':
      return stepPoints(scale)
    case 'decay':
      return [point('halfLife', scale.halfLife, 50)]
    case 'quantiles': {
      const [atLow, atHigh] = scale.better === 'higher' ? [0, 100] : [100, 0]
      return [
        point('low', quantiles.valueAt(scale.low), atLow),
        point('high', quantiles.valueAt(scale.high), atHigh),
      ]
    }
    case 'percentile': {
      const share = scale.better === 'higher' ? 1 - scale.top : scale.top
      return [point('top', quantiles.valueAt(share), 100)]
    }
    case 'categories':
      return []
    default:
      return assertNever(scale)
  }
}

const TARGET_KEYS = ['zeroBelow', 'fullFrom', 'fullTo', 'zeroAbove'] as const

type ScaleOf<Type extends Scale['type']> = Extract<Scale, { readonly type: Type }>

/** Each step is held where it begins; the score below the first, which begins nowhere, at the first step. */
function stepPoints({ at, scores }: ScaleOf<'steps'>): ScalePoint[] {
  return [
    { key: 'scores.0', x: at[0] ?? 0, score: scores[0] ?? 0, moves: 'score' },
    ...at.map((x, i): ScalePoint => ({
      key: `at.${i}`,
      x,
      score: scores[i + 1] ?? 0,
      moves: 'both',
    })),
  ]
}

/** The scale with one point elsewhere, as far as its neighbours let it; as it is for a key that it does not have. */
export function moveScalePoint(
  scale: Scale,
  key: string,
  to: { readonly x: number; readonly score: number },
  quantiles: Quantiles,
): Scale {
  switch (scale.type) {
    case 'linear':
      return moveEnd(scale, key, to.x)
    case 'target':
      return moveTarget(scale, key, to.x)
    case 'steps':
      return moveStep(scale, key, to)
    case 'decay':
      return to.x > 0 ? { ...scale, halfLife: to.x } : scale
    case 'quantiles':
      return moveQuantile(scale, key, quantiles.shareAt(to.x))
    case 'percentile': {
      const share = quantiles.shareAt(to.x)
      const top = scale.better === 'higher' ? 1 - share : share
      return { ...scale, top: toPercent(clamp(top, 0, 0.5)) }
    }
    case 'categories':
      return scale
    default:
      return assertNever(scale)
  }
}

function moveEnd(scale: ScaleOf<'linear'>, key: string, x: number): Scale {
  const moved = { ...scale, [key]: x }
  return moved.from === moved.to ? scale : moved
}

function moveTarget(scale: ScaleOf<'target'>, key: string, x: number): Scale {
  const i = TARGET_KEYS.indexOf(key as (typeof TARGET_KEYS)[number])
  if (i < 0) return scale
  const valueAt = (place: number) => {
    const neighbour = TARGET_KEYS[place]
    return neighbour && scale[neighbour]
  }
  return { ...scale, [key]: clamp(x, valueAt(i - 1) ?? -Infinity, valueAt(i + 1) ?? Infinity) }
}

function moveStep(
  { at, scores }: ScaleOf<'steps'>,
  key: string,
  to: { readonly x: number; readonly score: number },
): Scale {
  const [list, place] = key.split('.')
  const i = Number(place)
  const score = Math.round(clamp(to.score, 0, 100))
  if (list === 'scores') return { type: 'steps', at, scores: scores.with(0, score) }
  const isBetween = to.x > (at[i - 1] ?? -Infinity) && to.x < (at[i + 1] ?? Infinity)
  return {
    type: 'steps',
    at: isBetween ? at.with(i, to.x) : at,
    scores: scores.with(i + 1, score),
  }
}

function moveQuantile(scale: ScaleOf<'quantiles'>, key: string, share: number): Scale {
  const moved = toPercent(share)
  if (key === 'low') return moved < scale.high ? { ...scale, low: moved } : scale
  return moved > scale.low ? { ...scale, high: moved } : scale
}

const toPercent = (share: number): number => Math.round(clamp(share, 0, 1) * 100) / 100
const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value))
