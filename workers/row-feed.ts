import type { RowSyntax } from '../src/core/file/cell-scanner.ts'
import {
  isPlainSyntax,
  MAX_COLUMNS,
  MAX_ROW_CHARACTERS,
  rowSyntax,
  type Dialect,
} from '../src/core/file/dialect.ts'
import { joinNames, sameNames } from '../src/core/file/header-names.ts'
import { evenLineEnds, findLineEnd, type LineEnd } from '../src/core/file/line-end.ts'
import { mendNames } from '../src/core/file/name-mend.ts'
import { linesBefore } from '../src/core/file/read-head.ts'
import { RowCounter } from '../src/core/file/row-counter.ts'
import { isEmptyCell } from '../src/core/file/split-rows.ts'
import { failure, success, type FileProblem, type Result } from '../src/core/problem.ts'
import { FeedNotes } from './feed-notes.ts'
import type { CsvReading, RowSink } from './read-csv.ts'
import type { Ending, ParsedRows, RowParser } from './row-parser.ts'
import { TrailerGate } from './trailer-gate.ts'

type MakeParser = (syntax: RowSyntax) => RowParser

interface Body {
  readonly lineEnd: LineEnd
  readonly parser: RowParser
  readonly counter: RowCounter
}

/** Takes text in pieces of any size and gives its rows to a sink. */
export class RowFeed {
  readonly #dialect: Dialect
  readonly #makeParser: MakeParser
  readonly #gate: TrailerGate
  readonly #notes = new FeedNotes()
  #body: Body | null = null
  #linesToSkip: number
  #line = 1
  /** Text that does not make a row yet. */
  #rest = ''
  /** A CR at the end of a piece, whose LF may begin the next. */
  #return = ''
  #names: (readonly string[])[] = []
  #hasHeader = false

  constructor(dialect: Dialect, sink: RowSink, makeParser: MakeParser) {
    this.#dialect = dialect
    this.#makeParser = makeParser
    this.#linesToSkip = linesBefore(dialect)
    this.#gate = new TrailerGate(sink, dialect)
  }

  get rows(): number {
    return this.#gate.rows
  }

  /** The physical line of what comes next. */
  get line(): number {
    return this.#line
  }

  /** The names are read, and all that came is whole rows: what follows may be read elsewhere. */
  get isBetweenRows(): boolean {
    return this.#hasHeader && this.#rest === '' && this.#body?.counter.isBetween === true
  }

  /** As they are written in their row; none where they stand in several. */
  get names(): readonly string[] {
    return this.#names.length === 1 ? (this.#names[0] ?? []) : []
  }

  get lineEnd(): LineEnd | null {
    return this.#body?.lineEnd ?? null
  }

  /** Rows, one a line, that are about to go to the sink from elsewhere; `lines` is what a count of line ends makes of them. Many more follow. */
  pass(rows: number, { lines, width }: { readonly lines: number; readonly width: number }): void {
    this.#gate.pass(rows)
    this.#body?.parser.passed(width)
    this.#body?.counter.skip(lines)
    this.#line += rows
  }

  push(piece: string): FileProblem | null {
    const text = this.#dialect.mixedLineEnds ? this.#even(piece) : piece
    const body = this.#body
    if (body === null) return this.#begin(text, false)
    return this.#take(text, body)
  }

