import type { ScoreSheet } from '../score/sheet.ts'

/** The snapshot that another one is compared with, scored by the same configuration. */
export interface Before {
  readonly sheet: Pick<ScoreSheet, 'included' | 'shown' | 'bands'>
  readonly values: Float64Array | null
  /** For each row now its row then, -1 where the account was not there. */
  readonly rows: Int32Array
}

/** Shown score now less the one before, to one decimal as both are; NaN where either is missing, or all where there is nothing to compare with. */
export function changesOf(
  { shown }: Pick<ScoreSheet, 'shown'>,
  before: Before | null,
): Float64Array {
  const changes = new Float64Array(shown.length).fill(NaN)
  if (!before) return changes
  for (let row = 0; row < changes.length; row++) {
    const then = before.rows[row] as number
    if (then < 0) continue
    const change = (shown[row] as number) - (before.sheet.shown[then] as number)
    changes[row] = Math.round(change * 10) / 10
  }
  return changes
}
