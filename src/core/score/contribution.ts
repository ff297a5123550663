import type { Group, ScoringModel } from '../model/configuration.ts'

/** How one account's factors make up its raw score. Everything is in the order of the model's groups and factors. */
export interface Contribution {
  /** NaN where nothing that is present weighs anything. */
  readonly raw: number
  readonly groups: readonly GroupContribution[]
}

export interface GroupContribution {
  /** NaN where missing. */
  readonly score: number
  /** Of the raw score, 0..1; 0 where the group is missing. */
  readonly share: number
  /** The effective share of each factor: they add up to the group's. */
  readonly shares: readonly number[]
}

/**
 * Shares out the weights over the factors that are present. `scores[group][factor]` is 0..100, NaN where missing; what was filled
 * counts as present. A factor's contribution is share · score, and the contributions add up to the raw score. The one factor that
 * `lowest` or `highest` takes carries its group whole.
 */
export function contributionOf(
  model: ScoringModel,
  scores: readonly (readonly number[])[],
): Contribution {
  const groups = model.groups.map((group, g) => withinGroup(group, scores[g] ?? []))
  const weights = model.groups.map((group, g) =>
    Number.isNaN(groups[g]?.score) ? 0 : group.weight,
  )
  const total = sum(weights)
  const shared = groups.map(({ score, shares }, g) => {
    const share = total > 0 ? (weights[g] as number) / total : 0
    return { score, share, shares: shares.map((part) => part * share) }
  })
  const raw = sum(shared.map(({ score, share }) => (share > 0 ? share * score : 0)))
  return { raw: total > 0 ? raw : NaN, groups: shared }
}

function withinGroup(
  group: Group,
  scores: readonly number[],
): { readonly score: number; readonly shares: readonly number[] } {
  const weights = group.factors.map((factor, f) =>
    Number.isNaN(scores[f] ?? NaN) ? 0 : factor.weight,
  )
  const carried =
    group.rollup === undefined || group.rollup === 'mean' ? weights : taken(group, weights, scores)
  const total = sum(carried)
  if (total === 0) return { score: NaN, shares: weights.map(() => 0) }
  const shares = carried.map((weight) => weight / total)
  return {
    score: sum(shares.map((share, f) => (share > 0 ? share * (scores[f] as number) : 0))),
    shares,
  }
}

/** Weight 1 for the first of the lowest or highest, 0 for the others; factors of weight 0 are left out. */
function taken(group: Group, weights: readonly number[], scores: readonly number[]): number[] {
  const sign = group.rollup === 'lowest' ? 1 : -1
  let best = -1
  weights.forEach((weight, f) => {
    if (weight === 0) return
    if (best < 0 || sign * (scores[f] as number) < sign * (scores[best] as number)) best = f
  })
  return weights.map((_, f) => (f === best ? 1 : 0))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
