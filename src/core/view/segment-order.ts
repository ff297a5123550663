import type { SegmentMeasures } from './segment-measures.ts'

/** A segment now, and what its average was at the comparison. */
export interface SegmentCell extends SegmentMeasures {
  /** Of those who were in it then; null where nobody was scored, or there is nothing to compare with. */
  readonly averageBefore: number | null
}

/** What segments are compared by. */
export const MEASURES = [
  'accounts',
  'value',
  'average',
  'change',
  'atRisk',
  'valueAtRisk',
  'flagged',
  'coverage',
] as const
export type Measure = (typeof MEASURES)[number]

/** One number of a segment; null where there is none. Of averages the change is that of what is read, to one decimal. */
export function measureOf(
  cell: SegmentCell,
  measure: Measure,
  riskBands: readonly boolean[],
): number | null {
  switch (measure) {
    case 'change':
      return changeOf(cell)
    case 'atRisk':
      return shareAtRisk(cell, riskBands)
    default:
      return cell[measure]
  }
}

export function changeOf({ average, averageBefore }: SegmentCell): number | null {
  if (average === null || averageBefore === null) return null
  return (Math.round(average * 10) - Math.round(averageBefore * 10)) / 10
}

/** Of the scored accounts, those in bands at risk; null where nobody is scored. */
function shareAtRisk({ bands }: SegmentCell, riskBands: readonly boolean[]): number | null {
  const scored = bands.reduce((sum, count) => sum + count, 0)
  const atRisk = bands.reduce((sum, count, band) => sum + (riskBands[band] ? count : 0), 0)
  return scored === 0 ? null : atRisk / scored
}

/** The places of the numbers in their order; null comes last in both directions, equals stay as they are. */
export function orderOf(
  numbers: readonly (number | null)[],
  direction: 'asc' | 'desc',
): readonly number[] {
  const sign = direction === 'asc' ? 1 : -1
  return numbers
    .map((_, place) => place)
    .sort((a, b) => {
      const [x = null, y = null] = [numbers[a], numbers[b]]
      if (x === null || y === null) return Number(x === null) - Number(y === null)
      return sign * (x - y)
    })
}
