import { cellKind, type CellKind } from './cell-kind.ts'

/** What a column holds, by some of its cells. */
export interface ColumnProfile {
  /** `text`: words, ids of many shapes. null: too few, or all sorts of cells. */
  readonly kind: 'number' | 'date' | 'link' | 'shape' | 'text' | null
  /** Of ids that all look alike. */
  readonly shape: string
  /** The share of cells without text. */
  readonly empty: number
}

/** A column is of a kind where so many of its cells are. */
const MOSTLY = 0.85
const LEAST_CELLS = 3
const SOME_EMPTY = 0.05
const MISSING = /^(n\/?a|#n\/a|null|none|nan|-+|–|\.)$/i

export function profileOf(cells: readonly string[]): ColumnProfile {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const empty = 1 - filled.length / Math.max(1, cells.length)
  const shape = shapeOf(filled[0] ?? '')
  const isMostly = (test: (cell: string) => boolean): boolean =>
    filled.length >= LEAST_CELLS && filled.filter(test).length >= filled.length * MOSTLY
  const is = (...kinds: readonly (CellKind | null)[]): boolean =>
    isMostly((cell) => kinds.includes(cellKind(cell)))
  const figure = (['number', 'date', 'link'] as const).find((kind) => is(kind))
  if (figure) return { kind: figure, shape, empty }
  if (shape.includes('9') && isMostly((cell) => shapeOf(cell) === shape))
    return { kind: 'shape', shape, empty }
  return { kind: is('words', 'code', null) ? 'text' : null, shape, empty }
}

/** How well a cell fits into a column: 2 surely, below 0 not. */
export function fitOf(cell: string, { kind, shape, empty }: ColumnProfile): number {
  const text = cell.trim()
  if (text === '') return empty >= SOME_EMPTY ? 0 : -1
  if (empty > 1 - SOME_EMPTY) return -1
  const found = cellKind(text)
  switch (kind) {
    case 'number':
    case 'date':
    case 'link':
      return found === kind ? 2 : MISSING.test(text) ? 0 : -2
    case 'shape':
      return shapeOf(text) === shape ? 2 : -1
    case 'text':
      if (found === 'words' || found === 'code') return 0.5
      // A comma in a sentence has a space behind it.
      return found === null && !/[,;|\t]\S/.test(text) ? 0.25 : -1
    default:
      return 0
  }
}

const shapeOf = (text: string): string => text.replace(/\p{L}+/gu, 'a').replace(/\p{Nd}+/gu, '9')
