import type { RowSyntax } from './cell-scanner.ts'
import { RowScanner } from './row-scanner.ts'

export interface HeadRow {
  /** The physical line on which it begins. */
  readonly line: number
  /** Trimmed. */
  readonly cells: readonly string[]
  readonly isMended: boolean
}

/**
 * The rows of the head of a file, for guesses and samples; blank lines and comments are left out. The last row is left out too unless the
 * text is whole: it may be cut. Quotes that break the rules are mended as in the whole file.
 */
export function splitRows(
  text: string,
  syntax: RowSyntax,
  isWhole: boolean,
  most = Infinity,
): HeadRow[] {
  const scanner = new RowScanner(syntax)
  const rows: HeadRow[] = []
  let at = 0
  let line = 1
  while (at < text.length && rows.length < most) {
    const row = scanner.row(text, at, !isWhole)
    if (row.isCut && !isWhole && rows.length > 0) break
    scanner.learn(row)
    const cells = row.cells.map((cell) => cell.trim())
    if (!row.isComment && !cells.every(isEmptyCell))
      rows.push({ line, cells, isMended: row.isMended })
    line += row.lines
    at = row.end
  }
  return rows
}

// eslint-disable-next-line no-control-regex -- these two are meant
const UNSEEN = /^[\s\0\u001a]*$/

/** Without a character that can be seen: some systems end a file in NULs, or in the Ctrl+Z of DOS. */
export const isEmptyCell = (cell: string): boolean =>
  cell === '' || (cell.charCodeAt(0) <= SPACE && UNSEEN.test(cell)) || cell.trim() === ''

const SPACE = 32
