import { NumberBuilder } from './number-builder.ts'
import { TextBuilder } from './text-builder.ts'
import { typeTexts, type TypedColumn, type TypePlan } from './type-texts.ts'

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

  /** No cells: a column without a type. */
  finish(): TypedColumn {
    const numbers = this.#numbers?.finish(this.#plan)
    if (numbers) return numbers
    const texts = this.#numbers?.toTexts() ?? this.#texts
    return typeTexts(texts.finish(), this.#plan)
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
