import { isPlainSyntax, type Dialect } from '../src/core/file/dialect.ts'
import {
  PlainScanner,
  plainRows,
  showBytes,
  type PlainRows,
  type PlainSyntax,
} from '../src/core/file/plain-rows.ts'
import { decoderOf, type PieceDecoder } from '../src/core/file/text-decoder.ts'
import { withRoom } from '../src/core/table/room.ts'
import type { FileProblem } from '../src/core/problem.ts'
import type { RowSink } from './read-csv.ts'
import type { RowFeed } from './row-feed.ts'

/** Lines at the end of what has come that wait for more: totals and footers are told by the last rows of a file. */
const LINES_KEPT = 100
const CELLS_AT_ONCE = 32_768
/** Bytes that go to the feed at once while rows are not plain; fewer at first, so that one odd row does not take others with it. */
const LONGEST_STRETCH = 65_536
const SHORTEST_STRETCH = 512
/** Bytes below 128 are ASCII in these, whatever stands before them. */
const ASCII_BASED = /^(utf-8|windows-\d+|iso-8859-\d+)$/i
const LINE_FEED = 10

/**
 * Takes bytes in pieces of any size. Rows that keep to every rule go to the sink as bytes; whatever does not, and the beginning and the end of
 * the file, goes to the feed as text, so that the outcome is that of the feed alone.
 */
export class ByteFeed {
  readonly #dialect: Dialect
  readonly #feed: RowFeed
  readonly #sink: Required<RowSink>
  readonly #decoder: PieceDecoder
  readonly #cells: TextDecoder
  #scanner: PlainScanner | null = null
  #rows: PlainRows | null = null
  /** Its first bytes, so many, wait for others. */
  #buffer = new Uint8Array(0)
  #waiting = 0
  #stretch = 0

  /** Null where nothing of a file can be taken as bytes. */
  static of(dialect: Dialect, feed: RowFeed, sink: RowSink): ByteFeed | null {
    const { plainWidth, plain } = sink
    return plainWidth && plain && isPlain(dialect)
      ? new ByteFeed(dialect, feed, sink as Required<RowSink>)
      : null
  }

  private constructor(dialect: Dialect, feed: RowFeed, sink: Required<RowSink>) {
    this.#dialect = dialect
    this.#feed = feed
    this.#sink = sink
    this.#decoder = decoderOf(dialect.encoding, false)
    this.#cells = new TextDecoder(dialect.encoding, { ignoreBOM: true, fatal: true })
  }

  push(piece: Uint8Array): FileProblem | null {
    const bytes = this.#gather(piece)
    const safe = lastLines(bytes, LINES_KEPT)
    let at = 0
    while (at < safe) {
      const next = this.#take(bytes, at, safe)
      if (next > at) {
        at = next
        this.#stretch = 0
        continue
      }
      const end = behindLine(bytes, at + this.#stretch, safe)
      this.#stretch = Math.min(LONGEST_STRETCH, Math.max(SHORTEST_STRETCH, this.#stretch * 2))
      const problem = this.#feed.push(this.#decoder.decode(bytes.subarray(at, end), STREAM))
      if (problem) return problem
      at = end
    }
    return this.#keep(bytes, at)
  }

  end(): FileProblem | null {
    const rest = this.#buffer.subarray(0, this.#waiting)
    return this.#feed.push(this.#decoder.decode(rest, STREAM) + this.#decoder.decode())
  }

  /** What waits, and the piece behind it. */
  #gather(piece: Uint8Array): Uint8Array<ArrayBuffer> {
    const length = this.#waiting + piece.length
    this.#buffer = withRoom(this.#buffer, length)
    this.#buffer.set(piece, this.#waiting)
    return this.#buffer.subarray(0, length)
  }

