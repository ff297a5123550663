import type { PlainRows } from '../file/plain-rows.ts'
import { MOST_EXCEPTIONS } from './keep-raw.ts'
import { isUsualMissing } from './value/missing-words.ts'
import { packText, textOf } from './packed-text.ts'
import { notePresent } from './profile.ts'
import { withRoom } from './room.ts'
import { NumberScanner, plainNumberText, readPlainNumber, readsAsId } from './value/plain-number.ts'
import type { RawText } from './raw-text.ts'
import { plainSpelling } from './value/spelling.ts'
import { TextBuilder } from './text-builder.ts'
import { NOTHING_UNREADABLE, type TypedColumn, type TypePlan } from './type-texts.ts'

const UNKNOWN = -1
const SHORTEST = -2
const ZERO = 48

/**
 * Collects the cells of one column while they are plain numbers, so that most columns of figures never exist as text. Cells that do not
 * follow from their values (a missing word, 1e5, zeros at the end) are kept beside them.
 */
export class NumberBuilder {
  #values = new Float64Array(1024)
  #count = 0
  #missing = 0
  /** As many decimals as all cells have so far; SHORTEST once they differ. */
  #decimals = UNKNOWN
  #oddRows: number[] = []
  #oddCells: string[] = []
  readonly #scanner = new NumberScanner()

  /** False, and nothing kept, where the cell is no short plain number: trim it, and try `addOther`. */
  addPlain(cell: string): boolean {
    if (!this.#scanner.scan(cell)) return false
    if (this.#isOdd(cell.charCodeAt(cell.length - 1))) this.#keepCell(cell)
    this.#push(this.#scanner.value)
    return true
  }

  /** The same of the cells of a column of plain rows, from `row` on, the empty ones missing: gives the first row whose cell is none of these. */
  addRun(plain: PlainRows, column: number, row: number): number {
    const { bytes, starts, ends, areAscii, width, rows } = plain
    const scanner = this.#scanner
    this.#values = withRoom(this.#values, this.#count + rows - row)
    for (let cell = row * width + column; row < rows; row++, cell += width) {
      const from = starts[cell] as number
      const to = ends[cell] as number
      if (from === to) {
        this.#values[this.#count++] = NaN
        this.#missing++
      } else {
        if (areAscii[cell] === 0 || !scanner.scanBytes(bytes, from, to)) break
        if (this.#isOdd(bytes[to - 1] as number)) this.#keepCell(textOf(bytes, from, to))
        this.#values[this.#count++] = scanner.value
      }
    }
    return row
  }

  /** False, and nothing kept, where a trimmed cell is neither a number nor missing: the column is of another type. */
  addOther(cell: string): boolean {
    if (cell === '') {
      this.#push(NaN)
      return true
    }
    if (this.addPlain(cell)) return true
    const isMissing = isUsualMissing(cell)
    const value = isMissing || readsAsId(cell) ? NaN : readPlainNumber(cell)
    if (Number.isNaN(value) && !isMissing) return false
    if (!isMissing) this.#meetDecimals(SHORTEST)
    if (plainNumberText(value, null) !== cell) this.#keepCell(cell)
    this.#push(value)
    return true
  }

  /** Whether what was scanned has zeros at the end that do not follow from its value. */
  #isOdd(lastUnit: number): boolean {
    const { decimals } = this.#scanner
    if (decimals !== this.#decimals && this.#decimals !== SHORTEST) this.#meetDecimals(decimals)
    return this.#decimals === SHORTEST && decimals > 0 && lastUnit === ZERO
  }

  #keepCell(cell: string): void {
    this.#oddRows.push(this.#count)
    this.#oddCells.push(cell)
  }

  #push(value: number): void {
    this.#values = withRoom(this.#values, this.#count + 1)
    this.#values[this.#count++] = value
    if (value !== value) this.#missing++
  }

  #meetDecimals(decimals: number): void {
    if (this.#decimals === UNKNOWN && decimals !== SHORTEST) this.#decimals = decimals
    else if (this.#decimals !== SHORTEST) this.#spellShortest()
  }

  /** Decimals differ, so that zeros at the end no longer follow from the values: keep the cells that have them. */
  #spellShortest(): void {
    const fixed = this.#decimals
    const cells = this.#cells()
    this.#decimals = SHORTEST
    if (fixed <= 0) return
    const count = this.#count
    this.#oddRows = []
    this.#oddCells = []
    for (this.#count = 0; this.#count < count; this.#count++) {
      const cell = cells(this.#count)
      if (plainNumberText(this.#values[this.#count] as number, null) !== cell) this.#keepCell(cell)
    }
  }

  /** The cells from the first on: to be asked row by row. */
  #cells(): (row: number) => string {
    const decimals = this.#decimals < 0 ? null : this.#decimals
    const rows = this.#oddRows
    const cells = this.#oddCells
    let next = 0
    return (row) =>
      rows[next] === row
        ? (cells[next++] as string)
        : plainNumberText(this.#values[row] as number, decimals)
  }

  toTexts(): TextBuilder {
    const texts = new TextBuilder()
    const cellAt = this.#cells()
    for (let row = 0; row < this.#count; row++) texts.add(cellAt(row))
    return texts
  }

  /** Null where the cells have to be read again: another form was asked for, or there is no number at all. */
  finish(plan: TypePlan): TypedColumn | null {
    if (!readsPlain(plan) || this.#missing === this.#count) return null
    const values = this.#values.slice(0, this.#count)
    if (!saysMarks(plan) && this.#looksGrouped(values)) return null
    const column = { type: 'number', values } as const
    notePresent(column, this.#count - this.#missing)
    return {
      type: 'number',
      format: plan.format,
      certain: true,
      doubt: null,
      column,
      raw: this.#raw(),
      unreadable: NOTHING_UNREADABLE,
    }
  }

  #raw(): RawText {
    if (this.#oddRows.length > this.#count * MOST_EXCEPTIONS)
      return { kind: 'texts', texts: this.toTexts().finish() }
    const spelling = plainSpelling(this.#decimals < 0 ? null : this.#decimals)
    if (this.#oddRows.length === 0) return { kind: 'same', spelling }
    const words = packText(this.#oddCells)
    return { kind: 'except', spelling, rows: Uint32Array.from(this.#oddRows), words }
  }

  /** 1.234 and 12.500, beside whole numbers below 1000, may be thousands: the texts tell. */
  #looksGrouped(values: Float64Array): boolean {
    if (this.#decimals !== 3 && this.#decimals !== SHORTEST) return false
    const hasZeros = this.#decimals === 3 || this.#oddCells.length > 0
    let hasPoint = hasZeros
    for (let row = 0; row < values.length; row++) {
      const size = Math.abs(values[row] as number)
      if (size >= 1000 || (size < 1 && size !== 0)) return false
      if (Number.isInteger(size) || size !== size) continue
      if (!hasZeros && Number.isInteger(size * 100)) return false
      hasPoint = true
    }
    return hasPoint
  }
}

const saysMarks = ({ format }: TypePlan): boolean =>
  format.decimal !== undefined || format.group !== undefined

const readsPlain = ({ type, format, missing }: TypePlan): boolean =>
  (type === null || type === 'number') &&
  missing === null &&
  format.decimal !== ',' &&
  format.group !== '.' &&
  format.percent !== true
