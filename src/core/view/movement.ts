import { NO_BAND } from '../score/sheet.ts'
import type { ScoredRows } from './figures.ts'

/** One side of a movement between two snapshots. */
export interface MovementSide extends ScoredRows {
  /** NaN where missing; null without a value column. */
  readonly values: Float64Array | null
}

/**
 * Who went where between two snapshots. Places are the bands, then not scored, then not among the customers: new in a row, left in a
 * column.
 */
export interface Movement {
  /** counts[from][to]; the last of both is nobody. */
  readonly counts: readonly (readonly number[])[]
  /** Of those who are there the value after, of those who left the one before. */
  readonly values: readonly (readonly number[])[]
  /** By row after: the place it came from; NOWHERE for whom it leaves out. */
  readonly from: Uint8Array
  /** Rows before of those who left. */
  readonly left: Uint32Array
}

const NOWHERE = 255

/** `rows` gives for each row after its row before, -1 where it was not there. Accounts that are left out are not among the customers. */
export function movementOf(
  before: MovementSide,
  after: MovementSide,
  rows: Int32Array,
  bands: number,
): Movement {
  const absent = bands + 1
  const square = () => Array.from({ length: bands + 2 }, () => new Array<number>(bands + 2).fill(0))
  const [counts, values] = [square(), square()]
  const add = (from: number, to: number, value: number | undefined) => {
    counts[from]![to]!++
    if (value !== undefined && !Number.isNaN(value)) values[from]![to]! += value
  }
  const from = new Uint8Array(rows.length).fill(NOWHERE)
  const isThere = new Uint8Array(before.included.length)
  for (let row = 0; row < rows.length; row++) {
    if (after.included[row] !== 1) continue
    const then = rows[row] as number
    const wasThere = then >= 0 && before.included[then] === 1
    if (wasThere) isThere[then] = 1
    from[row] = wasThere ? placeOf(before, then, bands) : absent
    add(from[row] as number, placeOf(after, row, bands), after.values?.[row])
  }
  const left: number[] = []
  for (let row = 0; row < isThere.length; row++) {
    if (before.included[row] !== 1 || isThere[row] === 1) continue
    left.push(row)
    add(placeOf(before, row, bands), absent, before.values?.[row])
  }
  return { counts, values, from, left: Uint32Array.from(left) }
}

/** The accounts of one cell: rows after, or, of those who left, rows before. */
export function rowsOfCell(
  movement: Movement,
  sides: { readonly before: ScoredRows; readonly after: ScoredRows },
  { from, to }: { readonly from: number; readonly to: number },
): { readonly side: 'before' | 'after'; readonly rows: Uint32Array } {
  const bands = movement.counts.length - 2
  const { before, after } = sides
  if (to === bands + 1)
    return {
      side: 'before',
      rows: movement.left.filter((row) => placeOf(before, row, bands) === from),
    }
  const found: number[] = []
  for (let row = 0; row < movement.from.length; row++)
    if (movement.from[row] === from && placeOf(after, row, bands) === to) found.push(row)
  return { side: 'after', rows: Uint32Array.from(found) }
}

function placeOf({ bands }: ScoredRows, row: number, count: number): number {
  const band = bands[row] as number
  return band === NO_BAND ? count : band
}
