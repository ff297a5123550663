import { NO_BAND } from '../score/sheet.ts'
import type { ScoredRows } from './figures.ts'

export const DISTRIBUTION_STEP = 5

/** Scored accounts per step of five points and band: counts[i][band] is [5 i, 5 i + 5), the last step includes 100. */
export function distributionOf(sheet: ScoredRows, bands: number): number[][] {
  const steps = 100 / DISTRIBUTION_STEP
  const counts = Array.from({ length: steps }, () => new Array<number>(bands).fill(0))
  for (let row = 0; row < sheet.shown.length; row++) {
    const band = sheet.bands[row] as number
    if (sheet.included[row] !== 1 || band === NO_BAND) continue
    const step = Math.min(steps - 1, Math.floor((sheet.shown[row] as number) / DISTRIBUTION_STEP))
    const counted = counts[step] as number[]
    counted[band] = (counted[band] as number) + 1
  }
  return counts
}
