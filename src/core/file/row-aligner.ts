import { fitOf, profileOf, type ColumnProfile } from './column-fit.ts'
import { partedBy, SIGNS } from './name-mend.ts'

/** Rows of the table's width that tell what its columns hold. */
const LEARNED_ROWS = 200
const LEAST_ROWS = 5
/** Cells too many or too few that one place may have. */
const MOST_CELLS = 3
const LEAST_COLUMNS = 3
const MOST_COLUMNS = 300
/** Where so many rows are odd, the table is another one. */
const MOST_TRIED = 2_000
/** So much better than any other reading has one to be, and than the row as it is written. */
const AHEAD = 1
const GAIN = 2
/** Two columns that hold nothing but figures, links or ids of one shape. */
const LEAST_FIT = 4

interface Reading {
  readonly cells: readonly string[]
  readonly score: number
}

/**
 * Finds where the cells of a row belong that has a separator too many or too few: an empty cell that no column has, a comma inside a cell
 * without quotes, a separator that was lost. What the columns hold in other rows decides; where it does not, nothing is moved.
 */
export class RowAligner {
  readonly #width: number
  readonly #delimiter: string
  #rows: (readonly string[])[] = []
  #fits: Map<string, number>[] = []
  #tried = 0
  #profiles: readonly ColumnProfile[] | null = null

  constructor(width: number, delimiter: string) {
    this.#width = width
    this.#delimiter = delimiter
  }

  get isLearning(): boolean {
    return this.#rows.length < LEARNED_ROWS && this.#profiles === null
  }

  /** A row of the table's width. */
  learn(cells: readonly string[]): void {
    if (this.isLearning) this.#rows.push(cells)
  }

  /** The cells as wide as the table; null where they cannot be told. */
  align(cells: readonly string[]): readonly string[] | null {
    const odd = Math.abs(cells.length - this.#width)
    if (odd === 0 || this.#width < LEAST_COLUMNS || this.#width > MOST_COLUMNS) return null
    if (this.#known() === null || this.#tried++ > MOST_TRIED) return null
    this.#fits = []
    const parted = cells.length < this.#width ? this.#parted(cells) : null
    if (parted || odd > MOST_CELLS || cells.length < 2) return parted
    const written = this.#written(cells)
    if (cells.length < this.#width) return bestOf(this.#longer(cells), written)
    return (
      bestOf(this.#shorter(cells, this.#delimiter), written) ??
      bestOf(this.#shorter(cells, `${this.#delimiter} `), written)
    )
  }

  #known(): readonly ColumnProfile[] | null {
    if (this.#profiles === null && this.#rows.length >= LEAST_ROWS) {
      const rows = this.#rows
      this.#profiles = Array.from({ length: this.#width }, (_, column) =>
        profileOf(rows.map((cells) => cells[column] ?? '')),
      )
      this.#rows = []
    }
    return this.#profiles
  }

  #reading(cells: readonly string[]): Reading {
    let score = 0
    for (let i = 0; i < cells.length; i++) score += this.#fit(cells[i] as string, i)
    return { cells, score }
  }

  /** Of one row the same cells come again and again under the same columns. */
  #fit(cell: string, column: number): number {
    const known = this.#fits[column]?.get(cell)
    if (known !== undefined) return known
    const fit = fitOf(cell, this.#profiles?.[column] as ColumnProfile)
    const fits = (this.#fits[column] ??= new Map())
    fits.set(cell, fit)
    return fit
  }

  /** A row of another file, that another sign parts into cells which all fit. */
  #parted(cells: readonly string[]): readonly string[] | null {
    const syntax = { delimiter: this.#delimiter, quote: '"', lineEnd: '\n' } as const
    for (const sign of SIGNS) {
      const found = sign === this.#delimiter ? [] : partedBy(sign, cells, syntax)
      if (found.length !== this.#width) continue
      const { score } = this.#reading(found)
      if (score >= LEAST_FIT && found.every((cell, column) => this.#fit(cell, column) >= 0))
        return found
    }
    return null
  }

  /** As it stands: its last cells are missing, or empty ones too many. A filled one too many has no column. */
  #written(cells: readonly string[]): Reading | null {
    const width = this.#width
    if (cells.slice(width).some((cell) => cell.trim() !== '')) return null
    return this.#reading(Array.from({ length: width }, (_, i) => cells[i] ?? ''))
  }

  /** Without empty cells at one place, or with several read as one, which is judged as if this stood between them. */
  #shorter(cells: readonly string[], between: string): Reading[] {
    const extra = cells.length - this.#width
    const readings: Reading[] = []
    for (let at = 0; at + extra <= cells.length; at++) {
      const run = cells.slice(at, at + extra)
      if (run.every((cell) => cell.trim() === ''))
        readings.push(this.#reading(cells.toSpliced(at, extra)))
      const parts = cells.slice(at, at + extra + 1)
      if (parts.length > extra && parts.every((cell) => cell.trim() !== ''))
        readings.push(this.#joined(cells, at, { parts, between }))
    }
    return readings
  }

  /** A delimiter within a text may lack the space that others have behind them. */
  #joined(
    cells: readonly string[],
    at: number,
    { parts, between }: { readonly parts: readonly string[]; readonly between: string },
  ): Reading {
    const judged = parts.map((part) => part.trimStart()).join(between)
    const joined = parts.join(this.#delimiter).trim()
    const plain = this.#reading(cells.toSpliced(at, parts.length, joined))
    if (between === this.#delimiter) return plain
    const { score } = this.#reading(cells.toSpliced(at, parts.length, judged))
    return { ...plain, score }
  }

  /** With cells missing at one place. */
  #longer(cells: readonly string[]): Reading[] {
    const missing = Array.from({ length: this.#width - cells.length }, () => '')
    // What was two cells stands in the first of their columns.
    return Array.from({ length: cells.length + 1 }, (_, at) =>
      this.#reading(cells.toSpliced(cells.length - at, 0, ...missing)),
    )
  }
}

function bestOf(readings: readonly Reading[], written: Reading | null): readonly string[] | null {
  const [best, ...others] = [...readings].sort((a, b) => b.score - a.score)
  if (!best || best.score < LEAST_FIT) return null
  if (written !== null && best.score < written.score + GAIN) return null
  const rivals = others.filter(({ score }) => score > best.score - AHEAD)
  const isClear = rivals.every(({ cells }) => sameBut(cells, best.cells, written === null ? 0 : 2))
  return isClear ? best.cells : null
}

/** Two cells that were read as one may stand in the column of either. */
const sameBut = (a: readonly string[], b: readonly string[], most: number): boolean =>
  a.filter((cell, i) => cell !== b[i]).length <= most
