import type { Adjustment } from '../core/model/propose/adjust-proposal.ts'

type Change = Adjustment['change']

const OPPOSITES: { readonly [change in Change]: Change | null } = {
  'leave-out': 'take-in',
  'take-in': 'leave-out',
  turn: null,
}

/** One click more; a second one takes the first back, and what was taken in and is left out is as it was proposed. */
export function withAdjustment(
  adjustments: readonly Adjustment[],
  factor: string,
  change: Change,
): readonly Adjustment[] {
  const has = (wanted: Change | null) => (one: Adjustment) =>
    one.factor === factor && one.change === wanted
  if (adjustments.some(has(change))) return adjustments.filter((one) => !has(change)(one))
  if (adjustments.some(has(OPPOSITES[change])))
    return adjustments.filter((one) => one.factor !== factor)
  return [...adjustments, { factor, change }]
}

export const isAdjusted = (
  adjustments: readonly Adjustment[] | undefined,
  factor: string,
  change: Change,
): boolean => adjustments?.some((one) => one.factor === factor && one.change === change) ?? false
