import type { Group, ScoringModel } from './configuration.ts'

/** Of the whole score, 0..1, where all data is present. Weights that are all 0 give no share. */
export const groupShare = ({ groups }: ScoringModel, { weight }: Group): number =>
  part(weight, groups)

export const factorShare = (model: ScoringModel, group: Group, weight: number): number =>
  groupShare(model, group) * part(weight, group.factors)

function part(weight: number, all: readonly { readonly weight: number }[]): number {
  const sum = all.reduce((total, one) => total + one.weight, 0)
  return sum > 0 ? weight / sum : 0
}

/**
 * How far a slider goes for weights that are compared with one another: 100 for weights of per cent, else a round number that leaves
 * room above the greatest.
 */
export function weightCeiling(weights: readonly number[]): number {
  const greatest = Math.max(0, ...weights)
  if (greatest > 10 && greatest <= 100) return 100
  if (greatest === 0) return 1
  const power = 10 ** Math.floor(Math.log10(greatest))
  return ([2, 5, 10, 20].find((times) => times * power >= greatest * 1.25) ?? 20) * power
}
