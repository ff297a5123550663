import { rowsInSegment, type SegmentCondition } from '../../src/core/view/segments.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { Segment } from '../protocol/average-change.ts'

/** The included rows of a snapshot that are in a segment by what it says of them itself; null, for all, where there is no condition. */
export async function rowsOfSegment(
  portfolio: Portfolio,
  at: number,
  included: Uint8Array,
  segment: Segment,
): Promise<Uint32Array | null> {
  if (segment.length === 0) return null
  const { columns } = await portfolio.load(
    at,
    segment.map(({ by }) => by),
  )
  const conditions = segment.map(({ by, label }): SegmentCondition => ({
    column: columns.get(by) ?? null,
    label: label ?? '',
  }))
  return rowsInSegment(conditions, included)
}

/** The same as a mask. */
export async function confine(
  portfolio: Portfolio,
  at: number,
  included: Uint8Array,
  segment: Segment = [],
): Promise<Uint8Array> {
  const rows = await rowsOfSegment(portfolio, at, included, segment)
  if (!rows) return included
  const mask = new Uint8Array(included.length)
  for (const row of rows) mask[row] = 1
  return mask
}
