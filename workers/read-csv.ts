import Papa from 'papaparse'
import { MAX_COLUMNS, MAX_ROW_CHARACTERS, type Dialect } from '../src/core/file/dialect.ts'
import { countOf, findLineEnd, type LineEnd } from '../src/core/file/line-end.ts'
import { linesBefore } from '../src/core/file/read-head.ts'
import { RowCounter } from '../src/core/file/row-counter.ts'
import {
  failure,
  success,
  type FileProblem,
  type Result,
  type RowProblem,
} from '../src/core/problem.ts'
import { byteChunks, type ByteSource } from './byte-chunks.ts'
import { decodeText } from './decode-text.ts'

/** Bytes in, rows out: what a faster reader of bytes would have to be, with this one as its reference. */
export type CsvReader = (
  source: ByteSource,
  dialect: Dialect,
  sink: RowSink,
  options?: ReadOptions,
) => Promise<Result<CsvReading, FileProblem>>

/** Cells come as they are written, not trimmed; lines are physical lines, from 1. */
export interface RowSink {
  /** Comes once, first: the row of names, null in a file without. `width`: the cells of the first row. */
  header(cells: readonly string[] | null, width: number): void
  row(cells: readonly string[], line: number): void
}

export interface ReadOptions {
  /** Stops the reading with an AbortError. */
  readonly signal?: AbortSignal
  readonly onProgress?: (bytes: number, rows: number) => void
}

export interface CsvReading {
  /** Rows that went to the sink. */
  readonly rows: number
  /** Rows without any character but white space and delimiters, left out. */
  readonly blankRows: number
  /** What a count by quotes alone makes of the same text; as `rows` unless the parser lost some. */
  readonly countedRows: number
  readonly problems: readonly RowProblem[]
}

export const readCsv: CsvReader = async (source, dialect, sink, options = {}) => {
  const feed = new RowFeed(dialect, sink)
  const onBytes = (bytes: number): void => options.onProgress?.(bytes, feed.rows)
  const chunks = byteChunks(source, options.signal)
  for await (const text of decodeText(chunks, dialect.encoding, onBytes)) {
    const problem = text.ok ? feed.push(text.value) : text.problems[0]
    if (problem) return failure(problem)
  }
  return feed.end()
}

/** Takes text in pieces of any size and gives its rows to a sink. */
class RowFeed {
  rows = 0
  readonly #dialect: Dialect
  readonly #sink: RowSink
  #body: Body | null = null
  #linesToSkip: number
  #line = 1
  /** Text that does not make a row yet. */
  #rest = ''
  #blankRows = 0
  #hasHeader = false
  readonly #malformed: RowProblem[] = []

  constructor(dialect: Dialect, sink: RowSink) {
    this.#dialect = dialect
    this.#sink = sink
    this.#linesToSkip = linesBefore(dialect)
  }

  push(text: string): FileProblem | null {
    const body = this.#body
    if (body === null) return this.#begin(text, false)
    body.counter.push(text)
    this.#rest += text
    if (text.includes(body.lineEnd)) {
      const problem = this.#parse(body, true)
      if (problem) return problem
    }
    return this.#rest.length > MAX_ROW_CHARACTERS ? this.#tooLong(body.counter) : null
  }

