import { formulaOf } from '../../../src/core/score/scoring.ts'
import { dimensionOf } from '../../../src/core/view/dimension.ts'
import { measureSegments } from '../../../src/core/view/segment-measures.ts'
import { placesIn } from '../../../src/core/view/segment.ts'
import type { SegmentMeans } from '../../protocol/draft.ts'
import type { OpenWorkspace } from '../open-workspace.ts'
import type { Side, Sides } from './judge.ts'

const SHOWN = 8

/** The average score of each segment on both sides, of texts the most accounts first; null where there is no such column. */
export async function segmentMeans(
  open: OpenWorkspace,
  sides: Sides,
  asked: string | null,
): Promise<SegmentMeans | null> {
  const attribute = asked ?? sides.after.configuration?.account.segments?.[0]
  if (attribute === undefined) return null
  const loaded = (await open.portfolio.load(sides.at, [attribute])).columns.get(attribute)
  const column = loaded ?? sides.after.scorer?.evaluator.column(attribute, sides.at)
  if (!column) return null
  const { type, isWhole, cut, segments } = dimensionOf(column, {
    subject: formulaOf(attribute).root,
    cut: null,
    sheet: sides.after.sheet,
    riskBands: [],
    values: null,
    most: SHOWN,
  })
  const places = placesIn(column, segments)
  const measuresOf = ({ sheet, bands }: Side) =>
    measureSegments(
      places,
      segments.length,
      { ...sheet, coverage: null, flags: [] },
      { riskBands: bands.map(() => false), riskFlags: [], values: null },
    )
  const [before, after] = [measuresOf(sides.before), measuresOf(sides.after)]
  const lines = segments.map((segment, place) => ({
    segment,
    count: after[place]?.accounts ?? 0,
    average: { now: after[place]?.average ?? null, before: before[place]?.average ?? null },
  }))
  return { by: { subject: attribute, type, isWhole, cut }, lines }
}
