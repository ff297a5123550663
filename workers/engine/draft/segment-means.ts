import { segmentsBy } from '../../../src/core/view/segments.ts'
import type { SegmentMeans } from '../../protocol/draft.ts'
import type { OpenWorkspace } from '../open-workspace.ts'
import type { Side, Sides } from './judge.ts'

const SHOWN = 8

/** The average score of each segment on both sides; null where there is no such column. */
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
  const of = ({ sheet, bands }: Side) =>
    segmentsBy(
      column,
      sheet,
      bands.map(() => false),
      null,
    )
  const before = new Map(
    of(sides.before).map(({ label, figures }) => [label.toLowerCase(), figures.average]),
  )
  const lines = of(sides.after)
    .slice(0, SHOWN)
    .map(({ label, figures }) => ({
      label: label === '' ? null : label,
      count: figures.accounts,
      average: { now: figures.average, before: before.get(label.toLowerCase()) ?? null },
    }))
  return { attribute, lines }
}
