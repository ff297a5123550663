import { toDay } from '../../src/core/brand.ts'
import { parseFormula } from '../../src/core/formula/parse.ts'
import type { Node } from '../../src/core/formula/tree.ts'
import { NO_BAND } from '../../src/core/score/sheet.ts'
import type { Column } from '../../src/core/table/column.ts'
import { MISSING_DAY } from '../../src/core/table/column.ts'
import { parseIsoDay, toIsoDay } from '../../src/core/table/day.ts'
import { packText } from '../../src/core/table/packed-text.ts'
import { lengthOf } from '../../src/core/table/texts.ts'
import { dimensionOf, type Cut } from '../../src/core/view/dimension.ts'
import type { Segment } from '../../src/core/view/segment.ts'

export const numbers = (...values: number[]): Column => ({
  type: 'number',
  values: Float64Array.from(values),
})
export const days = (...isos: string[]): Column => {
  const values = Int32Array.from(isos, (iso) => parseIsoDay(iso) ?? MISSING_DAY)
  return { type: 'date', values }
}
export function texts(...values: string[]) {
  const words = [...new Set(values)]
  const codes = Uint8Array.from(values, (value) => words.indexOf(value))
  return { type: 'text', words: packText(words), codes } as const
}
const node = (text: string): Node => {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value.root
}
const everybody = (rows: number) => ({
  included: new Uint8Array(rows).fill(1),
  bands: new Uint8Array(rows).fill(NO_BAND),
})
export function split(column: Column, subject = 'x', cut: Cut | null = null, most = 20) {
  const sheet = everybody(lengthOf(column))
  const asked = { subject: node(subject), cut, sheet, riskBands: [], values: null, most }
  return dimensionOf(column, asked)
}

/** `..7`, `7..12`, `12..`, days as ISO texts. */
export const write = (segment: Segment, isDate = false): string => {
  const end = (value: number | null) =>
    value === null ? '' : isDate ? toIsoDay(toDay(value)) : `${value}`
  switch (segment.kind) {
    case 'range':
      return `${end(segment.least)}..${end(segment.below)}`
    case 'value':
      return segment.value
    case 'other':
      return `${segment.values} others`
    case 'missing':
      return 'missing'
  }
}
export const written = (column: Column, subject?: string, cut?: Cut, most?: number) =>
  split(column, subject, cut, most).segments.map((one) => write(one, column.type === 'date'))
