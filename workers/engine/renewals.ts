import { renewalsAhead } from '../../src/core/view/renewals.ts'
import type { Segment } from '../protocol/average-change.ts'
import type { Renewals } from '../protocol/overview.ts'
import { confine } from './confine.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const MONTHS = 6

/** What renews in the months from a snapshot on, in the portfolio or a segment; nothing where no column says when. */
export async function renewalsOf(
  open: OpenWorkspace,
  view: DayView,
  segment: Segment = [],
): Promise<Renewals> {
  const { day, versions, sheet, renewals, values } = view
  if (!renewals) return { day, versions, renewals: [] }
  const included = await confine(open.portfolio, view.at, sheet.included, segment)
  const from = { day, months: MONTHS, bands: open.riskBands.length }
  return {
    day,
    versions,
    renewals: renewalsAhead({ ...sheet, included }, renewals, values, from),
  }
}
