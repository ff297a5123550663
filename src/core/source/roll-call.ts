import { NO_ACCOUNT } from '../history/presence.ts'
import type { FileProblem, Result, RowProblem } from '../problem.ts'
import { failure, success } from '../problem.ts'
import { allRows } from '../table/all-rows.ts'
import type { PackedText } from '../table/column.ts'
import { joinKey, type KeyRule } from './key-rule.ts'

/** Which rows of a file speak for which accounts. */
export interface RollCall {
  /** For each row of the file the place of its account in `keys`; NO_ACCOUNT where the row was merged into a later one or names no account. */
  readonly places: Uint32Array
  /** The accounts' keys as written, in order of first appearance. */
  readonly keys: readonly string[]
  /** The same as they lie in their column, where it holds just them. */
  readonly packed?: PackedText | undefined
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
  const roll = new Roll(table, rule)
  for (let row = 0; row < table.rows; row++) roll.call(row)
  if (roll.collisions.length > 0)
    return failure({ code: 'keys-collide', rule, keys: roll.collisions.slice(0, SHOWN_COLLISIONS) })
  return success(roll.finish())
}

/**
 * The roll of events: an account may have many rows, and each of them stands. The first spelling of a key is kept. Where the key
 * names no accounts itself (`isDirect` is false), the rows are counted and stand for none yet.
 */
export function callEvents(table: KeyedRows, rule: KeyRule, isDirect: boolean): RollCall {
  const places = new Uint32Array(table.rows).fill(NO_ACCOUNT)
  const placeOf = new Map<string, number>()
  const keys: string[] = []
  const problems: RowProblem[] = []
  for (let row = 0; row < table.rows; row++) {
    const key = table.keyAt(row)
    if (key === '') {
      problems.push({ code: 'no-key', line: table.lineAt(row), column: table.header })
      continue
    }
    if (!isDirect) continue
    const joined = joinKey(key, rule)
    const place = placeOf.get(joined) ?? keys.push(key) - 1
    placeOf.set(joined, place)
    places[row] = place
  }
  const rejected = problems.length
  return { places, keys, accepted: table.rows - rejected, merged: 0, rejected, problems }
}

/** The roll of rows whose keys are known to be all there and all different. */
export const rollOfUnique = (keys: readonly string[], packed?: PackedText): RollCall => ({
  places: allRows(keys.length),
  keys,
  packed,
  accepted: keys.length,
  merged: 0,
  rejected: 0,
  problems: [],
})

class Roll {
  readonly #table: KeyedRows
  readonly #rule: KeyRule
  readonly #places: Uint32Array
  readonly #keys: string[] = []
  /** The row that speaks for each key so far. */
  readonly #lastRows: number[] = []
  readonly #placeOf = new Map<string, number>()
  readonly #problems: RowProblem[] = []
  readonly collisions: string[] = []
  #merged = 0

  constructor(table: KeyedRows, rule: KeyRule) {
    this.#table = table
    this.#rule = rule
    this.#places = new Uint32Array(table.rows).fill(NO_ACCOUNT)
  }

  call(row: number): void {
    const key = this.#table.keyAt(row)
    if (key === '') {
      this.#problems.push({
        code: 'no-key',
        line: this.#table.lineAt(row),
        column: this.#table.header,
      })
      return
    }
    const joined = joinKey(key, this.#rule)
    const known = this.#placeOf.get(joined)
    if (known !== undefined) return this.#merge(known, key, row)
    this.#placeOf.set(joined, this.#keys.length)
    this.#places[row] = this.#keys.length
    this.#keys.push(key)
    this.#lastRows.push(row)
  }

  #merge(place: number, key: string, row: number): void {
    if (this.#keys[place] !== key) this.collisions.push(`${this.#keys[place]} = ${key}`)
    const earlier = this.#lastRows[place] as number
    const { lineAt } = this.#table
    this.#problems.push({ code: 'merged', line: lineAt(earlier), key, keptLine: lineAt(row) })
    this.#merged++
    this.#places[earlier] = NO_ACCOUNT
    this.#places[row] = place
    this.#lastRows[place] = row
  }

  finish(): RollCall {
    return {
      places: this.#places,
      keys: this.#keys,
      accepted: this.#keys.length,
      merged: this.#merged,
      rejected: this.#problems.length - this.#merged,
      problems: this.#problems,
    }
  }
}

const SHOWN_COLLISIONS = 5

/** Excel shows long numbers as 9.91214E+15 and saves what it shows: such a key names many accounts. */
export const isMangledKey = (key: string): boolean =>
  // Most keys are told by how they begin.
  isDigit(key.charCodeAt(0)) && /^\d([.,]\d+)?E\+?\d+$/i.test(key)

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
