/** What a stretch of bytes has to keep to, so that its rows can be told without making it text. Delimiter and quote are ASCII; no quote: -1. */
export interface PlainSyntax {
  readonly delimiter: number
  readonly quote: number
  /** Cells of a row. */
  readonly width: number
  /** The bytes of each name: a row whose cells have as many may be the names again, and is not plain. */
  readonly names?: readonly number[]
}

/** Rows that are lines, each with as many cells as the table is wide: cell i of all is bytes[starts[i], ends[i]), without its quotes. */
export interface PlainRows {
  bytes: Uint8Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Nothing but printable ASCII, and no quote: the bytes are the cell. 0 for others, which have to be decoded and trimmed. */
  readonly areAscii: Uint8Array
  readonly width: number
  rows: number
  /** A byte beyond ASCII is in them. */
  hasOthers: boolean
}

/** Room for so many. */
export const plainRows = (width: number, most: number): PlainRows => ({
  bytes: new Uint8Array(0),
  starts: new Uint32Array(width * most),
  ends: new Uint32Array(width * most),
  areAscii: new Uint8Array(width * most),
  width,
  rows: 0,
  hasOthers: false,
})

const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
const LAST_ASCII = 126

/** Finds rows in bytes. */
export class PlainScanner {
  readonly #delimiter: number
  readonly #quote: number
  readonly #width: number
  readonly #names: readonly number[]
  /** Of the cell that was read last. */
  #start = 0
  #end = 0
  /** All its bytes, one over the other; beyond 127 the cell is not its bytes. */
  #bits = 0

  constructor({ delimiter, quote, width, names = [] }: PlainSyntax) {
    this.#delimiter = delimiter
    this.#quote = quote
    this.#width = width
    this.#names = names
  }

  /**
   * Finds rows from `from` on that end before `to`, as many as `into` has room for, and gives the place behind the last. It stops before the
   * first line that is not plain: of another width, blank, with a quote that breaks the rules or a cell that goes over the end of its line.
   */
  scan(from: number, to: number, into: PlainRows): number {
    const most = into.starts.length / this.#width
    let done = from
    into.rows = 0
    into.hasOthers = false
    while (into.rows < most) {
      const next = this.#row(done, to, into)
      if (next < 0) break
      into.rows++
      done = next
    }
    return done
  }

  /** Gives the place behind the row, -1 where it is not plain. */
  #row(from: number, to: number, into: PlainRows): number {
    const { bytes, starts, ends, areAscii } = into
    const width = this.#width
    const first = into.rows * width
    let at = from
    let isBlank = true
    let bits = 0
    for (let column = 0; column < width; column++) {
      if (at >= to) return -1
      at = bytes[at] === this.#quote ? this.#quoted(bytes, at, to) : this.#bare(bytes, at, to)
      if (at < 0 || (bytes[at] === LINE_FEED) !== (column === width - 1)) return -1
      at++
      const [start, end] = [this.#start, this.#end]
      const isEmpty = end === start
      const isTrimmed = isEmpty || (isPrintable(bytes[start]) && isPrintable(bytes[end - 1]))
      if (isTrimmed && !isEmpty) isBlank = false
      starts[first + column] = start
      ends[first + column] = end
      areAscii[first + column] = Number(isTrimmed && this.#bits < 128)
      bits |= this.#bits
    }
    if (isBlank || this.#mayBeNames(into, first)) return -1
    if ((bits & 128) !== 0) into.hasOthers = true
    return at
  }

  #mayBeNames({ starts, ends }: PlainRows, first: number): boolean {
    const names = this.#names
    if (names.length === 0) return false
    for (let i = 0; i < names.length; i++)
      if ((ends[first + i] as number) - (starts[first + i] as number) !== names[i]) return false
    return true
  }

  /** Gives the place of the delimiter or the line end behind the cell, -1 where there is none. */
  #bare(bytes: Uint8Array, from: number, to: number): number {
    const [delimiter, quote] = [this.#delimiter, this.#quote]
    let bits = 0
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number
      if (byte === quote) return -1
      if (byte !== delimiter && byte !== LINE_FEED) {
        bits |= byte
        continue
      }
      const hasReturn = byte === LINE_FEED && at > from && bytes[at - 1] === RETURN
      return this.#found(from, hasReturn ? at - 1 : at, bits, at)
    }
    return -1
  }

  #quoted(bytes: Uint8Array, from: number, to: number): number {
    const quote = this.#quote
    let bits = 0
    for (let at = from + 1; at + 1 < to; at++) {
      const byte = bytes[at] as number
      if (byte === LINE_FEED) return -1
      if (byte !== quote) bits |= byte
      else if (bytes[at + 1] === quote) {
        bits |= DOUBLED
        at++
      } else return this.#found(from + 1, at, bits, this.#behindQuote(bytes, at + 1, to))
    }
    return -1
  }

  #behindQuote(bytes: Uint8Array, at: number, to: number): number {
    const isReturn = bytes[at] === RETURN && at + 1 < to && bytes[at + 1] === LINE_FEED
    const end = isReturn ? at + 1 : at
    return bytes[end] === this.#delimiter || bytes[end] === LINE_FEED ? end : -1
  }

  #found(start: number, end: number, bits: number, behind: number): number {
    this.#start = start
    this.#end = end
    this.#bits = bits
    return behind
  }
}

/** Beyond every byte: a quote is doubled. */
const DOUBLED = 256

const isPrintable = (byte: number | undefined): boolean =>
  byte !== undefined && byte > SPACE && byte <= LAST_ASCII