  end(): Result<CsvReading, FileProblem> {
    const problem = this.#body ? null : this.#begin('', true)
    const body = this.#body
    if (problem || !body) return failure(problem ?? { code: 'no-rows' })
    const { openLine } = body.counter
    if (openLine !== null) return failure({ code: 'unterminated-quote', line: openLine })
    body.counter.end()
    const last = this.#rest === '' ? null : this.#parse(body, false)
    if (last) return failure(last)
    if (!this.#hasHeader) return failure({ code: 'no-rows' })
    return success(this.#finish(body.counter))
  }

  /** Finds the line ends, and skips the lines before the table. */
  #begin(text: string, isWhole: boolean): FileProblem | null {
    this.#rest += text
    const { delimiter, quote } = this.#dialect
    const lineEnd = findLineEnd(this.#rest, quote, isWhole)
    if (lineEnd !== null && this.#skip(lineEnd, isWhole)) {
      const table = this.#rest
      this.#rest = ''
      this.#body = {
        lineEnd,
        counter: new RowCounter({ delimiter, quote, lineEnd }, this.#line),
        parser: new Papa.Parser({
          delimiter,
          newline: lineEnd,
          quoteChar: quote,
          ...(quote === '' ? { fastMode: true } : {}),
        }),
      }
      return this.push(table)
    }
    const limit = MAX_ROW_CHARACTERS
    return this.#rest.length > limit ? { code: 'line-too-long', line: this.#line, limit } : null
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

  #parse(body: Body, mayBeCut: boolean): FileProblem | null {
    const text = this.#rest
    const parsed = body.parser.parse(text, 0, mayBeCut) as Papa.ParseResult<string[]>
    const read = mayBeCut ? text.slice(0, parsed.meta.cursor) : text
    this.#rest = mayBeCut ? text.slice(parsed.meta.cursor) : ''
    const open = mayBeCut ? undefined : parsed.errors.find(({ code }) => code === 'MissingQuotes')
    if (open) return unterminated(text.slice(0, open.index), this.#line, body.lineEnd)
    const malformed = new Set(parsed.errors.map(({ row }) => row))
    // Rows as many as lines: no cell has a line end.
    const isFlat = countOf(read, body.lineEnd) + (mayBeCut ? 0 : 1) === parsed.data.length
    return this.#give(parsed.data, isFlat ? null : body.lineEnd, malformed)
  }

  #give(
    rows: readonly string[][],
    lineEnd: LineEnd | null,
    malformed: ReadonlySet<number | undefined>,
  ): FileProblem | null {
    for (let i = 0; i < rows.length; i++) {
      const cells = rows[i] as string[]
      dropReturn(cells)
      const inner = lineEnd === null ? 0 : linesWithin(cells, lineEnd)
      if (inner > 0 && malformed.has(i))
        this.#malformed.push({ code: 'swallowed-lines', line: this.#line, lines: inner })
      if (isBlank(cells)) this.#blankRows++
      else if (this.#hasHeader) this.#row(cells)
      else if (!this.#first(cells)) return tooManyColumns(cells)
      this.#line += inner + 1
    }
    return null
  }

  #first(cells: readonly string[]): boolean {
    if (cells.length > MAX_COLUMNS) return false
    const hasNames = this.#dialect.headerLine !== null
    this.#hasHeader = true
    this.#sink.header(hasNames ? cells : null, cells.length)
    if (!hasNames) this.#row(cells)
    return true
  }

  #row(cells: readonly string[]): void {
    this.rows++
    this.#sink.row(cells, this.#line)
  }

  #tooLong({ openLine }: RowCounter): FileProblem {
    return openLine === null
      ? { code: 'line-too-long', line: this.#line, limit: MAX_ROW_CHARACTERS }
      : { code: 'unterminated-quote', line: openLine }
  }

  #finish(counter: RowCounter): CsvReading {
    const named = this.#dialect.headerLine === null ? 0 : 1
    const swallowed = new Map(
      [
        ...this.#malformed,
        ...counter.swallowed.map((region) => ({ code: 'swallowed-lines' as const, ...region })),
      ].map((problem) => [problem.line, problem]),
    )
    return {
      rows: this.rows,
      blankRows: this.#blankRows,
      countedRows: counter.records - this.#blankRows - named,
      problems: [...swallowed.values()].sort((a, b) => a.line - b.line),
    }
  }
}

interface Body {
  readonly lineEnd: LineEnd
  readonly parser: Papa.Parser
  readonly counter: RowCounter
}

const unterminated = (before: string, line: number, lineEnd: LineEnd): FileProblem => ({
  code: 'unterminated-quote',
  line: line + countOf(before, lineEnd),
})

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

function linesWithin(cells: readonly string[], lineEnd: LineEnd): number {
  let lines = 0
  for (let i = 0; i < cells.length; i++) lines += countOf(cells[i] as string, lineEnd)
  return lines
}

function isBlank(cells: readonly string[]): boolean {
  for (let i = 0; i < cells.length; i++) if ((cells[i] as string).trim() !== '') return false
  return true
}
