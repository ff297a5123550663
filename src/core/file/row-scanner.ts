import {
  CellScanner,
  FARTHEST_BROKEN,
  type CellState,
  type RowSyntax,
  type ScannedCell,
} from './cell-scanner.ts'
import { countOf, lineEndAt } from './line-end.ts'
import { alignedCells, isRuler, laidOut } from './row-layout.ts'

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
  /** Some quote in it breaks the rules, or stands behind white space. */
  readonly isBroken: boolean
  readonly isComment: boolean
}

/**
 * How quoted cells are read: by the rules; with `""` closing a cell where a delimiter follows; with a later quote closing one that breaks
 * the rules; as if the quotes of those were characters; and of those that go over their line too.
 */
type Manner = 'rules' | 'closing' | 'later' | 'bare' | 'literal'
const MANNERS = ['closing', 'bare', 'literal'] as const

/** Rows of a text, one by one. Where quotes break the rules, the width of the rows before decides between readings. */
export class RowScanner {
  readonly #syntax: RowSyntax
  readonly #cells: CellScanner
  /** Of what stands inside of lines that are quoted as a whole. */
  readonly #inner: RowScanner | null
  /** The cells of a row; 0: not known yet. */
  width = 0

  constructor(syntax: RowSyntax) {
    this.#syntax = syntax
    this.#cells = new CellScanner(syntax)
    this.#inner = syntax.wrapped ? new RowScanner({ ...syntax, wrapped: false }) : null
  }

  /** A row that was taken tells how wide the next ones are. */
  learn({ cells, isMended, isComment }: ScannedRow): void {
    if (!isMended && !isComment && cells.length > 1) this.width = cells.length
  }

