import type { Cut } from '../core/view/dimension.ts'
import { PERIODS } from '../core/view/periods.ts'
import { MEASURES, type Measure } from '../core/view/segment-order.ts'

const CUTS = ['counts', 'width', ...PERIODS] as const

/** `counts`, `month`, or edges: `1000 5000 20000`. Null: as is usual. */
export function readCut(text: string): Cut | null {
  const named = CUTS.find((one) => one === text)
  if (named) return named
  return readEdges(text)
}

export const writeCut = (cut: Cut | null): string | null =>
  typeof cut === 'object' && cut !== null ? cut.join(' ') : cut

const MOST_EDGES = 20

/**
 * Numbers with spaces, semicolons or commas between them, ascending; null where one is none, or there are none or too many. Where a
 * comma is the decimal mark, one between digits is that.
 */
export function readEdges(text: string, decimal = '.'): readonly number[] | null {
  const parts = text
    .split(decimal === ',' ? /,?\s+|;\s*/ : /[\s;,]+/)
    .filter(Boolean)
    .map((part) => Number(part.replace(',', '.').replace('\u2212', '-')))
  if (parts.length === 0 || parts.length > MOST_EDGES || !parts.every(Number.isFinite)) return null
  return [...new Set(parts)].sort((a, b) => a - b)
}

export const readMeasure = (text: string): Measure | null =>
  MEASURES.find((one) => one === text) ?? null
