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
  #leftOut = 0
  #mended = 0
  #count = 0
  readonly #problems: RowProblem[] = []

  mend(line: number): void {
    this.#mended++
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

  /** `isPlain`: a count by quotes knows all that the dialect says. */
  reading(rows: number, counter: RowCounter, isPlain: boolean): CsvReading {
    const others = this.blankRows + this.headerRows + this.#leftOut
    // Where quotes break the rules, a count that goes by them is of no use: each line is a row or within one.
    const byQuotes = isPlain && this.#mended === 0
    const counted = byQuotes ? counter.records : counter.lines - this.innerLines
    const swallowed = byQuotes ? counter.swallowed : []
    const told = swallowed.map((region) => ({ code: 'swallowed-lines' as const, ...region }))
    return {
      rows,
      blankRows: this.blankRows,
      countedRows: counted - others,
      problemCount: this.#count + told.length,
      problems: [...told, ...this.#problems].sort((a, b) => a.line - b.line),
    }
  }

  #add(problem: RowProblem): void {
    this.#count++
    if (this.#problems.length < MOST_KEPT) this.#problems.push(problem)
  }
}
