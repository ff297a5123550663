import { ColumnBuilder } from '../../../src/core/table/column-builder.ts'
import { textsOf } from '../../../src/core/table/texts.ts'
import type { TypedColumn, TypePlan } from '../../../src/core/table/type-texts.ts'

/** A plan that leaves everything to the column. */
export const open: TypePlan = { type: null, format: {}, missing: null }

export function typed(cells: readonly string[], plan: Partial<TypePlan> = {}): TypedColumn {
  const builder = new ColumnBuilder({ ...open, ...plan })
  for (const cell of cells) builder.add(cell)
  return builder.finish()
}

export function valuesOf(
  cells: readonly string[],
  plan: Partial<TypePlan> = {},
): readonly (string | number)[] {
  const { column } = typed(cells, plan)
  return column.type === 'text' ? textsOf(column) : [...column.values]
}
