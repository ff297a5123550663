import { toDay } from '../core/brand.ts'
import { CUT_WAYS, isEven, type Cut } from '../core/view/dimension.ts'
import { MEASURES, type Measure } from '../core/view/segment-order.ts'
import { fromIsoDay, toIsoDay } from './days.ts'

export const MOST_BUCKETS = 20

/** `counts`, `counts 8`, `month`, or edges: `1000 5000 20000`, `2025-07-01 2026-01-01`. Null: as is usual. */
export function readCut(text: string): Cut | null {
  const [name, count = ''] = text.split(' ')
  const way = CUT_WAYS.find((one) => one === name)
  return way ? { way, buckets: readBuckets(count) } : (readEdges(text) ?? readDays(text))
}

/** `ofDays`: the edges are days. */
export function writeCut(cut: Cut | null, ofDays: boolean): string | null {
  if (cut === null) return null
  if (isEven(cut)) return cut.buckets === null ? cut.way : `${cut.way} ${cut.buckets}`
  return cut.map((edge) => (ofDays ? toIsoDay(toDay(edge)) : edge)).join(' ')
}

/** A whole number of them, at least two; null where it is none. */
export function readBuckets(text: string): number | null {
  const count = /^\d+$/.test(text) ? Number(text) : NaN
  return count >= 2 && count <= MOST_BUCKETS ? count : null
}

/**
 * Numbers with spaces, semicolons or commas between them, ascending; null where one is none, or there are none or too many. Where a
 * comma is the decimal mark, one between digits is that.
 */
export function readEdges(text: string, decimal = '.'): readonly number[] | null {
  const parts = text
    .split(decimal === ',' ? /,?\s+|;\s*/ : /[\s;,]+/)
    .filter(Boolean)
    .map((part) => Number(part.replace(',', '.').replace('\u2212', '-')))
  return edgesOf(parts)
}

/** ISO days with spaces, semicolons or commas between them, as days since 1970; null as above. */
export const readDays = (text: string): readonly number[] | null =>
  edgesOf(
    text
      .split(/[\s;,]+/)
      .filter(Boolean)
      .map((part) => fromIsoDay(part) ?? NaN),
  )

function edgesOf(parts: readonly number[]): readonly number[] | null {
  if (parts.length === 0 || parts.length > MOST_BUCKETS || !parts.every(Number.isFinite))
    return null
  return [...new Set(parts)].sort((a, b) => a - b)
}

export const readMeasure = (text: string): Measure | null =>
  MEASURES.find((one) => one === text) ?? null
