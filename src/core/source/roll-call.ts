import { NO_ACCOUNT } from '../history/presence.ts'
import type { FileProblem, Result, RowProblem } from '../problem.ts'
import { failure, success } from '../problem.ts'
import { joinKey, type KeyRule } from './key-rule.ts'

/** Which rows of a file speak for which accounts. */
export interface RollCall {
  /** For each row of the file the place of its account in `keys`; NO_ACCOUNT where the row was merged into a later one or names no account. */
  readonly places: Uint32Array
  /** The accounts' keys as written, in order of first appearance. */
  readonly keys: readonly string[]
  readonly accepted: number
  readonly merged: number
  readonly rejected: number
  readonly problems: readonly RowProblem[]
}

interface KeyedRows {
  readonly rows: number
  /** The trimmed key of a row, '' where it has none. */
  readonly keyAt: (row: number) => string
  readonly lineAt: (row: number) => number
  readonly header: string
}

/**
 * Gives every row its account. Where a key repeats the last row wins and the others are reported as merged; a row without a key is rejected.
 * A rule under which two different keys become one is refused, with the keys. No rows: an empty roll.
 */
export function callRoll(table: KeyedRows, rule: KeyRule): Result<RollCall, FileProblem> {
  const places = new Uint32Array(table.rows).fill(NO_ACCOUNT)
  const keys: string[] = []
  const lastRows: number[] = []
  const placeOf = new Map<string, number>()
  const problems: RowProblem[] = []
  const collisions: string[] = []
  for (let row = 0; row < table.rows; row++) {
    const key = table.keyAt(row)
    if (key === '') {
      problems.push({ code: 'no-key', line: table.lineAt(row), column: table.header })
      continue
    }
    const joined = joinKey(key, rule)
    const known = placeOf.get(joined)
    if (known === undefined) {
      placeOf.set(joined, keys.length)
      places[row] = keys.length
      keys.push(key)
      lastRows.push(row)
      continue
    }
    if (keys[known] !== key) collisions.push(`${keys[known]} = ${key}`)
    const earlier = lastRows[known] as number
    problems.push({ code: 'merged', line: table.lineAt(earlier), key, keptLine: table.lineAt(row) })
    places[earlier] = NO_ACCOUNT
    places[row] = known
    lastRows[known] = row
  }
  if (collisions.length > 0)
    return failure({ code: 'keys-collide', rule, keys: collisions.slice(0, SHOWN_COLLISIONS) })
  const merged = problems.filter((problem) => problem.code === 'merged').length
  const rejected = problems.length - merged
  return success({
    places,
    keys,
    accepted: table.rows - problems.length,
    merged,
    rejected,
    problems,
  })
}

const SHOWN_COLLISIONS = 5

/** Excel shows long numbers as 9.91214E+15 and saves what it shows: such a key names many accounts. */
export const isMangledKey = (key: string): boolean => /^\d([.,]\d+)?E\+?\d+$/i.test(key)
