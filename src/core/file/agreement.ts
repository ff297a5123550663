import { cellKind } from './cell-kind.ts'
import type { RowSyntax } from './cell-scanner.ts'
import { countOf } from './line-end.ts'
import { signOfNames } from './name-mend.ts'
import { splitRows, type HeadRow } from './split-rows.ts'

/** What parts cells in most files. */
export const USUAL_SIGNS = [',', ';', '\t', '|'] as const
/** Rows that are looked at. */
export const JUDGED_ROWS = 300
const JUDGED_CELLS = 3_000

/** How well the rows of a text agree under a syntax. */
export function scoreUnder(text: string, syntax: RowSyntax, isWhole: boolean): number {
  if (!text.includes(syntax.delimiter)) return 0
  const rows = splitRows(text, syntax, isWhole, JUDGED_ROWS)
  return scoreOf(rows, syntax) * (1 - proseOf(text, syntax.delimiter) / 2)
}

/**
 * Purity: of the rows with several cells, the share that has the commonest number. Reach: the share of rows that has several. Rows of
 * many cells count for more; a first row without that number, which a header has, for half: `id;x` before `1;2,5` is no title.
 */
export function scoreOf(rows: readonly HeadRow[], syntax: RowSyntax): number {
  const { delimiter } = syntax
  const widths = rows.map(({ cells }) => cells.length)
  const several = widths.filter((width) => width > 1)
  if (several.length === 0 || (delimiter === ',' && areDecimals(rows))) return 0
  const width = commonest(several)
  const purity = several.filter((one) => one === width).length / several.length
  const reach = several.length / widths.length
  const first = widths[0] === width ? 1 : likelinessOfFirst(rows[0], width, syntax)
  return purity ** 2 * Math.sqrt(reach) * Math.log2(width) * first * likelinessOf(rows)
}

/** Of a first row that is not as wide as the others: a title, names that another sign parts, or names of all columns but the first. */
function likelinessOfFirst(row: HeadRow | undefined, width: number, syntax: RowSyntax): number {
  if (row && width > 2 && row.cells.length === width - 1 && row.cells.every(hasLetter)) return 0.9
  if (row && width > 2 && signOfNames(row.cells, width, syntax) !== null) return 0.9
  return looksParted(row, syntax.delimiter) ? 0.25 : 0.5
}

export const hasLetter = (cell: string): boolean => /\p{L}/u.test(cell)

/** A first row that another usual sign parts is no title above the table. */
const looksParted = (row: HeadRow | undefined, delimiter: string): boolean =>
  USUAL_SIGNS.some((sign) => sign !== delimiter && row?.cells.some((cell) => cell.includes(sign)))

/** The share of cells that look like values, and of rows whose quotes keep to the rules. */
function likelinessOf(rows: readonly HeadRow[]): number {
  let cells = 0
  let likely = 0
  for (const row of rows)
    for (const cell of row.cells) {
      if (cells >= JUDGED_CELLS) break
      cells++
      if (cell === '' || cellKind(cell) !== null) likely++
    }
  const mended = rows.filter(({ isMended }) => isMended).length / rows.length
  return (0.5 + (0.5 * likely) / cells) * (1 - mended / 2)
}

/** How much the delimiter looks like a comma in a sentence, with a space behind it: 0..1. */
export const proseOf = (text: string, delimiter: string): number =>
  '\t|│'.includes(delimiter)
    ? 0
    : countOf(text, `${delimiter} `) / Math.max(1, countOf(text, delimiter))

/** A single column of numbers with decimal commas under its name. */
function areDecimals(rows: readonly HeadRow[]): boolean {
  const [first, ...others] = rows
  return (
    first?.cells.length === 1 &&
    others.length > 0 &&
    others.every(({ cells }) => cells.length <= 2 && cells.every((cell) => /^-?\d*$/.test(cell)))
  )
}

/** The value that occurs most often, the greatest of equals. None: 0. */
export function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = 0
  let most = 0
  for (const [value, count] of counts)
    if (count > most || (count === most && value > best)) [best, most] = [value, count]
  return best
}
