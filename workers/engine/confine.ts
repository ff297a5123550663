import { placesIn, type Segment as SplitSegment } from '../../src/core/view/segment.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { Segment } from '../protocol/average-change.ts'

/** The included rows of a snapshot that are in a segment by what it says of them itself, as a mask. No condition: all. */
export async function confine(
  portfolio: Portfolio,
  at: number,
  included: Uint8Array,
  segment: Segment = [],
): Promise<Uint8Array> {
  if (segment.length === 0) return included
  const ids = segment.map(({ by }) => by)
  const { columns } = await portfolio.load(at, ids)
  const mask = included.slice()
  for (const { by, label } of segment) {
    const column = columns.get(by)
    // A column that is not there is missing for all.
    if (!column && label !== null) mask.fill(0)
    const places = column && placesIn(column, [segmentOf(label)])
    if (places) for (let row = 0; row < mask.length; row++) if (places[row] !== 0) mask[row] = 0
  }
  return mask
}

const segmentOf = (label: string | null): SplitSegment =>
  label === null ? { kind: 'missing' } : { kind: 'value', value: label }