  end(): Result<CsvReading, FileProblem> {
    const late = this.#return === '' ? null : this.push('\n')
    const problem = late ?? (this.#body ? null : this.#begin('', true))
    const body = this.#body
    if (problem || !body) return failure(problem ?? { code: 'no-rows' })
    body.counter.end()
    const last = this.#rest === '' ? null : this.#parse(body, 'whole')
    if (last) return failure(last)
    if (!this.#hasHeader && this.#names.length > 0) this.#giveHeader()
    if (!this.#hasHeader) return failure({ code: 'no-rows' })
    this.#gate.end(this.#notes)
    const isPlain = isPlainSyntax(this.#dialect)
    return success(this.#notes.reading(this.#gate.rows, body.counter, isPlain))
  }

  #even(piece: string): string {
    const text = this.#return + piece
    this.#return = text.endsWith('\r') ? '\r' : ''
    return evenLineEnds(this.#return === '' ? text : text.slice(0, -1))
  }

  #take(text: string, body: Body): FileProblem | null {
    body.counter.push(text)
    this.#rest += text
    if (text.includes(body.lineEnd)) {
      const problem = this.#parse(body, 'rest')
      if (problem) return problem
    }
    while (this.#rest.length > MAX_ROW_CHARACTERS) {
      const before = this.#rest.length
      const problem = this.#parse(body, 'forced')
      if (problem) return problem
      if (this.#rest.length === before) return this.#tooLong()
    }
    return null
  }

  /** Finds the line ends, and skips the lines before the table. */
  #begin(text: string, isWhole: boolean): FileProblem | null {
    this.#rest += text
    const { quote } = this.#dialect
    const lineEnd = findLineEnd(this.#rest, quote, isWhole)
    if (lineEnd !== null && this.#skip(lineEnd, isWhole)) {
      const table = this.#rest
      this.#rest = ''
      const body = (this.#body = this.#bodyOf(lineEnd))
      return this.#take(table, body)
    }
    return this.#rest.length > MAX_ROW_CHARACTERS ? this.#tooLong() : null
  }

  #bodyOf(lineEnd: LineEnd): Body {
    const syntax = rowSyntax(this.#dialect, lineEnd)
    const counter = new RowCounter(syntax, this.#line)
    return { lineEnd, counter, parser: this.#makeParser(syntax) }
  }

  #skip(lineEnd: LineEnd, isWhole: boolean): boolean {
    while (this.#linesToSkip > 0) {
      const end = this.#rest.indexOf(lineEnd)
      if (end < 0) return isWhole
      this.#rest = this.#rest.slice(end + 1)
      this.#linesToSkip--
      this.#line++
    }
    return true
  }

  #parse(body: Body, ending: Ending): FileProblem | null {
    const text = this.#rest
    const parsed = body.parser.parse(text, ending)
    this.#rest = ending === 'whole' ? '' : text.slice(parsed.read)
    if (text.includes('\uFFFD')) this.#notes.lookForLosses(parsed, this.#line)
    return this.#give(parsed)
  }

  #give({ rows, lines, mended, comments, isBroken }: ParsedRows): FileProblem | null {
    const body = this.#body && rowSyntax(this.#dialect, this.#body.lineEnd)
    this.#notes.isBroken ||= isBroken
    for (let i = 0; i < rows.length; i++) {
      const cells = rows[i] as string[]
      dropReturn(cells)
      const inner = lines === null ? 0 : (lines[i] as number) - 1
      if (mended.size > 0 && mended.has(i)) this.#notes.mend(this.#line)
      if (comments.size > 0 && comments.has(i)) this.#notes.leaveOut(this.#line, 'comment', cells)
      else if (isBlank(cells)) this.#gate.blank(this.#notes)
      else if (this.#hasHeader && sameNames(cells, this.names))
        this.#notes.leaveOut(this.#line, 'names', cells)
      else if (this.#hasHeader) this.#gate.row(cells, this.#line, rows.length - i)
      else if (!this.#first(cells)) return tooManyColumns(cells)
      this.#line += inner + 1
      this.#notes.innerLines += inner
      if (inner > 0 && body) this.#notes.lookForSwallowed(cells, this.#line - inner - 1, body)
    }
    return null
  }

  /** Collects the names; the first row of a file without is data. */
  #first(cells: readonly string[]): boolean {
    if (cells.length > MAX_COLUMNS) return false
    const { headerLine, headerRows = 1 } = this.#dialect
    if (headerLine === null) {
      this.#hasHeader = true
      this.#gate.begin(null, cells.length)
      this.#gate.row(cells, this.#line, 1)
      return true
    }
    this.#names.push(cells)
    this.#notes.headerRows++
    if (this.#names.length === headerRows) this.#giveHeader()
    return true
  }

  #giveHeader(): void {
    const syntax = rowSyntax(this.#dialect, this.#body?.lineEnd ?? '\n')
    const names = mendNames(joinNames(this.#names), this.#dialect.nameMend, syntax)
    this.#hasHeader = true
    this.#gate.begin(names, names.length)
  }

  #tooLong(): FileProblem {
    return { code: 'line-too-long', line: this.#line, limit: MAX_ROW_CHARACTERS }
  }
}

const tooManyColumns = (cells: readonly string[]): FileProblem => ({
  code: 'too-many-columns',
  found: cells.length,
  limit: MAX_COLUMNS,
})

/** Lines are split at LF: the CR before it is no part of the last cell. */
function dropReturn(cells: string[]): void {
  const last = cells.length - 1
  const cell = cells[last] as string
  if (cell.charCodeAt(cell.length - 1) === 13) cells[last] = cell.slice(0, -1)
}

function isBlank(cells: readonly string[]): boolean {
  for (let i = 0; i < cells.length; i++) if (!isEmptyCell(cells[i] as string)) return false
  return true
}
