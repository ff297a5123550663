import { toAccountIndex, toDay } from '../../src/core/brand.ts'
import { recordedScore, type RecordedDay } from '../../src/core/history/recorded.ts'
import { NO_BAND, NO_MODEL } from '../../src/core/score/sheet.ts'
import { MISSING_DAY, type Column } from '../../src/core/table/column.ts'
import type { AccountRow } from '../protocol/accounts.ts'
import { cellOf, maybeNumber } from './cells.ts'
import type { DayView } from './day-view.ts'
import { columnBy } from './expressions.ts'
import { Drivers } from './drivers.ts'
import { pastOf, type OpenWorkspace } from './open-workspace.ts'
import { scoresBefore } from './past-scores.ts'

/** What rows are made of beside the view itself. */
export interface RowParts {
  /** The latest snapshots up to the view's own, oldest first. */
  readonly past: readonly RecordedDay[]
  readonly drivers: Drivers
  readonly columns: readonly Column[]
}

const PAST_SNAPSHOTS = 11

/** Of the configurations that scored what stands in the histories of the rows. */
export const historyVersions = (
  { version }: DayView,
  { past }: Pick<RowParts, 'past'>,
): number[] => [...past.map(({ configurationVersion }) => configurationVersion), version]

/** `columns` are further ones that were asked for, as expressions. */
export async function rowParts(
  open: OpenWorkspace,
  view: DayView,
  columns: readonly string[],
): Promise<RowParts> {
  const found = await Promise.all(columns.map((text) => columnBy(open, view, text)))
  return {
    past: await scoresBefore(pastOf(open, view.seen), view.at, PAST_SNAPSHOTS),
    drivers: new Drivers(view),
    columns: found,
  }
}

export function rowAt(
  view: DayView,
  row: number,
  { past, drivers, columns }: RowParts,
): AccountRow {
  const { sheet } = view
  const account = sheet.accounts[row] as number
  const band = sheet.bands[row] as number
  const model = sheet.models[row] as number
  const renewal = view.renewals?.[row] ?? MISSING_DAY
  return {
    account: toAccountIndex(account),
    key: view.keyAt(row),
    name: view.nameAt(row),
    score: maybeNumber(sheet.shown[row]),
    band: band === NO_BAND ? null : band,
    change: maybeNumber(view.changes[row]),
    coverage: sheet.coverage[row] as number,
    history: [
      ...past.map((day) => maybeNumber(recordedScore(day, account))),
      maybeNumber(sheet.shown[row]),
    ],
    driver: drivers.at(row),
    value: maybeNumber(view.values?.[row]),
    renewal: renewal === MISSING_DAY ? null : toDay(renewal),
    owner: view.ownerAt(row),
    model: model === NO_MODEL ? null : model,
    flags: sheet.flags.flatMap((raised, flag) => (raised[row] === 1 ? [flag] : [])),
    cells: columns.map((column) => cellOf(column, row)),
  }
}
