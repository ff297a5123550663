import type { RowSyntax } from '../src/core/file/cell-scanner.ts'
import { RowScanner } from '../src/core/file/row-scanner.ts'

/** Rows of a text that begins with one. */
export interface ParsedRows {
  readonly rows: readonly string[][]
  /** Physical lines of each; null: one. */
  readonly lines: readonly number[] | null
  /** The characters that they are of. */
  readonly read: number
  /** Places of rows in which a quote was read as a character. */
  readonly mended: ReadonlySet<number>
  /** Some quotes break the rules, or stand where PapaParse does not look for them: a count by quotes is of no use. */
  readonly isBroken: boolean
  /** Places of rows that are none. */
  readonly comments: ReadonlySet<number>
}

/** `rest`: the text may go on, and a last row that may be cut is left. `forced`: its first row is read though its end is not known. */
export type Ending = 'rest' | 'forced' | 'whole'

export interface RowParser {
  parse(text: string, ending: Ending): ParsedRows
  /** So wide are rows that were read elsewhere. */
  passed(width: number): void
}

/** Every dialect, and quotes that break the rules. */
export class ScanningParser implements RowParser {
  readonly #scanner: RowScanner

  constructor(syntax: RowSyntax) {
    this.#scanner = new RowScanner(syntax)
  }

  /** How wide rows are, where others have been read elsewhere. */
  learn(rows: readonly string[][]): void {
    const last = rows.findLast(({ length }) => length > 1)
    if (last) this.#scanner.width = last.length
  }

  passed(width: number): void {
    if (width > 1) this.#scanner.width = width
  }

  parse(text: string, ending: Ending): ParsedRows {
    const rows: string[][] = []
    const lines: number[] = []
    const mended = new Set<number>()
    const comments = new Set<number>()
    let isBroken = false
    let at = 0
    while (at < text.length) {
      const mayGoOn = ending === 'rest' || (ending === 'forced' && at > 0)
      const row = this.#scanner.row(text, at, mayGoOn)
      if (row.isCut && ending !== 'whole') break
      if (row.isMended) mended.add(rows.length)
      isBroken ||= row.isMended || row.isBroken
      if (row.isComment) comments.add(rows.length)
      this.#scanner.learn(row)
      rows.push(row.cells)
      lines.push(row.lines)
      at = row.end
    }
    return { rows, lines, read: at, mended, comments, isBroken }
  }
}
