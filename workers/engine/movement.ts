import { toAccountIndex } from '../../src/core/brand.ts'
import { findAccount } from '../../src/core/history/recorded.ts'
import { NO_BAND, NO_MODEL } from '../../src/core/score/sheet.ts'
import { figuresOf } from '../../src/core/view/figures.ts'
import { movementOf, rowsOfCell } from '../../src/core/view/movement.ts'
import { PAGE_ROWS } from '../protocol/figures.ts'
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
import { pastOf, type OpenWorkspace } from './open-workspace.ts'

const SHOWN_MOVERS = 6

/** The two snapshots, and who went where between them. `then` is the earlier one as a view of its own. */
interface Moved {
  readonly open: OpenWorkspace
  readonly view: DayView
  readonly then: DayView
  readonly movement: ReturnType<typeof movementOf>
}

/** Rows of the later snapshot, or of the earlier one. */
interface Found {
  readonly side: 'before' | 'after'
  readonly rows: Uint32Array
}

/** Null where there is nothing to compare with. */
export async function movementBetween(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
): Promise<Movement | null> {
  if (!view.before) return null
  const moved = movedBetween(open, view, then)
  const list = async (list: Exclude<MoverQuestion['list'], 'cell'>) =>
    moverList(moved, await foundBy(moved, { list }), SHOWN_MOVERS)
  const { counts, values } = moved.movement
  return {
    day: view.day,
    since: then.day,
    counts,
    values: view.values ? values : null,
    before: sideOf(open, then),
    after: sideOf(open, view),
    down: await list('down'),
    up: await list('up'),
    arrived: await list('arrived'),
    gone: await list('gone'),
    returned: await list('returned'),
    versions: { before: view.before.version, after: view.version },
  }
}

/** The accounts of a cell or a list, at most PAGE_ROWS of them. */
export async function moversOf(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
  question: MoverQuestion,
): Promise<MoverList> {
  if (!view.before) return { total: 0, value: null, rows: [] }
  const moved = movedBetween(open, view, then)
  return moverList(moved, await foundBy(moved, question), PAGE_ROWS)
}

const movedBetween = (open: OpenWorkspace, view: DayView, then: DayView): Moved => ({
  open,
  view,
  then,
  movement: movementOf(
    { ...then.sheet, values: then.values },
    { ...view.sheet, values: view.values },
    view.before?.rows ?? new Int32Array(view.sheet.accounts.length).fill(-1),
    open.riskBands.length,
  ),
})

function sideOf(open: OpenWorkspace, { sheet, values }: DayView): MovementSide {
  const figures = figuresOf(sheet, open.riskBands, values)
  return {
    accounts: figures.accounts,
    value: figures.totalValue,
    valueAtRisk: figures.valueAtRisk,
  }
}

async function foundBy(moved: Moved, question: MoverQuestion): Promise<Found> {
  const { view, then, movement } = moved
  switch (question.list) {
    case 'cell':
      return byValue(
        moved,
        rowsOfCell(movement, { before: then.sheet, after: view.sheet }, question),
      )
    case 'down':
      return { side: 'after', rows: changed(view, -1) }
    case 'up':
      return { side: 'after', rows: changed(view, 1) }
    case 'arrived':
      return byValue(moved, { side: 'after', rows: arrivedIn(moved) })
    case 'gone':
      return byValue(moved, { side: 'before', rows: movement.left })
    case 'returned':
      return byValue(moved, { side: 'after', rows: await returnedIn(moved) })
  }
}

/** Those whose score fell or rose, the furthest first; of equals the greater value. */
function changed({ changes, sheet, values }: DayView, sign: 1 | -1): Uint32Array {
  const found: number[] = []
  for (let row = 0; row < changes.length; row++)
    if (sheet.included[row] === 1 && (changes[row] as number) * sign > 0) found.push(row)
  const worth = (row: number) => values?.[row] || 0
  found.sort((a, b) => sign * (changes[b]! - changes[a]!) || worth(b) - worth(a) || a - b)
  return Uint32Array.from(found)
}

function arrivedIn({ movement, open }: Moved): Uint32Array {
  const absent = open.riskBands.length + 1
  const found: number[] = []
  for (let row = 0; row < movement.from.length; row++)
    if (movement.from[row] === absent) found.push(row)
  return Uint32Array.from(found)
}

/** Those who arrived, and were customers in a snapshot before the comparison. */
async function returnedIn(moved: Moved): Promise<Uint32Array> {
  const { open, view, then } = moved
  const places = Array.from({ length: then.at }, (_, place) => then.at - 1 - place)
  const earlier = await pastOf(open, view.seen).some(places)
  return arrivedIn(moved).filter((row) => {
    const account = view.sheet.accounts[row] as number
    return earlier.some((day) => day && day.included[findAccount(day.accounts, account)] === 1)
  })
}

/** The greatest value first. */
function byValue({ view, then }: Moved, { side, rows }: Found): Found {
  const values = (side === 'after' ? view : then).values
  const worth = (row: number) => values?.[row] || 0
  return { side, rows: rows.slice().sort((a, b) => worth(b) - worth(a) || a - b) }
}

function moverList(moved: Moved, { side, rows }: Found, most: number): MoverList {
  const { view, then } = moved
  const { values } = side === 'after' ? view : then
  const drivers = new Drivers(view)
  return {
    total: rows.length,
    value: values ? rows.reduce((sum, row) => sum + (values[row] || 0), 0) : null,
    rows: Array.from(rows.subarray(0, most), (row) =>
      side === 'after' ? moverAt(moved, drivers, row) : leaverAt(moved, row),
    ),
  }
}

function moverAt({ view, then }: Moved, drivers: Drivers, row: number): Mover {
  const rowBefore = view.before?.rows[row] ?? -1
  const model = view.sheet.models[row] as number
  return {
    account: toAccountIndex(view.sheet.accounts[row] as number),
    name: view.names[row] as string,
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

const leaverAt = ({ then }: Moved, row: number): Mover => ({
  account: toAccountIndex(then.sheet.accounts[row] as number),
  name: then.names[row] as string,
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
