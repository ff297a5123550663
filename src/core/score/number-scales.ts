import type { Better, Scale } from '../model/configuration.ts'
import { quantileOf, sortedPresent } from '../table/quantiles.ts'

/** Scores one number, 0..100. Never called with NaN. */
export type NumberScale = (x: number) => number

type ScaleOf<Type extends Scale['type']> = Extract<Scale, { readonly type: Type }>

/** 0 at `from`, 100 at `to`, clamped; `from` above `to`: lower is better. */
export function linearScale({ from, to }: ScaleOf<'linear'>): NumberScale {
  return (x) => 100 * clampShare((x - from) / (to - from))
}

/** 100 from `fullFrom` to `fullTo`, 0 at or beyond `zeroBelow` and `zeroAbove`, straight lines between. 100 where both apply. */
export function targetScale(scale: ScaleOf<'target'>): NumberScale {
  const { zeroBelow, fullFrom, fullTo, zeroAbove } = scale
  return (x) => {
    if (x >= fullFrom && x <= fullTo) return 100
    if (x <= zeroBelow || x >= zeroAbove) return 0
    return x < fullFrom
      ? (100 * (x - zeroBelow)) / (fullFrom - zeroBelow)
      : (100 * (zeroAbove - x)) / (zeroAbove - fullTo)
  }
}

/** The score of the last step whose `at` is not above x; `scores[0]` below the first. */
export function stepsScale({ at, scores }: ScaleOf<'steps'>): NumberScale {
  return (x) => {
    let step = 0
    while (step < at.length && (at[step] as number) <= x) step++
    return scores[step] as number
  }
}

/** 100 at 0 or below, halved with every `halfLife`. */
export function decayScale({ halfLife }: ScaleOf<'decay'>): NumberScale {
  return (x) => 100 * Math.min(1, Math.pow(0.5, x / halfLife))
}

/**
 * Linear between two quantiles of the cohort, clamped. Where both are the same value: 50 at it, the clamped ends beyond it.
 * The cohort is `rows`, NaN left out.
 */
export const quantilesScale = (
  scale: ScaleOf<'quantiles'>,
  values: Float64Array,
  rows: Uint32Array,
): NumberScale => quantilesAmong(scale, sortedPresent(values, rows))

/** The same among ascending values. Among none: NaN. */
export function quantilesAmong(scale: ScaleOf<'quantiles'>, sorted: Float64Array): NumberScale {
  const low = quantileOf(sorted, scale.low)
  const high = quantileOf(sorted, scale.high)
  const share = (x: number) =>
    low === high ? (Math.sign(x - low) + 1) / 2 : clampShare((x - low) / (high - low))
  return directed(scale.better, share)
}

const directed = (better: Better, share: NumberScale): NumberScale =>
  better === 'higher' ? (x) => 100 * share(x) : (x) => 100 * (1 - share(x))

const clampShare = (share: number): number => Math.min(1, Math.max(0, share))
