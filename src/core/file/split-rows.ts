import type { LineEnd } from './line-end.ts'

export interface HeadRow {
  /** The physical line on which it begins. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface RowSyntax {
  readonly delimiter: string
  readonly quote: string
  readonly lineEnd: LineEnd
}

/**
 * The rows of the head of a file, for guesses and samples; blank lines are left out. The last row is left out too unless the text is whole:
 * it may be cut. A quote opens a cell at its start only; what follows a closing quote belongs to the cell.
 */
export function splitRows(
  text: string,
  syntax: RowSyntax,
  isWhole: boolean,
  most = Infinity,
): HeadRow[] {
  const rows: HeadRow[] = []
  let at = 0
  let line = 1
  while (at < text.length && rows.length < most) {
    const row = readRow(text, at, syntax)
    if (row.isCut && !isWhole && rows.length > 0) break
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: row.cells })
    line += row.lines
    at = row.end
  }
  return rows
}

interface ReadRow {
  readonly cells: string[]
  readonly end: number
  readonly lines: number
  /** No line end behind it. */
  readonly isCut: boolean
}

function readRow(text: string, start: number, { delimiter, quote, lineEnd }: RowSyntax): ReadRow {
  const cells: string[] = []
  let lines = 1
  let at = start
  for (;;) {
    const quoted = quote !== '' && text.startsWith(quote, at) ? closeQuote(text, at, quote) : at
    for (let i = at; i < quoted; i++) if (text[i] === lineEnd) lines++
    const stop = nextStop(text, quoted, delimiter, lineEnd)
    cells.push(unquote(text.slice(at, stop), quote))
    if (stop === text.length) return { cells, end: stop, lines, isCut: true }
    if (!text.startsWith(delimiter, stop)) return { cells, end: stop + 1, lines, isCut: false }
    at = stop + delimiter.length
  }
}

/** The place behind the closing quote; the text's end where there is none. */
function closeQuote(text: string, start: number, quote: string): number {
  let at = start + 1
  for (;;) {
    const close = text.indexOf(quote, at)
    if (close < 0) return text.length
    if (text[close + 1] !== quote) return close + 1
    at = close + 2
  }
}

function nextStop(text: string, from: number, delimiter: string, lineEnd: LineEnd): number {
  const cell = text.indexOf(delimiter, from)
  const row = text.indexOf(lineEnd, from)
  if (cell < 0) return row < 0 ? text.length : row
  return row < 0 ? cell : Math.min(cell, row)
}

function unquote(cell: string, quote: string): string {
  const trimmed = cell.trim()
  if (quote === '' || !trimmed.startsWith(quote)) return trimmed
  const end = trimmed.length > 1 && trimmed.endsWith(quote) ? -1 : undefined
  return trimmed
    .slice(1, end)
    .replaceAll(quote + quote, quote)
    .trim()
}
