import { success, type FileProblem, type Result } from '../../src/core/problem.ts'
import { NO_ACCOUNT } from '../../src/core/history/presence.ts'
import { joinKey } from '../../src/core/source/key-rule.ts'
import {
  callEvents,
  callRoll,
  rollOfUnique,
  type RollCall,
} from '../../src/core/source/roll-call.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { PackedText, TextColumn } from '../../src/core/table/column.ts'
import type { Table } from '../../src/core/table/table-builder.ts'
import { countValues } from '../../src/core/table/profile.ts'
import { toRawTextColumn } from '../../src/core/table/raw-text.ts'
import { textsOf } from '../../src/core/table/texts.ts'

/** Which row of a file is which account of the workspace. */
export interface NumberedRows {
  /** Account by row; NO_ACCOUNT where the row was merged or rejected. */
  readonly accounts: Uint32Array
  /** How many keys the workspace had. */
  readonly known: number
  /** Keys the workspace has not had before: their accounts follow on those it knows. */
  readonly added: readonly string[]
  /** The same as they lie in their column, where it holds just them. */
  readonly packed?: PackedText | undefined
}

/** The key of every row as written; a file without a key column counts its rows. */
export function callRollOf(table: Table, plan: ReadingPlan): Result<RollCall, FileProblem> {
  const { key } = plan
  if (key.by === 'row-number')
    return callRoll(
      { rows: table.rows, keyAt: (row) => String(row + 1), lineAt: lineOf(table), header: '' },
      'exact',
    )
  const place = plan.columns.findIndex(({ index }) => index === key.index)
  const column = table.columns[place]
  const header = plan.columns[place]?.header ?? ''
  if (!column) return { ok: false, problems: [{ code: 'key-not-found', column: header }] }
  const written = toRawTextColumn(column.column, column.raw)
  const keys = textsOf(written)
  if (plan.events) {
    const named = {
      rows: table.rows,
      keyAt: (row: number) => keys[row] as string,
      lineAt: lineOf(table),
      header,
    }
    return success(callEvents(named, key.rule, plan.events.through === null))
  }
  // Counted by their bytes, which are counted anyway: most files name each account once.
  if (key.rule === 'exact' && keys.length > 0 && countValues(written).distinct === keys.length)
    return success(rollOfUnique(keys, packedOf(written)))
  const keyAt = (row: number) => keys[row] as string
  const roll = callRoll({ rows: table.rows, keyAt, lineAt: lineOf(table), header }, key.rule)
  if (roll.ok && roll.value.accepted === 0 && table.rows > 0)
    return { ok: false, problems: [{ code: 'no-keys', column: header }] }
  return roll
}

const packedOf = ({ codes, words }: TextColumn): PackedText | undefined =>
  codes === null ? words : undefined

const lineOf = (table: Table) => (row: number) => table.lines[row] as number

/** Gives each row its account: the one that its key has had before, else the next free number. */
export function numberRows(
  roll: RollCall,
  keys: readonly string[],
  plan: ReadingPlan,
): NumberedRows {
  const rule = plan.key.by === 'column' ? plan.key.rule : 'exact'
  if (keys.length === 0)
    return { accounts: roll.places, known: 0, added: roll.keys, packed: roll.packed }
  let known: Map<string, number> | null = null
  const added: string[] = []
  const accountOf = Uint32Array.from(roll.keys, (key, place) => {
    // Most exports list their accounts as the one before did; no two keys of a workspace are the same.
    if (rule === 'exact' && keys[place] === key) return place
    known ??= new Map(keys.map((one, account) => [joinKey(one, rule), account]))
    const account = known.get(joinKey(key, rule))
    return account ?? keys.length + added.push(key) - 1
  })
  const accounts = roll.places.map((place) =>
    place === NO_ACCOUNT ? NO_ACCOUNT : (accountOf[place] as number),
  )
  return { accounts, known: keys.length, added }
}
