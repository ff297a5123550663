import { atRiskChecklist } from './at-risk-checklist.ts'
import { journeyStage } from './journey-stage.ts'
import { productRelationship } from './product-relationship.ts'
import type { Template, TemplateId } from './template.ts'
import { usageRank } from './usage-rank.ts'
import { weightedComponents } from './weighted-components.ts'

/** Starting points, each a way of scoring that others use. */
export const TEMPLATES: readonly Template[] = [
  weightedComponents,
  usageRank,
  productRelationship,
  atRiskChecklist,
  journeyStage,
]

export function templateOf(id: TemplateId): Template {
  const template = TEMPLATES.find((one) => one.id === id)
  if (!template) throw new Error(`invalid template: ${id}`)
  return template
}
