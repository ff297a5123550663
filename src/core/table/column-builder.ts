import type { PlainRows } from '../file/plain-rows.ts'
import { suspectCount } from './value/counted-days.ts'
import type { DateCount } from './value/format.ts'
import { NumberBuilder } from './number-builder.ts'
import { textOf } from './packed-text.ts'
import { TextBuilder } from './text-builder.ts'
import { typeCounted, typeTexts, type TypedColumn, type TypePlan } from './type-texts.ts'

/** Collects the cells of one column row by row, and types it at the end. */
export class ColumnBuilder {
  readonly #plan: TypePlan
  /** As long as all cells are plain numbers. */
  #numbers: NumberBuilder | null
  #texts = new TextBuilder()

  constructor(plan: TypePlan) {
    this.#plan = plan
    this.#numbers = plan.type === null || plan.type === 'number' ? new NumberBuilder() : null
  }

  add(cell: string): void {
    if (this.#numbers !== null && this.#numbers.addPlain(cell)) return
    const trimmed = isTrimmed(cell) ? cell : cell.trim()
    if (this.#numbers !== null) {
      if (this.#numbers.addOther(trimmed)) return
      this.#texts = this.#numbers.toTexts()
      this.#numbers = null
    }
    this.#texts.add(trimmed)
  }

  /** The cells of one column of these rows. `cellText` tells what a cell says that is not its bytes. */
  addPlain(plain: PlainRows, column: number, cellText: (cell: number) => string): void {
    const { bytes, starts, ends, areAscii, width, rows } = plain
    for (let row = this.#addRun(plain, column, 0); row < rows;) {
      const cell = row * width + column
      const isAscii = areAscii[cell] === 1
      this.add(
        isAscii ? textOf(bytes, starts[cell] as number, ends[cell] as number) : cellText(cell),
      )
      row = this.#addRun(plain, column, row + 1)
    }
  }

  /** Gives the first row that has to be looked at as text. */
  #addRun(plain: PlainRows, column: number, row: number): number {
    return (this.#numbers ?? this.#texts).addRun(plain, column, row)
  }

  /** No cells: a column without a type. */
  finish(): TypedColumn {
    const numbers = this.#numbers?.finish(this.#plan)
    const count = numbers ? this.#countOf(numbers) : null
    if (numbers && count === null) return numbers
    const texts = (this.#numbers?.toTexts() ?? this.#texts).finish()
    return count === null ? typeTexts(texts, this.#plan) : typeCounted(texts, this.#plan, count)
  }

  /** Numbers that may be days, where nobody said what they are. */
  #countOf({ column }: TypedColumn): DateCount | null {
    const { type, header, format } = this.#plan
    const isOpen = type === null && format.date === undefined
    return isOpen && header !== undefined && column.type === 'number'
      ? suspectCount(header, column)
      : null
  }
}

const LAST_CONTROL = 32
const LAST_ASCII = 126

/** Spares most cells the trimming: both ends are printable ASCII. */
function isTrimmed(cell: string): boolean {
  if (cell === '') return true
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  return first > LAST_CONTROL && first <= LAST_ASCII && last > LAST_CONTROL && last <= LAST_ASCII
}
