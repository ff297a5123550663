import type { Band } from '../model/configuration.ts'
import { NO_BAND } from './sheet.ts'

/** The score as it is read: one decimal, halves upwards; 1e-9 gives back what binary fractions lose of a half. NaN stays NaN. */
export const toShown = (final: number): number => Math.floor(10 * final + 0.5 + 1e-9) / 10

/** The last band that begins at or below each shown score, so that what is read never contradicts its colour. NaN: NO_BAND. */
export function bandsOf(bands: readonly Band[], shown: Float64Array): Uint8Array {
  const places = new Uint8Array(shown.length).fill(NO_BAND)
  bands.forEach(({ from }, place) => {
    for (let row = 0; row < shown.length; row++)
      if ((shown[row] as number) >= from) places[row] = place
  })
  return places
}
