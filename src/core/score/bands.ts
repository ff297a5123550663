import type { Band } from '../model/configuration.ts'
import { NO_BAND } from './sheet.ts'

/** The score as it is read: one decimal, halves upwards; 1e-9 gives back what binary fractions lose of a half. NaN stays NaN. */
export const toShown = (final: number): number => Math.floor(10 * final + 0.5 + 1e-9) / 10

/**
 * The shown scores of final ones, and for each the last band that begins at or below it, so that what is read never contradicts its
 * colour. NaN: NO_BAND.
 */
export function readScores(
  final: Float64Array,
  bands: readonly Band[],
): { readonly shown: Float64Array; readonly bands: Uint8Array } {
  const shown = new Float64Array(final.length)
  const places = new Uint8Array(final.length).fill(NO_BAND)
  const starts = bands.map(({ from }) => from)
  for (let row = 0; row < final.length; row++) {
    const score = toShown(final[row] as number)
    shown[row] = score
    if (Number.isNaN(score)) continue
    let band = 0
    while (band + 1 < starts.length && (starts[band + 1] as number) <= score) band++
    places[row] = band
  }
  return { shown, bands: places }
}
