import { toAccountIndex } from '../../src/core/brand.ts'
import { findAccount } from '../../src/core/history/recorded.ts'
import {
  movementOf,
  rowsOfCell,
  type Movement,
  type MovementSide,
} from '../../src/core/view/movement.ts'
import type { Segment } from '../protocol/average-change.ts'
import type { MoverQuestion } from '../protocol/movement.ts'
import { confine } from './confine.ts'
import type { DayView } from './day-view.ts'
import { pastOf, type OpenWorkspace } from './open-workspace.ts'

/** The two snapshots, and who went where between them. `then` is the earlier one as a view of its own. */
export interface Between {
  readonly open: OpenWorkspace
  readonly view: DayView
  readonly then: DayView
  /** Their rows, those alone included who are counted. */
  readonly before: MovementSide
  readonly after: MovementSide
  readonly movement: Movement
}

/** Rows of the later snapshot, or of the earlier one. */
export interface Found {
  readonly side: 'before' | 'after'
  readonly rows: Uint32Array
}

/** The rows of a list that show one of those who moved so, as a mask; none where there is nothing to compare with. */
export async function rowsMoved(
  list: DayView,
  between: Between,
  question: MoverQuestion,
): Promise<Uint8Array> {
  const mask = new Uint8Array(list.sheet.accounts.length)
  if (!between.view.before) return mask
  const { side, rows } = await moversBy(between, question)
  const { accounts } = (side === 'after' ? between.view : between.then).sheet
  for (const row of rows) {
    const found = list.rowOf(toAccountIndex(accounts[row] as number))
    if (found >= 0) mask[found] = 1
  }
  return mask
}

/** Of a segment those count who are in it on the later day, and of those who left who was in it on the earlier one. */
export async function betweenDays(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
  segment: Segment = [],
): Promise<Between> {
  const rows = view.before?.rows ?? new Int32Array(view.sheet.accounts.length).fill(-1)
  const included = await includedOf(open, view, then, { rows, segment })
  const before = { ...then.sheet, included: included.before, values: then.values }
  const after = { ...view.sheet, included: included.after, values: view.values }
  const movement = movementOf(before, after, rows, open.riskBands.length)
  return { open, view, then, before, after, movement }
}

async function includedOf(
  { portfolio }: OpenWorkspace,
  view: DayView,
  then: DayView,
  { rows, segment }: { readonly rows: Int32Array; readonly segment: Segment },
) {
  if (segment.length === 0) return { before: then.sheet.included, after: view.sheet.included }
  const after = await confine(portfolio, view.at, view.sheet.included, segment)
  const before = (await confine(portfolio, then.at, then.sheet.included, segment)).slice()
  for (let row = 0; row < rows.length; row++) {
    const rowBefore = rows[row] as number
    if (rowBefore < 0 || view.sheet.included[row] !== 1) continue
    before[rowBefore] = after[row] === 1 ? (then.sheet.included[rowBefore] as number) : 0
  }
  return { before, after }
}

/** Who moved so, in the order of their list. */
export async function moversBy(between: Between, question: MoverQuestion): Promise<Found> {
  const { view, before, after, movement } = between
  switch (question.list) {
    case 'cell':
      return byValue(between, rowsOfCell(movement, { before, after }, question))
    case 'down':
      return { side: 'after', rows: changed(after, view.changes, -1) }
    case 'up':
      return { side: 'after', rows: changed(after, view.changes, 1) }
    case 'arrived':
      return byValue(between, { side: 'after', rows: arrivedIn(between) })
    case 'gone':
      return byValue(between, { side: 'before', rows: movement.left })
    case 'returned':
      return byValue(between, { side: 'after', rows: await returnedIn(between) })
  }
}

/** Those whose score fell or rose, the furthest first; of equals the greater value. */
function changed(
  { included, values }: MovementSide,
  changes: Float64Array,
  sign: 1 | -1,
): Uint32Array {
  const found: number[] = []
  for (let row = 0; row < changes.length; row++)
    if (included[row] === 1 && (changes[row] as number) * sign > 0) found.push(row)
  const worth = (row: number) => values?.[row] || 0
  found.sort((a, b) => sign * (changes[b]! - changes[a]!) || worth(b) - worth(a) || a - b)
  return Uint32Array.from(found)
}

function arrivedIn({ movement, open }: Between): Uint32Array {
  const absent = open.riskBands.length + 1
  const found: number[] = []
  for (let row = 0; row < movement.from.length; row++)
    if (movement.from[row] === absent) found.push(row)
  return Uint32Array.from(found)
}

/** Scores of earlier snapshots that are read at once. */
const READ_TOGETHER = 8

/**
 * Those who arrived, and were customers in a snapshot before the comparison. The rosters tell where somebody may be found, the latest
 * snapshots first: no scores are read of the others.
 */
async function returnedIn(between: Between): Promise<Uint32Array> {
  const { open, view, then } = between
  const { history } = open.portfolio
  const arrived = arrivedIn(between)
  const accountAt = (row: number) => view.sheet.accounts[row] as number
  const returned = new Set<number>()
  const isDue = (place: number) =>
    arrived.some(
      (row) => !returned.has(row) && findAccount(history[place]!.accounts, accountAt(row)) >= 0,
    )
  let left = Array.from({ length: then.at }, (_, place) => place)
  while ((left = left.filter(isDue)).length > 0)
    for (const day of await pastOf(open, view.seen).some(left.splice(-READ_TOGETHER)))
      for (const row of arrived)
        if (day?.included[findAccount(day.accounts, accountAt(row))] === 1) returned.add(row)
  return arrived.filter((row) => returned.has(row))
}

/** The greatest value first. */
function byValue({ view, then }: Between, { side, rows }: Found): Found {
  const values = (side === 'after' ? view : then).values
  const worth = (row: number) => values?.[row] || 0
  return { side, rows: rows.slice().sort((a, b) => worth(b) - worth(a) || a - b) }
}
