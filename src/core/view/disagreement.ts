import { NO_BAND, type ScoreSheet } from '../score/sheet.ts'
import { orderBy } from './order.ts'

/** What is compared: one snapshot as several configurations see it, row by row the same accounts. */
export interface JudgedSide {
  readonly sheet: Pick<ScoreSheet, 'shown' | 'bands' | 'included'>
  /** What its bands are called, in their order: two configurations judge alike what they call alike. */
  readonly bandNames: readonly string[]
}

/**
 * The rows that are judged differently: by another band, or not scored, or left out, on one side or another. Those whose scores lie
 * farthest apart come first; where scores tie, or one side has none, by `ties` (each row's own rank).
 */
export function disagreeingRows(sides: readonly JudgedSide[], ties: Uint32Array): Uint32Array {
  const codes = sides.map(bandCodes(sides))
  const spreads = new Float64Array(ties.length).fill(NaN)
  let count = 0
  for (let row = 0; row < spreads.length; row++) {
    if (codes.every((code) => code[row] === codes[0]?.[row])) continue
    spreads[row] = spreadOf(sides, row)
    count++
  }
  return orderBy(spreads, 'desc', ties).subarray(0, count)
}

const NOT_SCORED = 254
const LEFT_OUT = 255

/** The same number for the same name of a band, whatever place it has. */
function bandCodes(sides: readonly JudgedSide[]) {
  const names = [...new Set(sides.flatMap(({ bandNames }) => bandNames.map(fold)))]
  return ({ sheet, bandNames }: JudgedSide): Uint8Array => {
    const codes = bandNames.map((name) => names.indexOf(fold(name)))
    return sheet.bands.map((band, row) => {
      if (sheet.included[row] !== 1) return LEFT_OUT
      return band === NO_BAND ? NOT_SCORED : (codes[band] as number)
    })
  }
}

const fold = (name: string): string => name.toLowerCase()

/** −1 where fewer than two sides have a score. */
function spreadOf(sides: readonly JudgedSide[], row: number): number {
  let [least, greatest, scored] = [Infinity, -Infinity, 0]
  for (const { sheet } of sides) {
    const score = sheet.shown[row] as number
    if (Number.isNaN(score)) continue
    least = Math.min(least, score)
    greatest = Math.max(greatest, score)
    scored++
  }
  return scored < 2 ? -1 : greatest - least
}
