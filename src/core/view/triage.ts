/**
 * How urgent each account is: value · ((100 − score) + what it fell since the comparison) / 100, the greatest first. NaN, which comes
 * last, where the account has no score or no value. Aligned vectors; a missing change counts 0; without a value column (null) every
 * value is 1.
 */
export function triageUrgency(
  scores: Float64Array,
  changes: Float64Array | null,
  values: Float64Array | null,
): Float64Array {
  const urgency = new Float64Array(scores.length)
  for (let row = 0; row < urgency.length; row++) {
    const change = changes ? (changes[row] as number) : NaN
    const fall = Number.isNaN(change) ? 0 : Math.max(0, -change)
    const value = values ? (values[row] as number) : 1
    urgency[row] = (value * (100 - (scores[row] as number) + fall)) / 100
  }
  return urgency
}
