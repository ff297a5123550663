import type { SegmentLine, SegmentsTable } from '../../../workers/protocol/segments.ts'
import { formatScore, formatShortMoney, plural } from '../parts/format.ts'

export const segmentName = (label: string | null): string => label ?? 'no value'

/** Which segment stands worst, and where most value is at risk. */
export function segmentsWords({ lines }: SegmentsTable): string {
  const named = lines.filter(({ label }) => label !== null)
  const scored = named.filter(({ averageScore }) => averageScore.now !== null)
  const lowest = least(scored, ({ averageScore }) => averageScore.now ?? 0)
  const dearest = least(named, ({ valueAtRisk }) => -(valueAtRisk ?? 0))
  return [
    lowest && scored.length > 1
      ? `${segmentName(lowest.label)} has the lowest average, ${formatScore(lowest.averageScore.now)}, of ${plural(lowest.count, 'account')}.`
      : '',
    dearest?.valueAtRisk
      ? `Most value at risk is in ${segmentName(dearest.label)}: ${formatShortMoney(dearest.valueAtRisk)}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function least(
  lines: readonly SegmentLine[],
  of: (line: SegmentLine) => number,
): SegmentLine | null {
  return lines.reduce<SegmentLine | null>(
    (found, line) => (found === null || of(line) < of(found) ? line : found),
    null,
  )
}
