import { toDay } from '../../src/core/brand.ts'
import type { Column } from '../../src/core/table/column.ts'
import { isMissingAt, textAt } from '../../src/core/table/texts.ts'
import type { Cell } from '../protocol/figures.ts'

/** One value for the page. A column that the snapshot does not have, or a row before the first, is missing. */
export function cellOf(column: Column | undefined, row: number): Cell {
  if (!column || row < 0 || isMissingAt(column, row)) return { type: 'missing' }
  switch (column.type) {
    case 'number':
      return { type: 'number', value: column.values[row] as number }
    case 'date':
      return { type: 'date', value: toDay(column.values[row] as number) }
    case 'boolean':
      return { type: 'boolean', value: column.values[row] === 1 }
    case 'text':
      return { type: 'text', value: textAt(column, row) }
  }
}

export const maybeNumber = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value
