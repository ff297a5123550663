import { cellKind, isFigure, type CellKind } from './cell-kind.ts'
import { sameNames } from './header-names.ts'
import { commonest } from './agreement.ts'
import type { HeadRow } from './split-rows.ts'

export interface HeaderGuess {
  readonly headerLine: number | null
  /** Rows of names; 1 where there are none. */
  readonly headerRows: number
  readonly skippedLines: number
  readonly certain: boolean
}

/** A row with fewer cells than this share of the table's width is a title. */
const NARROW = 0.7
/** Titles are often padded with empty cells: so few that are filled make none of a wide table's rows. */
const TITLE_CELLS = 2
/** A title that is padded has nothing behind its first cell. */
const PADDED = 3
/** What is said of a report stands above it in two cells, its name and its value; so many lines at most. */
const MOST_SAID = 20
const WIDE = 5
/** So many rows of several cells are a table of their own, not titles. */
const TABLE_ROWS = 3
/** Rows below the header that tell what its columns hold. */
const JUDGED_ROWS = 100
const MOST_HEADER_ROWS = 4
/** A column is of a kind where so many of its cells are. */
const MOSTLY = 0.8

/** Where the table begins, and whether with names: a header is text above figures, and does not repeat what stands below it. */
export function guessHeader(rows: readonly HeadRow[]): HeaderGuess {
  const width = tableWidth(rows)
  const start = isPreface(rows, width) ? 1 : tableStart(rows, width)
  const first = rows[start]
  if (!first) return { headerLine: 1, headerRows: 1, skippedLines: 0, certain: false }
  const skippedLines = first.line - 1
  const { names, data } = votesOn(rows, start, start + 1)
  if (data > names)
    return { headerLine: null, headerRows: 1, skippedLines, certain: names === 0 && start === 0 }
  const certain = names + data > 0 && Math.min(names, data) === 0 && start === 0
  return { headerLine: first.line, headerRows: headerRows(rows, start), skippedLines, certain }
}

/** How many cells its rows have, mostly: titles, stray lines of one cell, and where there are others, of two, do not count. */
export function tableWidth(rows: readonly HeadRow[]): number {
  const widths = (least: number): number[] =>
    rows.filter(({ cells }) => filledOf(cells) > least).map(({ cells }) => cells.length)
  const wide = widths(2)
  return commonest(wide.length > 1 ? wide : widths(0).filter((width) => width > 1)) || 1
}

/** Behind the titles of a report. Several rows of one width above are a table too, and begin it. */
function tableStart(rows: readonly HeadRow[], width: number): number {
  const start = Math.max(
    0,
    rows.findIndex(({ cells }) => !isTitle(cells, width)),
  )
  const above = rows.slice(0, start)
  const [first] = above
  const isTable =
    first !== undefined &&
    above.length >= TABLE_ROWS &&
    above.every(({ cells }) => filledOf(cells) > 1 && cells.length === first.cells.length) &&
    first.cells.length !== width
  return isTable && !areSaid(above, rows[start]) ? 0 : start
}

/** Some programs say of a file, in a first row of its own width and with figures, what it is: the row below has the names. */
function isPreface([first, ...others]: readonly HeadRow[], width: number): boolean {
  if (!first || others.length < TABLE_ROWS || first.cells.length === width) return false
  if (!first.cells.some(isFigure) || others.some(({ cells }) => cells.length !== width))
    return false
  const { names, data } = votesOn(others, 0, 1)
  return names > 0 && data === 0
}

/** `Period;January` and its like: apart from the table by a blank line, or with a colon behind each name. */
function areSaid(above: readonly HeadRow[], next: HeadRow | undefined): boolean {
  if (!next || above.length > MOST_SAID || above.some(({ cells }) => filledOf(cells) > 2))
    return false
  const last = above.at(-1)?.line ?? 0
  return next.line > last + 1 || above.every(({ cells }) => cells[0]?.endsWith(':'))
}

const filledOf = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length

function isTitle(cells: readonly string[], width: number): boolean {
  if (cells.length < width * NARROW) return true
  if (width >= PADDED && cells[0] !== '' && filledOf(cells) === 1) return true
  return width >= WIDE && filledOf(cells) <= TITLE_CELLS && !areGroups(cells)
}

