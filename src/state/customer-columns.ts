import type { ColumnType } from '../core/table/column.ts'
import type { ReadingPlan } from '../core/source/plan.ts'
import type { Review } from '../../workers/protocol/review.ts'
import type { IncludeRule } from './include-rule.ts'

/** A column that can say who is a customer, with the values it has, the most frequent first. */
export interface CustomerColumn {
  readonly id: string
  readonly header: string
  readonly type: ColumnType
  readonly values: readonly string[]
}

/** Columns of few values. The one of the rule in force is among them with its value, however rare, and before the file is read. */
export function customerColumns(
  review: Review | null,
  rule: IncludeRule | null,
  plan: ReadingPlan,
): readonly CustomerColumn[] {
  const found = columnsOfFewValues(review, rule)
  const ruled = plan.columns.find(({ id }) => id === rule?.column)
  if (!rule || !ruled || found.some(({ id }) => id === ruled.id)) return found
  const { id, header, type } = ruled
  return [{ id, header, type: type ?? 'text', values: [rule.value] }, ...found]
}

function columnsOfFewValues(
  review: Review | null,
  rule: IncludeRule | null,
): readonly CustomerColumn[] {
  return (review?.columns ?? []).flatMap(({ ignore, shape, id, header, type }) => {
    if (ignore || type === null || type === 'date' || shape.kind !== 'top') return []
    const found = shape.values.map(({ label }) => label)
    const values =
      rule?.column === id && !found.includes(rule.value) ? [...found, rule.value] : found
    return values.length > 0 ? [{ id, header, type, values }] : []
  })
}
