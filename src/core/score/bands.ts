import type { Band } from '../model/configuration.ts'
import { NO_BAND } from './sheet.ts'

/** Scores are 0..100. */
const TENTHS = 1000

const toTenths = (final: number): number => Math.floor(10 * final + 0.5 + 1e-9)

/** The score as it is read: one decimal, halves upwards; 1e-9 gives back what binary fractions lose of a half. NaN stays NaN. */
export const toShown = (final: number): number => toTenths(final) / 10

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
  const placeOf = placesByTenth(bands)
  for (let row = 0; row < final.length; row++) {
    const tenths = toTenths(final[row] as number)
    shown[row] = tenths / 10
    if (!Number.isNaN(tenths)) places[row] = placeOf[tenths] as number
  }
  return { shown, bands: places }
}

/** The band of each score that can be shown, by its tenths of a point. */
function placesByTenth(bands: readonly Band[]): Uint8Array {
  const starts = bands.map(({ from }) => from)
  return Uint8Array.from({ length: TENTHS + 1 }, (_, tenths) => {
    const band = starts.findLastIndex((from) => from <= tenths / 10)
    return Math.max(0, band)
  })
}
