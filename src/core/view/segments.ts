import type { ScoredRows } from './figures.ts'
import { figuresOf, type PortfolioFigures } from './figures.ts'

export interface Segment {
  /** '' is the accounts whose value is missing. */
  readonly label: string
  readonly rows: Uint32Array
  readonly figures: PortfolioFigures
}

/** The included accounts by the text of one attribute, without regard to case and under its first spelling; the greatest value at risk first, then the most accounts. */
export function segmentsBy(
  texts: readonly string[],
  sheet: ScoredRows,
  riskBands: readonly boolean[],
  values: Float64Array | null,
): Segment[] {
  const groups = new Map<string, { label: string; rows: number[] }>()
  // Most texts were met before as they are written: only new ones are folded.
  const groupOf = new Map<string, { rows: number[] }>()
  for (let row = 0; row < texts.length; row++) {
    if (sheet.included[row] !== 1) continue
    const label = texts[row] as string
    let group = groupOf.get(label)
    if (!group) {
      const folded = label.toLowerCase()
      const made = groups.get(folded) ?? { label, rows: [] }
      groups.set(folded, made)
      groupOf.set(label, (group = made))
    }
    group.rows.push(row)
  }
  return [...groups.values()]
    .map(({ label, rows }) => ({
      label,
      rows: Uint32Array.from(rows),
      figures: figuresOf(sheet, riskBands, values, rows),
    }))
    .sort((a, b) => atRisk(b) - atRisk(a) || b.rows.length - a.rows.length)
}

const atRisk = (segment: Segment): number => segment.figures.valueAtRisk ?? 0
