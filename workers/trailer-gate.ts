import type { Dialect } from '../src/core/file/dialect.ts'
import { MOST_TRAILING, trailerStart, type LastRow } from '../src/core/file/trailer.ts'
import type { FeedNotes } from './feed-notes.ts'
import type { RowSink } from './read-csv.ts'

interface HeldRow extends LastRow {
  readonly line: number
}

type Trailer = Pick<Dialect, 'keepsTrailer' | 'lastRows'>

/** Holds the last rows back until more come, so that totals and footers at the end of a file do not go to the sink. */
export class TrailerGate {
  #given = 0
  readonly #sink: RowSink
  readonly #isOpen: boolean
  readonly #lastRows: number | undefined
  #held: HeldRow[] = []
  #blanks = 0
  #width = 0

  constructor(sink: RowSink, { keepsTrailer = false, lastRows }: Trailer) {
    this.#sink = sink
    this.#isOpen = keepsTrailer
    this.#lastRows = lastRows
  }

  /** Those that are held back too. */
  get rows(): number {
    return this.#given + this.#held.length
  }

  begin(names: readonly string[] | null, width: number): void {
    this.#width = width
    this.#sink.header(names, width)
  }

  blank(notes: FeedNotes): void {
    this.#blanks++
    notes.blankRows++
  }

  /** `left`: how many rows are at hand, this one and those behind it. */
  row(cells: readonly string[], line: number, left: number): void {
    if (this.#isOpen) return this.#give(cells, line)
    if (left > MOST_TRAILING) {
      if (this.#held.length > 0) this.#release(0)
      return this.#give(cells, line)
    }
    this.#held.push({ cells, line, blanksBefore: this.#blanks })
    this.#blanks = 0
    if (this.#held.length > 2 * MOST_TRAILING) this.#release(MOST_TRAILING)
  }

  /** Rows that went to the sink past the gate, with more behind them than are ever held back. */
  pass(rows: number): void {
    if (this.#held.length > 0) this.#release(0)
    this.#given += rows
  }

  /** Gives all but the last `kept` rows. */
  #release(kept: number): void {
    const ready = this.#held.length - kept
    for (let i = 0; i < ready; i++) {
      const { cells, line } = this.#held[i] as HeldRow
      this.#give(cells, line)
    }
    this.#held = this.#held.slice(ready)
    if (kept === 0) this.#blanks = 0
  }

  end(notes: FeedNotes): void {
    const start =
      this.#lastRows === undefined
        ? trailerStart(this.#held, this.#width)
        : this.#held.length - this.#lastRows
    this.#held.forEach(({ cells, line }, at) => {
      if (at < start) this.#give(cells, line)
      else notes.leaveOut(line, 'trailer', cells)
    })
    this.#held = []
  }

  #give(cells: readonly string[], line: number): void {
    this.#given++
    this.#sink.row(cells, line)
  }
}
