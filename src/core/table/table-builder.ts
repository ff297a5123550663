import type { PlainRows } from '../file/plain-rows.ts'
import { RowAligner } from '../file/row-aligner.ts'
import type { RowProblem } from '../problem.ts'
import { ColumnBuilder } from './column-builder.ts'
import { withRoom } from './room.ts'
import type { TypedColumn, TypePlan } from './type-texts.ts'

export interface TableColumnPlan extends TypePlan {
  /** The place of its cells in a row. */
  readonly index: number
  readonly header: string
  /** Its cells are not kept. */
  readonly ignore: boolean
}

/** The rows of a file as typed columns. */
export interface Table {
  readonly rows: number
  /** The physical line on which each row begins. */
  readonly lines: Uint32Array
  /** By the place in the plan; null where it is ignored. */
  readonly columns: readonly (TypedColumn | null)[]
  /** Rows that are out: what their cells stand for cannot be told. Their texts are in `problems`. */
  readonly rejected: number
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
}

/** So many wait for others. */
const FIRST_ROWS = 50
/** Kept of each kind; the others are only counted. */
const MOST_KEPT = 10_000
const LONGEST_TEXT = 2_000

/**
 * Collects rows as columns. A row with a separator too many or too few is put right where other rows tell how, and reported. Else a short
 * row is taken with its last cells missing, and reported; a long one whose further cells are all empty is taken; one with more in them is
 * rejected with its text.
 */
export class TableBuilder {
  readonly #plan: readonly TableColumnPlan[]
  readonly #builders: (ColumnBuilder | null)[]
  readonly #places: readonly number[]
  readonly #width: number
  readonly #aligner: RowAligner
  #first: { readonly cells: readonly string[]; readonly line: number }[] = []
  #isBegun = false
  #lines = new Uint32Array(1024)
  #rows = 0
  #rejected = 0
  readonly #problems = new ProblemList()

  /** `width`: how many cells a row should have; `delimiter`: what parts them in the file. */
  constructor(plan: readonly TableColumnPlan[], width: number, delimiter = ',') {
    this.#aligner = new RowAligner(width, delimiter)
    this.#plan = plan
    this.#width = width
    this.#builders = plan.map((column) => (column.ignore ? null : new ColumnBuilder(column)))
    this.#places = plan.map(({ index }) => index)
  }

  row(cells: readonly string[], line: number): void {
    if (cells.length === this.#width) this.#aligner.learn(cells)
    if (this.#isBegun) return this.#add(cells, line)
    this.#first.push({ cells, line })
    if (this.#first.length === FIRST_ROWS) this.#begin()
  }

  /** The first rows wait for others that tell what the columns hold. */
  #begin(): void {
    this.#isBegun = true
    for (const { cells, line } of this.#first) this.#add(cells, line)
    this.#first = []
  }

  #add(written: readonly string[], line: number): void {
    const cells = written.length === this.#width ? written : this.#taken(written, line)
    if (cells === null) return
    const builders = this.#builders
    const places = this.#places
    for (let i = 0; i < builders.length; i++) builders[i]?.add(cells[places[i] as number] ?? '')
    this.#lines = withRoom(this.#lines, this.#rows + 1)
    this.#lines[this.#rows++] = line
  }

  /** Cells of a row. */
  get width(): number {
    return this.#width
  }

  /** Rows of this width, one a line. */
  plain(rows: PlainRows, firstLine: number, cellText: (cell: number) => string): void {
    for (let i = 0; i < rows.rows && this.#aligner.isLearning; i++)
      this.#aligner.learn(
        Array.from({ length: rows.width }, (_, column) => cellText(i * rows.width + column)),
      )
    this.#begin()
    this.#builders.forEach((builder, i) =>
      builder?.addPlain(rows, this.#places[i] as number, cellText),
    )
    this.#lines = withRoom(this.#lines, this.#rows + rows.rows)
    for (let i = 0; i < rows.rows; i++) this.#lines[this.#rows + i] = firstLine + i
    this.#rows += rows.rows
  }

  /** The cells of a row of another width; null where it is out. */
  #taken(cells: readonly string[], line: number): readonly string[] | null {
    const found = cells.length
    const expected = this.#width
    const aligned = this.#aligner.align(cells)
    if (aligned) {
      this.#problems.add({ code: 'moved-cells', line, found, expected })
      return aligned
    }
    if (found < expected) {
      this.#problems.add({ code: 'short-row', line, found, expected })
      return cells.concat(Array.from({ length: expected - found }, () => ''))
    }
    if (cells.slice(expected).every((cell) => cell.trim() === '')) return cells.slice(0, expected)
    const text = cells.join(' | ').slice(0, LONGEST_TEXT)
    this.#problems.add({ code: 'extra-cells', line, found, expected, text })
    this.#rejected++
    return null
  }

  finish(): Table {
    this.#begin()
    const lines = this.#lines.slice(0, this.#rows)
    const columns = this.#builders.map((_, i) => this.#finishColumn(i))
    columns.forEach((column, i) => this.#reportUnreadable(column, this.#plan[i]?.header, lines))
    return {
      rows: this.#rows,
      lines,
      columns,
      rejected: this.#rejected,
      problems: this.#problems.kept,
      problemCount: this.#problems.count,
    }
  }

  /** Its cells are let go at once: all columns beside all that they were made of would be twice the memory. */
  #finishColumn(i: number): TypedColumn | null {
    const column = this.#builders[i]?.finish() ?? null
    this.#builders[i] = null
    return column
  }

  #reportUnreadable(column: TypedColumn | null, header = '', lines: Uint32Array): void {
    if (!column?.type) return
    const { type, unreadable } = column
    for (const { row, text } of unreadable.first)
      this.#problems.add({
        code: 'unreadable-cell',
        line: lines[row] as number,
        column: header,
        type,
        text: text.slice(0, LONGEST_TEXT),
      })
    this.#problems.count += unreadable.count - unreadable.first.length
  }
}

class ProblemList {
  readonly kept: RowProblem[] = []
  count = 0
  readonly #counts = new Map<RowProblem['code'], number>()

  add(problem: RowProblem): void {
    const known = this.#counts.get(problem.code) ?? 0
    this.#counts.set(problem.code, known + 1)
    this.count++
    if (known < MOST_KEPT) this.kept.push(problem)
  }
}
