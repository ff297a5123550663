import type { Better, Scale } from '../../model/configuration.ts'
import { quantileOf } from '../../table/quantiles.ts'

/** Scores one number, 0..100. */
export type NumberScale = (x: number) => number

type ScaleOf<Type extends Scale['type']> = Extract<Scale, { readonly type: Type }>

// Each scale scores a whole vector, 0..100, in a loop of its own, and NaN as NaN: a function called for each number takes five times as long.

/** 0 at `from`, 100 at `to`, clamped; `from` above `to`: lower is better. */
export function linearScores({ from, to }: ScaleOf<'linear'>, numbers: Float64Array): Float64Array {
  const scores = new Float64Array(numbers.length)
  for (let i = 0; i < scores.length; i++)
    scores[i] = 100 * clampShare(((numbers[i] as number) - from) / (to - from))
  return scores
}

/** 100 from `fullFrom` to `fullTo`, 0 at or beyond `zeroBelow` and `zeroAbove`, straight lines between. 100 where both apply. */
export function targetScores(scale: ScaleOf<'target'>, numbers: Float64Array): Float64Array {
  const { zeroBelow, fullFrom, fullTo, zeroAbove } = scale
  const scores = new Float64Array(numbers.length)
  for (let i = 0; i < scores.length; i++) {
    const x = numbers[i] as number
    if (x >= fullFrom && x <= fullTo) scores[i] = 100
    else if (x <= zeroBelow || x >= zeroAbove) scores[i] = 0
    else if (x < fullFrom) scores[i] = (100 * (x - zeroBelow)) / (fullFrom - zeroBelow)
    else scores[i] = (100 * (zeroAbove - x)) / (zeroAbove - fullTo)
  }
  return scores
}

/** The score of the last step whose `at` is not above x; `scores[0]` below the first. */
export function stepsScores(scale: ScaleOf<'steps'>, numbers: Float64Array): Float64Array {
  const at = Float64Array.from(scale.at)
  const scoreOf = Float64Array.from(scale.scores)
  const scores = new Float64Array(numbers.length)
  for (let i = 0; i < scores.length; i++) {
    const x = numbers[i] as number
    let step = 0
    for (let j = 0; j < at.length; j++) step += Number((at[j] as number) <= x)
    scores[i] = x === x ? (scoreOf[step] as number) : NaN
  }
  return scores
}

/** 100 at 0 or below, halved with every `halfLife`. */
export function decayScores({ halfLife }: ScaleOf<'decay'>, numbers: Float64Array): Float64Array {
  const scores = new Float64Array(numbers.length)
  // What decays is mostly 0, and a power takes ten times as long as all the rest.
  let x = 0
  let score = 100
  for (let i = 0; i < scores.length; i++) {
    if (numbers[i] !== x) {
      x = numbers[i] as number
      score = 100 * Math.min(1, Math.pow(0.5, x / halfLife))
    }
    scores[i] = score
  }
  return scores
}

/** Linear between two quantiles of the ascending values, clamped. Where both are the same value: 50 at it, the clamped ends beyond it. */
export function quantilesScores(
  scale: ScaleOf<'quantiles'>,
  sorted: Float64Array,
  numbers: Float64Array,
): Float64Array {
  const scoreOf = quantilesAmong(scale, sorted)
  const scores = new Float64Array(numbers.length)
  for (let i = 0; i < scores.length; i++) scores[i] = scoreOf(numbers[i] as number)
  return scores
}

/** The same of one number. Among none: NaN. */
export function quantilesAmong(scale: ScaleOf<'quantiles'>, sorted: Float64Array): NumberScale {
  const low = quantileOf(sorted, scale.low)
  const high = quantileOf(sorted, scale.high)
  const share = (x: number) =>
    low === high ? (Math.sign(x - low) + 1) / 2 : clampShare((x - low) / (high - low))
  return directed(scale.better, share)
}

const directed = (better: Better, share: NumberScale): NumberScale =>
  better === 'higher' ? (x) => 100 * share(x) : (x) => 100 * (1 - share(x))

const CLAMPED = Float64Array.of(0, NaN, 1)

/** To 0..1. Without a branch on values, which no processor can foresee, a seventh of the time. NaN stays NaN. */
function clampShare(share: number): number {
  CLAMPED[1] = share
  return CLAMPED[Number(!(share <= 0)) + Number(share >= 1)] as number
}
