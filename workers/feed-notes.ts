import type { RowSyntax } from '../src/core/file/cell-scanner.ts'
import { countOf } from '../src/core/file/line-end.ts'
import type { RowCounter } from '../src/core/file/row-counter.ts'
import type { RowProblem } from '../src/core/problem.ts'
import type { CsvReading } from './read-csv.ts'
import type { ParsedRows } from './row-parser.ts'

const MOST_KEPT = 1_000
const LONGEST_TEXT = 500
/** No text in a cell is that long. */
const MOST_LINES = 1_000

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
  readonly #swallowed: RowProblem[] = []

  mend(line: number): void {
    this.#add({ code: 'stray-quote', line })
  }

  /** A row with cells of several lines: those that have as many delimiters as a row look swallowed. */
  lookForSwallowed(
    cells: readonly string[],
    line: number,
    { delimiter, lineEnd }: RowSyntax,
  ): void {
    for (const cell of cells) {
      const lines = cell.split(lineEnd)
      const inner = lines.slice(1, -1)
      const alike = inner.filter((text) => countOf(text, delimiter) === cells.length - 1).length
      const looksSwallowed = cells.length > 1 && alike * 2 > inner.length
      if (looksSwallowed || lines.length > MOST_LINES)
        this.#swallowed.push({ code: 'swallowed-lines', line, lines: lines.length - 1 })
    }
  }

  leaveOut(line: number, part: 'trailer' | 'comment' | 'names', cells: readonly string[]): void {
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
    const byQuotes = isPlain && !this.isBroken ? counter.swallowed : []
    const told = new Map(this.#swallowed.map((problem) => [problem.line, problem]))
    for (const region of byQuotes) told.set(region.line, { code: 'swallowed-lines', ...region })
    return {
      rows,
      blankRows: this.blankRows,
      countedRows: counter.lines - this.innerLines - others,
      problemCount: this.#count + told.size,
      problems: [...told.values(), ...this.#problems].sort((a, b) => a.line - b.line),
    }
  }

  #add(problem: RowProblem): void {
    this.#count++
    if (this.#problems.length < MOST_KEPT) this.#problems.push(problem)
  }
}
