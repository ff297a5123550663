import type { RowCounter } from '../src/core/file/row-counter.ts'
import type { RowProblem } from '../src/core/problem.ts'
import type { CsvReading } from './read-csv.ts'
import type { ParsedRows } from './row-parser.ts'

const MOST_KEPT = 1_000
const LONGEST_TEXT = 500

/** What is to be told of a reading beside its rows. */
export class FeedNotes {
  blankRows = 0
  headerRows = 0
  /** Line ends within cells. */
  innerLines = 0
  /** A count by quotes is of no use. */
  isBroken = false
  #leftOut = 0
  #count = 0
  readonly #problems: RowProblem[] = []

  mend(line: number): void {
    this.#add({ code: 'stray-quote', line })
  }

  leaveOut(line: number, part: 'trailer' | 'comment', cells: readonly string[]): void {
    this.#leftOut++
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    this.#add({ code: 'left-out', line, part, text: filled.join(' | ').slice(0, LONGEST_TEXT) })
  }

  /** Rows whose characters were lost in decoding, or before. */
  lookForLosses({ rows, lines }: ParsedRows, firstLine: number): void {
    let line = firstLine
    rows.forEach((cells, i) => {
      const count = cells.reduce((sum, cell) => sum + cell.split('\uFFFD').length - 1, 0)
      if (count > 0) this.#add({ code: 'unreadable-characters', line, count })
      line += lines?.[i] ?? 1
    })
  }

  /** `isPlain`: a look at the quotes alone knows all that the dialect says. */
  reading(rows: number, counter: RowCounter, isPlain: boolean): CsvReading {
    const others = this.blankRows + this.headerRows + this.#leftOut
    const swallowed = isPlain && !this.isBroken ? counter.swallowed : []
    const told = swallowed.map((region) => ({ code: 'swallowed-lines' as const, ...region }))
    return {
      rows,
      blankRows: this.blankRows,
      countedRows: counter.lines - this.innerLines - others,
      problemCount: this.#count + told.length,
      problems: [...told, ...this.#problems].sort((a, b) => a.line - b.line),
    }
  }

  #add(problem: RowProblem): void {
    this.#count++
    if (this.#problems.length < MOST_KEPT) this.#problems.push(problem)
  }
}
