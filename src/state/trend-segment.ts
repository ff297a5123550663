import type { Segment } from '../../workers/protocol/average-change.ts'
import type { ColumnSummary } from '../../workers/protocol/opened.ts'
import { allOf, segmentFilter } from './filter-links.ts'

/** `plan.Pro`, or `plan` for the accounts without one; ids of columns have no point. Empty: the portfolio. */
export function readSegment(text: string): Segment {
  if (text === '') return []
  const point = text.indexOf('.')
  return point < 0
    ? [{ by: text, label: null }]
    : [{ by: text.slice(0, point), label: text.slice(point + 1) }]
}

export function writeSegment([condition]: Segment): string {
  if (!condition) return ''
  return condition.label === null ? condition.by : `${condition.by}.${condition.label}`
}

/** The same as an expression; '' for the portfolio. */
export const filterOfSegment = (
  segment: Segment,
  columns: readonly Pick<ColumnSummary, 'id' | 'type'>[],
): string =>
  allOf(
    ...segment.map(({ by, label }) =>
      segmentFilter(columns.find(({ id }) => id === by) ?? { id: by, type: 'text' }, label),
    ),
  )