  /** What has no line end for long is no table of lines: the feed says so. */
  #keep(bytes: Uint8Array, from: number): FileProblem | null {
    this.#waiting = bytes.length - from
    this.#buffer.copyWithin(0, from, bytes.length)
    if (this.#waiting < LONGEST_REST) return null
    const rest = this.#buffer.subarray(0, this.#waiting)
    this.#waiting = 0
    return this.#feed.push(this.#decoder.decode(rest, STREAM))
  }

  /** Gives the place behind the rows that were taken, `from` where none were. */
  #take(bytes: Uint8Array, from: number, to: number): number {
    const width = this.#sink.plainWidth()
    if (!this.#feed.isBetweenRows || this.#feed.lineEnd !== '\n' || width === 0) return from
    const rows = (this.#rows ??= plainRows(width, Math.ceil(CELLS_AT_ONCE / width)))
    showBytes(rows, bytes)
    const scanner = (this.#scanner ??= new PlainScanner(this.#syntaxOf(width)))
    const end = scanner.scan(from, to, rows)
    if (rows.rows === 0 || (rows.hasOthers && !this.#isSound(bytes.subarray(from, end))))
      return from
    const { line } = this.#feed
    this.#feed.pass(rows.rows, { lines: linesIn(bytes, from, end), width })
    this.#sink.plain(rows, line, (cell) => this.#textOf(rows, cell))
    return end
  }

  #syntaxOf(width: number): PlainSyntax {
    const { delimiter, quote, encoding } = this.#dialect
    const names = this.#feed.names.map((name) => bytesOf(doubled(name, quote), encoding))
    return {
      delimiter: delimiter.charCodeAt(0),
      quote: quote === '' ? -1 : quote.charCodeAt(0),
      width,
      ...(names.length === width ? { names } : {}),
    }
  }

  /** Whether all bytes are characters. Where some are not, or were lost before, the feed tells where. */
  #isSound(bytes: Uint8Array): boolean {
    try {
      return !this.#cells.decode(bytes).includes('\ufffd')
    } catch {
      return false
    }
  }

  #textOf({ bytes, starts, ends }: PlainRows, cell: number): string {
    const { quote } = this.#dialect
    const text = this.#cells.decode(bytes.subarray(starts[cell], ends[cell]))
    return quote === '' ? text : text.replaceAll(quote + quote, quote)
  }
}

const STREAM = { stream: true }
const LONGEST_REST = 4_000_000

function isPlain(dialect: Dialect): boolean {
  const { encoding, delimiter, quote, mixedLineEnds } = dialect
  const marks = delimiter + quote
  const isAscii = delimiter.length === 1 && quote.length <= 1 && /^[\0-\x7f]+$/.test(marks)
  return ASCII_BASED.test(encoding) && isAscii && isPlainSyntax(dialect) && !mixedLineEnds
}

const doubled = (text: string, quote: string): string =>
  quote === '' ? text : text.replaceAll(quote, quote + quote)

/** In the other encodings that are taken as bytes each character is one. */
const bytesOf = (text: string, encoding: string): number =>
  /^utf-8$/i.test(encoding) ? new TextEncoder().encode(text).length : text.length

/** Where the last so many whole lines begin; 0 where there are no more. */
function lastLines(bytes: Uint8Array, lines: number): number {
  let at = bytes.lastIndexOf(LINE_FEED)
  for (let line = 0; line < lines && at >= 0; line++)
    at = at > 0 ? bytes.lastIndexOf(LINE_FEED, at - 1) : -1
  return at + 1
}

/** The place behind the first line end at or behind `from`; one is known to be right before `to`. */
function behindLine(bytes: Uint8Array, from: number, to: number): number {
  const end = bytes.indexOf(LINE_FEED, from)
  return end < 0 || end >= to ? to : end + 1
}

/** A count of its own, so that rows that are lost are noticed. */
function linesIn(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED, from); at >= 0 && at < to; lines++)
    at = bytes.indexOf(LINE_FEED, at + 1)
  return lines
}
