import type { Measure } from '../../core/view/segment-order.ts'

/** How strong a cell is tinted, and with what. */
export interface Heat {
  readonly hue: 'risk' | 'healthy' | 'accent'
  /** 0..1 */
  readonly strength: number
}

/** From the faintest to the strongest; with a centre it goes both ways. */
export interface HeatScale {
  readonly least: number
  readonly greatest: number
  readonly centre: number | null
  readonly hue: Heat['hue']
}

const RISKS: readonly Measure[] = ['atRisk', 'valueAtRisk', 'flagged']

/** A number of fewer accounts says little: it has no part in the scale while there are others. */
const FEW = 5

/** `cells` are the numbers, and of how many accounts they are; `average` is that of all accounts. Null where no cell has a number. */
export function heatScale(
  measure: Measure,
  cells: readonly { readonly number: number | null; readonly accounts: number }[],
  average: number | null,
): HeatScale | null {
  const known = cells.filter(({ number }) => number !== null)
  const told = known.filter(({ accounts }) => accounts >= FEW)
  const numbers = (told.length > 0 ? told : known).map(({ number }) => number as number)
  if (numbers.length === 0) return null
  const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)]
  const centre = measure === 'average' ? average : measure === 'change' ? 0 : null
  if (centre !== null) return { least, greatest, centre, hue: 'healthy' }
  const hue = RISKS.includes(measure) ? 'risk' : 'accent'
  return { least: measure === 'coverage' ? least : 0, greatest, centre, hue }
}

export function heatOf(number: number | null, scale: HeatScale | null): Heat | null {
  if (number === null || !scale) return null
  const { least, greatest, centre, hue } = scale
  if (centre === null) return { hue, strength: shareOf(number - least, greatest - least) }
  const widest = Math.max(Math.abs(greatest - centre), Math.abs(centre - least))
  return {
    hue: number < centre ? 'risk' : 'healthy',
    strength: shareOf(Math.abs(number - centre), widest),
  }
}

const shareOf = (part: number, whole: number): number =>
  whole > 0 ? Math.max(0, Math.min(1, part / whole)) : 0
