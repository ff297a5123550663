import { byCodePoint } from '../../src/core/table/code-point-order.ts'
import { DISTRIBUTION_STEP, distributionOf } from '../../src/core/view/distribution.ts'
import { figuresOf } from '../../src/core/view/figures.ts'
import { firstBy } from '../../src/core/view/order.ts'
import { triageUrgency } from '../../src/core/view/triage.ts'
import type { Figure } from '../protocol/figures.ts'
import type { Overview } from '../protocol/overview.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import { renewalsOf } from './renewals.ts'
import { historyVersions, rowAt, rowParts, type RowParts } from './rows.ts'

const TRIAGE_ROWS = 12

export async function overviewOf(open: OpenWorkspace, view: DayView): Promise<Overview> {
  const bands = open.riskBands.length
  const now = figuresOf(view.sheet, open.riskBands, view.values)
  const before = view.before && figuresOf(view.before.sheet, open.riskBands, view.before.values)
  const parts = await rowParts(open, view, [])
  const figure = (pick: (figures: typeof now) => number | null): Figure => ({
    now: pick(now),
    before: before ? pick(before) : null,
  })
  return {
    day: view.day,
    since: view.before?.day ?? null,
    versions: view.versions,
    historyVersions: historyVersions(view, parts),
    accounts: figure(({ accounts }) => accounts),
    averageScore: figure(({ average }) => average),
    valueAtRisk: figure(({ valueAtRisk }) => valueAtRisk),
    notScored: figure(({ notScored }) => notScored),
    leftOut: now.leftOut,
    bands: open.riskBands.map((_, band) => ({
      band,
      count: figure(({ counts }) => counts[band] ?? 0),
      value: figure(({ values }) => values[band] ?? null),
    })),
    triage: triageOf(view, parts),
    distribution: { step: DISTRIBUTION_STEP, counts: distributionOf(view.sheet, bands) },
    renewals: (await renewalsOf(open, view)).renewals,
  }
}

/** Ties are decided by key, as the list of accounts does; only those that tie are compared. */
function triageOf(view: DayView, parts: RowParts) {
  const { sheet } = view
  const rows = firstBy(triageUrgency(sheet.shown, view.changes, view.values), {
    direction: 'desc',
    count: TRIAGE_ROWS,
    among: sheet.included,
    ties: (a, b) => byCodePoint(view.keyAt(a), view.keyAt(b)),
  })
  return Array.from(rows, (row) => rowAt(view, row, parts))
}
