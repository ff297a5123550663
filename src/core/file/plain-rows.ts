/** What a stretch of bytes has to keep to, so that its rows can be told without making it text. Delimiter and quote are ASCII; no quote: -1. */
export interface PlainSyntax {
  readonly delimiter: number
  readonly quote: number
  /** Cells of a row. */
  readonly width: number
  /** The bytes of each name: a row whose cells have as many may be the names again, and is not plain. */
  readonly names?: readonly number[]
}

/** The same bytes one by one, and several at once. */
export interface SeenBytes<T extends Uint8Array = Uint8Array> {
  readonly bytes: T
  readonly view: DataView
}

/** Rows that are lines, each with as many cells as the table is wide: cell i of all is bytes[starts[i], ends[i]), without its quotes. */
export interface PlainRows extends SeenBytes {
  bytes: Uint8Array
  view: DataView
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
  ...seen(new Uint8Array(0)),
  starts: new Uint32Array(width * most),
  ends: new Uint32Array(width * most),
  areAscii: new Uint8Array(width * most),
  width,
  rows: 0,
  hasOthers: false,
})

export const seen = <T extends Uint8Array>(bytes: T): SeenBytes<T> => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
})

/** The bytes in which rows are to be found next. */
export function showBytes(rows: PlainRows, bytes: Uint8Array): void {
  Object.assign(rows, seen(bytes))
}

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
  /** Where the quoted cell that was read last ends. */
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

  /** Gives the place behind the row, -1 where it is not plain. Every byte of a file comes by here: bare cells are read in place. */
  #row(from: number, to: number, into: PlainRows): number {
    const { bytes, starts, ends, areAscii } = into
    const [delimiter, quote] = [this.#delimiter, this.#quote]
    const first = into.rows * this.#width
    const last = first + this.#width - 1
    let at = from
    let isBlank = true
    let rowBits = 0
    for (let cell = first; cell <= last; cell++) {
      let start = at
      let end: number
      let bits = 0
      if (bytes[at] === quote) {
        at = this.#quoted(bytes, at, to)
        start++
        end = this.#end
        bits = this.#bits
      } else {
        for (; at < to; at++) {
          const byte = bytes[at] as number
          if (byte === delimiter || byte === LINE_FEED || byte === quote) break
          bits |= byte
        }
        end = cell === last && at > start && bytes[at - 1] === RETURN ? at - 1 : at
      }
      if (at < 0 || at >= to || bytes[at++] !== (cell === last ? LINE_FEED : delimiter)) return -1
      const isEmpty = end === start
      const isTrimmed = isEmpty || (isPrintable(bytes[start]) && isPrintable(bytes[end - 1]))
      if (isTrimmed && !isEmpty) isBlank = false
      starts[cell] = start
      ends[cell] = end
      areAscii[cell] = isTrimmed && bits < 128 ? 1 : 0
      rowBits |= bits
    }
    if (isBlank || this.#mayBeNames(into, first)) return -1
    if ((rowBits & 128) !== 0) into.hasOthers = true
    return at
  }

  #mayBeNames({ starts, ends }: PlainRows, first: number): boolean {
    const names = this.#names
    if (names.length === 0) return false
    for (let i = 0; i < names.length; i++)
      if ((ends[first + i] as number) - (starts[first + i] as number) !== names[i]) return false
    return true
  }

  /** Gives the place behind the closing quote and a return, -1 where there is none; the cell is bytes[from + 1, #end). */
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
      } else {
        this.#end = at
        this.#bits = bits
        return bytes[at + 1] === RETURN && bytes[at + 2] === LINE_FEED ? at + 2 : at + 1
      }
    }
    return -1
  }
}

/** Beyond every byte: a quote is doubled. */
const DOUBLED = 256

const isPrintable = (byte: number | undefined): boolean =>
  byte !== undefined && byte > SPACE && byte <= LAST_ASCII
