import type { ReadingPlan } from '../core/source/plan.ts'
import type { DateFormat } from '../core/table/value/format.ts'
import type { ImportQuestion, ReadingQuestion } from '../../workers/protocol/review.ts'
import { chosenReading, mayBeDate, type DateOrderAnswer } from './import-choices.ts'
import type { AskedDateOrder, DateOrderQuestion } from './import-state.ts'

/** A question with a guess, and the reading that holds: the guess until a person chooses. */
export type AskedReading = ReadingQuestion & { readonly chosen: number; readonly answered: boolean }

/** What a file has raised, answered questions too: an answer can be changed. */
export class ColumnQuestions {
  #readings = $state.raw<readonly ReadingQuestion[]>([])
  #asked = $state.raw<readonly AskedDateOrder[]>([])
  #answers = $state.raw<ReadonlyMap<number, DateOrderAnswer>>(new Map())

  readonly list: readonly DateOrderQuestion[] = $derived.by(() =>
    this.#asked.map((asked) => ({ ...asked, answer: this.#answers.get(asked.column) ?? null })),
  )

  /** A column that was left out or given another type needs no answer. */
  owingUnder(plan: ReadingPlan | undefined): readonly DateOrderQuestion[] {
    return this.list.filter(({ answer, column }) => answer === null && mayBeDate(plan, column))
  }

  /** Columns of which more than one reading fits. None of them keeps Import waiting. */
  readingsUnder(plan: ReadingPlan | undefined): readonly AskedReading[] {
    return this.#readings.flatMap((question) => {
      const column = plan?.columns.find(({ index }) => index === question.column)
      if (!column || column.ignore) return []
      const chosen = chosenReading(column, question.readings)
      return { ...question, chosen: Math.max(chosen, 0), answered: chosen >= 0 }
    })
  }

  /** A later reading may know more about a question: what its answers would mean. */
  take(questions: readonly ImportQuestion[], plan: ReadingPlan | undefined): void {
    const readings = questions.filter((question) => question.kind === 'reading')
    const answered = this.readingsUnder(plan).filter(
      (asked) => asked.answered && !readings.some(({ column }) => column === asked.column),
    )
    this.#readings = [...answered, ...readings].sort((a, b) => a.column - b.column)
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
    this.#readings = []
    this.#asked = []
    this.#answers = new Map()
  }
}
