import type { Factor } from '../../model/configuration.ts'
import type { Place } from '../../model/place.ts'
import type { FactorScores } from '../sheet.ts'

/** A factor that weighs something, with its scores in one snapshot and the rows of its model there. */
export interface LintedFactor {
  readonly place: Place
  readonly factor: Factor
  readonly scored: FactorScores
  readonly rows: Uint32Array
}

/** Fewer accounts than this are alike by chance, and too few to rank. */
export const FEWEST_ACCOUNTS = 20
