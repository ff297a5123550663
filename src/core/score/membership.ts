import { rowsWhere } from './rows.ts'
import { NO_MODEL } from './sheet.ts'

/** Who is scored by what. */
export interface Membership {
  /** 1 where the account is a customer. */
  readonly included: Uint8Array
  /** The first model that applies, NO_MODEL where none does or the account is left out. */
  readonly models: Uint8Array
  /** By model: its rows, ascending. They are the cohorts. */
  readonly rows: readonly Uint32Array[]
}

/** `include` and `applies` hold 1 where the condition is true; null: no condition, so all. */
export function membershipOf(
  length: number,
  include: Uint8Array | null,
  applies: readonly (Uint8Array | null)[],
): Membership {
  const included = include ?? new Uint8Array(length).fill(1)
  const models = new Uint8Array(length).fill(NO_MODEL)
  const rows = applies.map((condition, model) => {
    const applied = condition ?? included
    for (let row = 0; row < length; row++)
      if (applied[row] === 1 && included[row] === 1 && models[row] === NO_MODEL) models[row] = model
    return rowsWhere(models, model)
  })
  return { included, models, rows }
}
