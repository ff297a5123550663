import type { ColumnType } from '../core/table/column.ts'
import type { Review } from '../../workers/protocol.ts'
import type { IncludeRule } from './include-rule.ts'

/** A column that can say who is a customer, with the values it has, the most frequent first. */
export interface CustomerColumn {
  readonly id: string
  readonly header: string
  readonly type: ColumnType
  readonly values: readonly string[]
}

/** Columns of few values. The one of the rule in force is among them with its value, however rare. */
export function customerColumns(
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
