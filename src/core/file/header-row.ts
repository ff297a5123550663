import { commonest } from './delimiter.ts'
import type { HeadRow } from './split-rows.ts'

export interface HeaderGuess {
  readonly headerLine: number | null
  readonly skippedLines: number
  readonly certain: boolean
}

/** A row with fewer cells than this share of the table's width is a title. */
const NARROW = 0.7
/** Titles are often padded with empty cells: so few that are filled make none of a wide table's rows. */
const TITLE_CELLS = 2
const WIDE = 5
/** Rows below the header that tell what its columns hold. */
const JUDGED_ROWS = 100

/** Where the table begins, and whether with names: a header is text above figures, and does not repeat what stands below it. */
export function guessHeader(rows: readonly HeadRow[]): HeaderGuess {
  const width = tableWidth(rows)
  const start = Math.max(
    0,
    rows.findIndex(({ cells }) => !isTitle(cells, width)),
  )
  const first = rows[start]
  if (!first) return { headerLine: 1, skippedLines: 0, certain: false }
  const body = rows.slice(start + 1, start + 1 + JUDGED_ROWS)
  const votes = first.cells.map((cell, column) => voteOf(cell, cellsBelow(body, column)))
  const names = votes.filter((vote) => vote === 'name').length
  const data = votes.filter((vote) => vote === 'data').length
  const skippedLines = first.line - 1
  const certain = names + data > 0 && Math.min(names, data) === 0 && start === 0
  return { headerLine: data > names ? null : first.line, skippedLines, certain }
}

/** How many cells its rows have, mostly: titles and stray lines of one cell do not count. */
export const tableWidth = (rows: readonly HeadRow[]): number =>
  commonest(rows.map(({ cells }) => cells.length).filter((cells) => cells > 1)) || 1

function isTitle(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell !== '').length
  return cells.length < width * NARROW || (width >= WIDE && filled <= TITLE_CELLS)
}

const cellsBelow = (rows: readonly HeadRow[], column: number): string[] =>
  rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')

function voteOf(cell: string, below: readonly string[]): 'name' | 'data' | null {
  if (cell === '') return null
  // A single row of figures is data.
  if (below.length === 0) return isFigure(cell) ? 'data' : null
  const figures = below.filter(isFigure).length
  if (figures * 2 > below.length) return isFigure(cell) ? 'data' : 'name'
  return below.includes(cell) ? 'data' : null
}

/** A number or a date in any form: digits, and little else. */
const isFigure = (cell: string): boolean =>
  /^[-−(]?\p{Sc}?\s?\d[\d\s.,:'’/TZ+-]*(%|\p{Sc}|\s?[ap]m)?\)?$/iu.test(cell)