  /** `mayGoOn`: more text may follow, so that a quote without an end is no fault yet, and a row that more text could change comes as cut. */
  row(text: string, start: number, mayGoOn: boolean): ScannedRow {
    const { comment, columnsAt, ruled, lineEnd } = this.#syntax
    const end = lineEndAt(text, start, lineEnd)
    const isDrawn = ruled && isRuler(text.slice(start, end))
    if (isDrawn || (comment && text.startsWith(comment, start)))
      return this.#flat(text, start, end, true)
    const row = columnsAt
      ? { ...this.#flat(text, start, end, true), isComment: false }
      : (this.#unwrapped(text, start) ?? this.#parted(text, start, mayGoOn))
    const cells = columnsAt ? alignedCells(text.slice(start, end), columnsAt) : row.cells
    return { ...row, cells: laidOut(cells, this.#syntax) }
  }

  #parted(text: string, start: number, mayGoOn: boolean): ScannedRow {
    const { quote, escape, lineEnd, oneLine } = this.#syntax
    const end = lineEndAt(text, start, lineEnd)
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
    return {
      cells,
      end: isCut ? end : end + 1,
      lines: 1,
      isCut,
      isMended: false,
      isBroken: false,
      isComment,
    }
  }

  /** The row inside of a line that is quoted as a whole; null where there is none. */
  #unwrapped(text: string, start: number): ScannedRow | null {
    const { quote, lineEnd } = this.#syntax
    if (!this.#inner || !text.startsWith(quote, start)) return null
    const cell = this.#cells.quoted(text, start, 'rules')
    const isLine = cell.stop >= text.length || text[cell.stop] === lineEnd
    if (cell.state !== 'closed' || cell.isBroken || !isLine) return null
    const inside = this.#inner.row(cell.text, 0, false)
    if (inside.end < cell.text.length || inside.cells.length < 2) return null
    const isCut = cell.stop >= text.length
    const lines = countOf(text.slice(start, cell.stop), lineEnd) + 1
    return { ...inside, end: isCut ? cell.stop : cell.stop + 1, lines, isCut }
  }

  /**
   * A row whose quotes break the rules: as they have it where it is as wide as the others on one line, else in the first reading that is.
   * A reading that goes on over lines has to give way to a shorter one only if the line behind that one is a row.
   */
  #mended(text: string, start: number, byRules: ReadRow, mayGoOn: boolean): ScannedRow {
    const width = this.width || this.#widthBelow(text, byRules.end)
    const isBounded = byRules.state === 'closed' && !(this.#syntax.oneLine && byRules.lines > 1)
    const fits = isBounded && (width === 0 || byRules.cells.length === width)
    if (fits && byRules.lines === 1)
      return byRules.isBroken && width > 1 ? this.#longer(text, start, byRules, mayGoOn) : byRules
    const most = fits ? byRules.lines - 1 : Infinity
    const { row, isFitting } = this.#otherwise(text, start, width, most)
    const end = row.lines > 1 ? row.end : lineEndAt(text, start, this.#syntax.lineEnd) + 1
    if (mayGoOn && byRules.lines > 1 && !text.includes(this.#syntax.lineEnd, end))
      return { ...byRules, isCut: true }
    const isRow = byRules.lines > 1 && this.#isRow(text, row.end, width || row.cells.length)
    const isTaken = !isBounded || (fits ? isFitting && isRow : isFitting || isRow)
    return isTaken ? { ...row, isMended: true } : byRules
  }

  /**
   * `"he said "yes", and\n` is one cell that goes on where the line below is no row, and the one behind it is. Otherwise the row is what the
   * rules say.
   */
  #longer(text: string, start: number, byRules: ReadRow, mayGoOn: boolean): ScannedRow {
    const { lineEnd, oneLine } = this.#syntax
    const width = byRules.cells.length
    const cut = { ...byRules, isCut: true }
    const below = text.slice(byRules.end, lineEndAt(text, byRules.end, lineEnd))
    const isOpen = mayGoOn && text.length - start < 2 * FARTHEST_BROKEN
    if (isOpen && byRules.end + below.length >= text.length) return cut
    if (oneLine || this.#isRow(text, byRules.end, width)) return byRules
    const row = this.#read(text, start, 'later')
    if (isOpen && !text.includes(lineEnd, row.end)) return cut
    const isSound = row.state === 'closed' && row.lines > 1 && row.cells.length === width
    const isEnd = text.slice(row.end).trim() === ''
    return isSound && (isEnd || this.#isRow(text, row.end, width))
      ? { ...row, isMended: true }
      : byRules
  }

  /** The first reading of no more lines that is as wide as the rows; else the line by itself. */
  #otherwise(text: string, start: number, width: number, mostLines: number) {
    const most = this.#syntax.oneLine ? 1 : mostLines
    const readings = MANNERS.map((manner) => this.#read(text, start, manner)).filter(
      ({ state, lines }) => state === 'closed' && lines <= most,
    )
    const fitting = readings.find(({ cells }) => cells.length === width)
    if (fitting) return { row: fitting, isFitting: true }
    const short = readings.filter(({ lines }) => lines === 1)
    const usual = width === 0 ? short[0] : short.at(-1)
    return { row: usual ?? this.#literally(text, start), isFitting: false }
  }

  #isRow(text: string, start: number, width: number): boolean {
    const { cells, lines } = this.#read(text, start, 'literal')
    return lines === 1 && cells.length === width
  }

  /** Of the first row: as wide as the one below it, if that one keeps to the rules. */
  #widthBelow(text: string, start: number): number {
    if (start >= text.length) return 0
    const { cells, lines, isBroken, state } = this.#read(text, start, 'rules')
    return lines === 1 && !isBroken && state === 'closed' ? cells.length : 0
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
    if (manner === 'rules' || manner === 'closing' || manner === 'later')
      return this.#cells.quoted(text, open, manner)
    const cell = this.#cells.quoted(text, open, 'rules')
    const isSound = cell.state === 'closed' && !cell.isBroken
    const isOneLine = lineEndAt(text, open, this.#syntax.lineEnd) >= cell.stop
    return isSound && (isOneLine || manner === 'bare') ? cell : this.#cells.bare(text, at)
  }
}

interface ReadRow extends ScannedRow {
  readonly state: CellState
}
