import { toAccountIndex } from '../../src/core/brand.ts'
import { NO_BAND, NO_MODEL } from '../../src/core/score/sheet.ts'
import { figuresOf } from '../../src/core/view/figures.ts'
import type { Segment } from '../protocol/average-change.ts'
import type {
  Mover,
  MoverList,
  MoverQuestion,
  Movement,
  MovementSide,
} from '../protocol/movement.ts'
import { maybeNumber } from './cells.ts'
import type { DayView } from './day-view.ts'
import { Drivers } from './drivers.ts'
import { betweenDays, moversBy, type Between, type Found } from './moved.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const SHOWN_MOVERS = 6

/** Null where there is nothing to compare with. */
export async function movementBetween(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
  segment: Segment,
): Promise<Movement | null> {
  if (!view.before) return null
  const between = await betweenDays(open, view, then, segment)
  const list = async (list: Exclude<MoverQuestion['list'], 'cell'>) =>
    moverList(between, await moversBy(between, { list }))
  const { counts, values } = between.movement
  return {
    day: view.day,
    since: then.day,
    counts,
    values: view.values ? values : null,
    before: sideOf(open, between.before),
    after: sideOf(open, between.after),
    down: await list('down'),
    up: await list('up'),
    arrived: await list('arrived'),
    gone: await list('gone'),
    returned: await list('returned'),
    versions: { before: view.before.version, after: view.version },
  }
}

function sideOf(open: OpenWorkspace, side: Between['before']): MovementSide {
  const figures = figuresOf(side, open.riskBands, side.values)
  return {
    accounts: figures.accounts,
    value: figures.totalValue,
    valueAtRisk: figures.valueAtRisk,
  }
}

function moverList(between: Between, { side, rows }: Found): MoverList {
  const { view, then } = between
  const { values } = side === 'after' ? view : then
  const drivers = new Drivers(view)
  return {
    total: rows.length,
    value: values ? rows.reduce((sum, row) => sum + (values[row] || 0), 0) : null,
    rows: Array.from(rows.subarray(0, SHOWN_MOVERS), (row) =>
      side === 'after' ? moverAt(between, drivers, row) : leaverAt(between, row),
    ),
  }
}

function moverAt({ view, then }: Between, drivers: Drivers, row: number): Mover {
  const rowBefore = view.before?.rows[row] ?? -1
  const model = view.sheet.models[row] as number
  return {
    account: toAccountIndex(view.sheet.accounts[row] as number),
    name: view.nameAt(row),
    before: maybeNumber(then.sheet.shown[rowBefore]),
    bandBefore: bandAt(then, rowBefore),
    after: maybeNumber(view.sheet.shown[row]),
    bandAfter: bandAt(view, row),
    change: maybeNumber(view.changes[row]),
    driver: drivers.at(row),
    model: model === NO_MODEL ? null : model,
    value: maybeNumber(view.values?.[row]),
  }
}

const leaverAt = ({ then }: Between, row: number): Mover => ({
  account: toAccountIndex(then.sheet.accounts[row] as number),
  name: then.nameAt(row),
  before: maybeNumber(then.sheet.shown[row]),
  bandBefore: bandAt(then, row),
  after: null,
  bandAfter: null,
  change: null,
  driver: null,
  model: null,
  value: maybeNumber(then.values?.[row]),
})

function bandAt({ sheet }: DayView, row: number): number | null {
  const band = sheet.bands[row] ?? NO_BAND
  return band === NO_BAND ? null : band
}
