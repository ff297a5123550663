import type { Configuration, Factor, Group, Scale, ScoringModel } from '../configuration.ts'

export const ADJUSTMENTS = ['leave-out', 'turn', 'take-in'] as const

/** What a person changes with one click: a factor is left out, what was healthier is less so, or a column that was none is taken in. */
export interface Adjustment {
  /** Of a column that is taken in: its id. */
  readonly factor: string
  readonly change: (typeof ADJUSTMENTS)[number]
}

/** A configuration with its factors adjusted; a group without factors goes. Null where none is left. A factor it does not have changes nothing: what is taken in was proposed already. */
export function adjustProposal(
  configuration: Configuration,
  adjustments: readonly Adjustment[],
): Configuration | null {
  if (adjustments.length === 0) return configuration
  const models = configuration.models
    .map((model) => adjustModel(model, adjustments))
    .filter((model) => model.groups.length > 0)
  return models.length > 0 ? { ...configuration, models } : null
}

function adjustModel(model: ScoringModel, adjustments: readonly Adjustment[]): ScoringModel {
  const groups = model.groups
    .map((group) => adjustGroup(group, adjustments))
    .filter((group) => group.factors.some(({ weight }) => weight > 0))
  return { ...model, groups }
}

function adjustGroup(group: Group, adjustments: readonly Adjustment[]): Group {
  const has = (factor: Factor, change: Adjustment['change']) =>
    adjustments.some(
      (adjustment) => adjustment.factor === factor.id && adjustment.change === change,
    )
  const factors = group.factors
    .filter((factor) => !has(factor, 'leave-out'))
    .map((factor) => (has(factor, 'turn') ? { ...factor, scale: turned(factor.scale) } : factor))
  return { ...group, factors }
}

/** The scale that gives 100 less what this one gives, where there is one of its kind; a target and a decay stay. */
export function turned(scale: Scale): Scale {
  switch (scale.type) {
    case 'linear':
      return { ...scale, from: scale.to, to: scale.from }
    case 'steps':
      return { ...scale, scores: scale.scores.map((score) => 100 - score) }
    case 'categories':
      return {
        ...scale,
        map: Object.fromEntries(
          Object.entries(scale.map).map(([word, score]) => [word, 100 - score]),
        ),
        otherwise: scale.otherwise === null ? null : 100 - scale.otherwise,
      }
    case 'quantiles':
    case 'percentile':
      return { ...scale, better: scale.better === 'higher' ? 'lower' : 'higher' }
    case 'target':
    case 'decay':
      return scale
  }
}
