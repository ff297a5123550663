import { parseFormula } from '../core/formula/parse.ts'
import { printFormula } from '../core/formula/print.ts'
import type { Node } from '../core/formula/tree.ts'
import type { FormulaProblem } from '../core/problem.ts'
import type { Condition } from '../core/view/filter.ts'
import { readConditions } from '../core/view/read-filter.ts'
import { filterText } from '../core/view/write-filter.ts'
import type { Session } from './session.svelte.ts'

/** The filter that the address holds: an expression, and the conditions that it joins. What is built is written back as the expression. */
export class Filter {
  readonly #session: Session

  readonly text = $derived.by(() => this.#session.route.query('filter'))
  readonly #read = $derived(read(this.text))

  constructor(session: Session) {
    this.#session = session
  }

  get conditions(): readonly Condition[] {
    return this.#read.conditions
  }

  /** Why the text in the address is no expression. */
  get problem(): FormulaProblem | null {
    return this.#read.problem
  }

  write(text: string): void {
    this.#session.route.show({ filter: text, page: null })
  }

  build(conditions: readonly Condition[]): void {
    this.write(filterText(conditions))
  }

  add(condition: Condition): void {
    this.build([...this.conditions, condition])
  }

  remove(place: number): void {
    this.build(this.conditions.filter((_, at) => at !== place))
  }

  replace(place: number, condition: Condition): void {
    this.build(this.conditions.map((one, at) => (at === place ? condition : one)))
  }

  /** The condition on a subject, -1 where there is none of its own. */
  placeOf(subject: string): number {
    return this.conditions.findIndex((condition) => subjectOf(condition) === subject)
  }

  /** Puts a condition in the place of the one on its subject; null takes that away. */
  setOn(subject: string, condition: Condition | null): void {
    const place = this.placeOf(subject)
    if (condition === null) {
      if (place >= 0) this.remove(place)
    } else if (place < 0) this.add(condition)
    else this.replace(place, condition)
  }

  /** The filter as it is without the condition on a subject. */
  without(subject: string): string {
    const place = this.placeOf(subject)
    return place < 0 ? this.text : filterText(this.conditions.filter((_, at) => at !== place))
  }
}

/** What a condition is about, as its expression; '' where it is about several things. */
export function subjectOf(condition: Condition): string {
  switch (condition.kind) {
    case 'group':
    case 'expression':
      return ''
    default:
      return printFormula(condition.subject)
  }
}

/** The tree of a subject that is known to be an expression. */
export function toSubject(text: string): Node {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`invalid subject: ${text}`)
  return parsed.value.root
}

function read(text: string): {
  readonly conditions: readonly Condition[]
  readonly problem: FormulaProblem | null
} {
  if (text.trim() === '') return { conditions: [], problem: null }
  const parsed = parseFormula(text)
  if (!parsed.ok) return { conditions: [], problem: parsed.problems[0] ?? null }
  return { conditions: readConditions(parsed.value.root), problem: null }
}
