import type { ReadingPlan } from '../core/source/plan.ts'
import type { DateFormat } from '../core/table/format.ts'
import type { ImportQuestion } from '../../workers/protocol/review.ts'
import { mayBeDate, type DateOrderAnswer } from './import-choices.ts'
import type { AskedDateOrder, DateOrderQuestion } from './import-state.ts'

/** The date questions that a file has raised, answered ones too: an answer can be changed. */
export class DateQuestions {
  #asked = $state.raw<readonly AskedDateOrder[]>([])
  #answers = $state.raw<ReadonlyMap<number, DateOrderAnswer>>(new Map())

  readonly list: readonly DateOrderQuestion[] = $derived.by(() =>
    this.#asked.map((asked) => ({ ...asked, answer: this.#answers.get(asked.column) ?? null })),
  )

  /** A column that was left out or given another type needs no answer. */
  owingUnder(plan: ReadingPlan | undefined): readonly DateOrderQuestion[] {
    return this.list.filter(({ answer, column }) => answer === null && mayBeDate(plan, column))
  }

  /** A later reading may know more about a question: what its answers would mean. */
  take(questions: readonly ImportQuestion[]): void {
    const found = questions.filter((question) => question.kind === 'date-order')
    const isFound = ({ column }: AskedDateOrder) => found.some((one) => one.column === column)
    this.#asked = [...this.#asked.filter((one) => !isFound(one)), ...found].sort(
      (a, b) => a.column - b.column,
    )
  }

  answer(column: number, answer: DateOrderAnswer): void {
    this.#answers = new Map(this.#answers).set(column, answer)
  }

  answerAll(order: DateFormat): void {
    if (order === 'ymd') return
    this.#answers = new Map(this.#asked.map(({ column }) => [column, order] as const))
  }

  forget(): void {
    this.#asked = []
    this.#answers = new Map()
  }
}
