import { CellScanner, type CellState, type RowSyntax, type ScannedCell } from './cell-scanner.ts'
import { countOf, lineEndAt } from './line-end.ts'

export interface ScannedRow {
  /** Not trimmed; of a line that ends in CR LF, the last one has the CR unless it is quoted. */
  readonly cells: string[]
  /** The place behind its line end. */
  readonly end: number
  /** Physical lines. */
  readonly lines: number
  /** No line end behind it: the text may go on. */
  readonly isCut: boolean
  /** A quote was read as a character, because the rules of quotes would have lost cells or rows. */
  readonly isMended: boolean
  readonly isComment: boolean
}

/** How a quoted cell is read: by the rules, with `""` closing it where a delimiter follows, or as if its first quote were a character. */
type Manner = 'rules' | 'closing' | 'literal'

/** Rows of a text, one by one. Where quotes break the rules, the width of the rows before decides between readings. */
export class RowScanner {
  readonly #syntax: RowSyntax
  readonly #cells: CellScanner
  /** The cells of a row; 0: not known yet. */
  width = 0

  constructor(syntax: RowSyntax) {
    this.#syntax = syntax
    this.#cells = new CellScanner(syntax)
  }

  /** A row that was taken tells how wide the next ones are. */
  learn({ cells, isMended, isComment }: ScannedRow): void {
    if (!isMended && !isComment && cells.length > 1) this.width = cells.length
  }

  /** `mayGoOn`: more text may follow, so that a quote without an end is no fault yet, and a row that more text could change comes as cut. */
  row(text: string, start: number, mayGoOn: boolean): ScannedRow {
    const { quote, escape, comment, lineEnd, oneLine } = this.#syntax
    const end = lineEndAt(text, start, lineEnd)
    if (comment && text.startsWith(comment, start)) return this.#flat(text, start, end, true)
    const line = text.slice(start, end)
    const isPlain = (quote === '' || !line.includes(quote)) && !(escape && line.includes(escape))
    if (isPlain) return this.#flat(text, start, end, false)
    const row = this.#read(text, start, 'rules')
    if (row.state === 'open' && mayGoOn && !oneLine) return row
    const isOdd = row.isBroken || row.state !== 'closed' || (oneLine && row.lines > 1)
    return isOdd ? this.#mended(text, start, row, mayGoOn) : row
  }

  #flat(text: string, start: number, end: number, isComment: boolean): ScannedRow {
    const isCut = end === text.length
    const line = text.slice(start, end)
    const cells = isComment ? [line] : line.split(this.#syntax.delimiter)
    return { cells, end: isCut ? end : end + 1, lines: 1, isCut, isMended: false, isComment }
  }

  /**
   * A row whose quotes break the rules. On one line: as the rules have it, unless only another reading has as many cells as a row. Over several
   * lines: up to its own line end if the line behind it is a row, or if the quote is never closed.
   */
  #mended(text: string, start: number, byRules: ReadRow, mayGoOn: boolean): ScannedRow {
    const width = this.width
    const isBounded = byRules.state === 'closed' && !(this.#syntax.oneLine && byRules.lines > 1)
    const fits = isBounded && (width === 0 || byRules.cells.length === width)
    if (fits && byRules.lines === 1) return byRules
    const short = this.#onOneLine(text, start)
    if (mayGoOn && byRules.lines > 1 && !text.includes(this.#syntax.lineEnd, short.end))
      return { ...byRules, isCut: true }
    const isTaken =
      !isBounded ||
      (byRules.lines === 1 && short.cells.length === width) ||
      (byRules.lines > 1 && this.#isRow(text, short.end, width || short.cells.length))
    return isTaken ? { ...short, isMended: true } : byRules
  }

  #onOneLine(text: string, start: number): ScannedRow {
    const readings = (['closing', 'literal'] as const)
      .map((manner) => this.#read(text, start, manner))
      .filter(({ state, lines }) => state === 'closed' && lines === 1)
    const fitting = readings.find(({ cells }) => cells.length === this.width)
    const usual = this.width === 0 ? readings[0] : readings.at(-1)
    return fitting ?? usual ?? this.#literally(text, start)
  }

  #isRow(text: string, start: number, width: number): boolean {
    const { cells, lines } = this.#read(text, start, 'literal')
    return lines === 1 && cells.length === width
  }

  /** One line without any quotes. */
  #literally(text: string, start: number): ScannedRow {
    const end = lineEndAt(text, start, this.#syntax.lineEnd)
    return this.#flat(text, start, end, false)
  }

  #read(text: string, start: number, manner: Manner): ReadRow {
    const { delimiter, lineEnd } = this.#syntax
    const cells: string[] = []
    let isBroken = false
    let at = start
    for (;;) {
      const cell = this.#cell(text, at, manner)
      cells.push(cell.text)
      isBroken ||= cell.isBroken
      const stop = cell.stop
      if (stop < text.length && text.startsWith(delimiter, stop)) {
        at = stop + delimiter.length
        continue
      }
      const isCut = stop >= text.length
      const end = isCut ? text.length : stop + 1
      const lines = cell.state === 'closed' ? countOf(text.slice(start, stop), lineEnd) + 1 : 1
      const { state } = cell
      return { cells, end, lines, isCut, isBroken, state, isMended: false, isComment: false }
    }
  }

  #cell(text: string, at: number, manner: Manner): ScannedCell {
    const open = this.#cells.quoteAt(text, at)
    if (open < 0) return this.#cells.bare(text, at)
    if (manner !== 'literal') return this.#cells.quoted(text, open, manner)
    const cell = this.#cells.quoted(text, open, 'rules')
    const isSound = cell.state === 'closed' && !cell.isBroken
    const isOneLine = lineEndAt(text, open, this.#syntax.lineEnd) >= cell.stop
    return isSound && isOneLine ? cell : this.#cells.bare(text, at)
  }
}

interface ReadRow extends ScannedRow {
  readonly isBroken: boolean
  readonly state: CellState
}