/** Names that stand over several columns leave the first one out, which a title does not. */
const areGroups = (cells: readonly string[]): boolean =>
  cells[0] === '' && filledOf(cells) > 1 && !cells.some((cell) => cell !== '' && isFigure(cell))

/** What the cells of one row are, by those from `below` on. */
function votesOn(rows: readonly HeadRow[], row: number, below: number) {
  const names = rows[row]?.cells ?? []
  // Names may come again, with another table or page.
  const judged = rows.slice(below, below + JUDGED_ROWS)
  const others = judged.filter(({ cells }) => !sameNames(cells, names))
  const body = others.length > 0 ? others : judged
  const votes = names.map((cell, column) => voteOf(cell, cellsBelow(body, column)))
  const count = (kind: 'name' | 'data'): number => votes.filter((vote) => vote === kind).length
  return { names: count('name'), data: count('data') }
}

const cellsBelow = (rows: readonly HeadRow[], column: number): string[] =>
  rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')

function voteOf(cell: string, below: readonly string[]): 'name' | 'data' | null {
  if (cell === '') return null
  // A single row of figures is data.
  if (below.length === 0) return isFigure(cell) ? 'data' : null
  if (below.filter(isFigure).length * 2 > below.length) return voteOnFigures(cell, below)
  if (below.includes(cell)) return 'data'
  const kind = kindOf(below)
  if (kind === 'link') return cellKind(cell) === 'link' ? 'data' : 'name'
  return votesByShape(cell, below)
}

/** Years stand above columns too. */
function voteOnFigures(cell: string, below: readonly string[]): 'name' | 'data' {
  if (!isFigure(cell)) return 'name'
  const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text)
  return isYear(cell) && below.filter(isYear).length * 2 < below.length ? 'name' : 'data'
}

function kindOf(cells: readonly string[]): CellKind | null {
  const [first] = cells
  const kind = first === undefined ? null : cellKind(first)
  const alike = cells.filter((cell) => cellKind(cell) === kind).length
  return alike >= cells.length * MOSTLY ? kind : null
}

/** Ids that all look alike, such as `A-0012`: a name does not. */
function votesByShape(cell: string, below: readonly string[]): 'name' | 'data' | null {
  const shape = shapeOf(below[0] ?? '')
  if (below.length < 3 || !shape.includes('9')) return null
  if (below.filter((text) => shapeOf(text) === shape).length < below.length * MOSTLY) return null
  return shapeOf(cell) === shape ? 'data' : 'name'
}

const shapeOf = (text: string): string => text.replace(/\p{L}+/gu, 'a').replace(/\p{Nd}+/gu, '9')

/** Further rows of names: text above figures, where the row below it still has figures. */
function headerRows(rows: readonly HeadRow[], start: number): number {
  const width = rows[start]?.cells.length ?? 0
  let count = 1
  while (count < MOST_HEADER_ROWS && isMoreNames(rows, start + count, width)) count++
  return count
}

function isMoreNames(rows: readonly HeadRow[], row: number, width: number): boolean {
  const cells = rows[row]?.cells ?? []
  if (cells.length !== width || rows.length - row < 3) return false
  if (cells.some((cell) => cell !== '' && isFigure(cell))) return false
  const body = rows.slice(row + 1, row + 1 + JUDGED_ROWS)
  const figures = cells.map((_, column) => isOfFigures(cellsBelow(body, column)))
  const above = figures.filter((isFigures, column) => isFigures && cells[column] !== '').length
  // A row of data may lack its figures, but not write words in all of them.
  return above >= 2 && above === figures.filter(Boolean).length && !isMissing(cells, figures)
}

const isOfFigures = (cells: readonly string[]): boolean =>
  cells.length >= 2 && cells.filter(isFigure).length >= cells.length * MOSTLY

/** `N/A` in place of figures. */
const isMissing = (cells: readonly string[], figures: readonly boolean[]): boolean =>
  cells.some(
    (cell, column) => figures[column] && /^(n\/?a|#n\/a|null|none|nan|-+|–|\*+)$/i.test(cell),
  )
