import Papa from 'papaparse'
import type { RowSyntax } from '../src/core/file/cell-scanner.ts'
import { isPlainSyntax, type Dialect } from '../src/core/file/dialect.ts'
import { countOf, type LineEnd } from '../src/core/file/line-end.ts'
import type { PlainRows } from '../src/core/file/plain-rows.ts'
import { isKnownEncoding } from '../src/core/file/text-decoder.ts'
import type { FileProblem, Result, RowProblem } from '../src/core/problem.ts'
import { failure } from '../src/core/problem.ts'
import { byteChunks, UnreadableBytes, type ByteSource } from './byte-chunks.ts'
import { ByteFeed } from './byte-feed.ts'
import { decodeText } from './decode-text.ts'
import { RowFeed } from './row-feed.ts'
import { ScanningParser, type Ending, type ParsedRows, type RowParser } from './row-parser.ts'

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
  /** Where rows can be taken as bytes: how many cells one has to have. 0: they cannot, or not before the header has come. */
  readonly plainWidth?: () => number
  /** Whole rows, one a line from `firstLine` on. `cellText` tells what a cell says that is not its bytes. */
  plain?(rows: PlainRows, firstLine: number, cellText: (cell: number) => string): void
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
  /** What a count of line ends, but for those within cells, makes of the same text; as `rows` unless the parser lost some. */
  readonly countedRows: number
  readonly problems: readonly RowProblem[]
  /** Those that are not kept too. */
  readonly problemCount: number
}

export const readCsv: CsvReader = async (source, dialect, sink, options = {}) => {
  const { encoding } = dialect
  if (!isKnownEncoding(encoding)) return failure({ code: 'undecodable', encoding })
  const feed = new RowFeed(dialect, sink, (syntax) => new PlainParser(syntax))
  const chunks = byteChunks(source, {
    signal: options.signal,
    onBytes: (count) => options.onProgress?.(count, feed.rows),
  })
  const bytes = ByteFeed.of(dialect, feed, sink)
  try {
    const problem = bytes
      ? await readBytes(chunks, bytes)
      : await readText(decodeText(chunks, encoding), feed)
    return problem ? failure(problem) : feed.end()
  } catch (error) {
    if (error instanceof UnreadableBytes) return failure(error.problem)
    throw error
  }
}

async function readText(texts: AsyncIterable<string>, feed: RowFeed): Promise<FileProblem | null> {
  for await (const text of texts) {
    const problem = feed.push(text)
    if (problem) return problem
  }
  return null
}

async function readBytes(
  chunks: AsyncIterable<Uint8Array>,
  feed: ByteFeed,
): Promise<FileProblem | null> {
  for await (const chunk of chunks) {
    const problem = feed.push(chunk)
    if (problem) return problem
  }
  return feed.end()
}

/** PapaParse reads what keeps to the rules of quotes; any other stretch of a file, and any further dialect, goes to the scanner. */
class PlainParser implements RowParser {
  readonly #papa: Papa.Parser | null
  readonly #scanning: ScanningParser
  readonly #lineEnd: LineEnd
  /** How a quote behind white space stands, which PapaParse does not take for one. */
  readonly #spaced: readonly string[]

  constructor(syntax: RowSyntax) {
    const { delimiter, quote, lineEnd } = syntax
    this.#lineEnd = lineEnd
    this.#spaced = quote === '' ? [] : [` ${quote}`, `\t${quote}`]
    this.#scanning = new ScanningParser(syntax)
    const isPlain = isPlainSyntax(syntax) && quote.length <= 1
    this.#papa = isPlain
      ? new Papa.Parser({
          delimiter,
          newline: lineEnd,
          quoteChar: quote,
          ...(quote === '' ? { fastMode: true } : {}),
        })
      : null
  }

  passed(width: number): void {
    this.#scanning.passed(width)
  }

  parse(text: string, ending: Ending): ParsedRows {
    const isSpaced = this.#spaced.some((sign) => text.includes(sign))
    if (!this.#papa || ending === 'forced' || isSpaced) {
      const parsed = this.#scanning.parse(text, ending)
      return isSpaced ? { ...parsed, isBroken: true } : parsed
    }
    const parsed = this.#papa.parse(text, 0, ending === 'rest') as Papa.ParseResult<string[]>
    if (parsed.errors.length > 0) return this.#scanning.parse(text, ending)
    const read = ending === 'rest' ? parsed.meta.cursor : text.length
    this.#scanning.learn(parsed.data)
    return {
      ...plain,
      rows: parsed.data,
      lines: this.#linesOf(text, read, parsed.data, ending),
      read,
    }
  }

  /** Rows as many as lines: no cell has a line end. */
  #linesOf(text: string, read: number, rows: readonly string[][], ending: Ending) {
    const ends = countOf(text.slice(0, read), this.#lineEnd) + (ending === 'rest' ? 0 : 1)
    return ends === rows.length ? null : rows.map((cells) => linesOf(cells, this.#lineEnd))
  }
}

const plain = { mended: new Set<number>(), comments: new Set<number>(), isBroken: false }

function linesOf(cells: readonly string[], lineEnd: LineEnd): number {
  let lines = 1
  for (let i = 0; i < cells.length; i++) lines += countOf(cells[i] as string, lineEnd)
  return lines
}
