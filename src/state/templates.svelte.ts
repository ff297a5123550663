import { toCanonicalJson } from '../core/model/canonical.ts'
import { labelOf } from '../core/model/label.ts'
import { guessMapping, needsOf } from '../core/model/templates/guess.ts'
import type { Mapping } from '../core/model/templates/kit.ts'
import { needOf, type NeedId } from '../core/model/templates/needs.ts'
import type { Template } from '../core/model/templates/template.ts'
import { TEMPLATES } from '../core/model/templates/templates.ts'
import type { FilledTemplate } from '../../workers/protocol/templates.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

export interface ColumnChoice {
  readonly id: string
  readonly label: string
}

/** The template that the address names, with the column that plays each need: guessed until a person says otherwise. */
export class TemplatesState {
  readonly answer = new Answer<FilledTemplate>()
  readonly #session: Session
  /** By need; null: no column plays it. Shared by all templates, as a column says the same in each. */
  #chosen = $state.raw<ReadonlyMap<NeedId, string | null>>(new Map())

  readonly template = $derived.by<Template | null>(() => {
    const id = this.#session.route.query('template')
    return TEMPLATES.find((template) => template.id === id) ?? null
  })
  readonly needs = $derived(this.template ? needsOf(this.template) : [])
  readonly mapping = $derived(this.#mappingOf(this.needs))

  constructor(session: Session) {
    this.#session = session
  }

  async load(): Promise<void> {
    const { day, engine, opened } = this.#session
    const { template, mapping } = this
    if (!opened || !template || day === null) return
    await this.answer.ask(() => engine.draft('template', { template: template.id, mapping, day }))
  }

  /** How many of its needs a column is guessed for. */
  found(template: Template): number {
    return Object.keys(this.#mappingOf(needsOf(template))).length
  }

  isGuess = (need: NeedId): boolean => !this.#chosen.has(need) && this.mapping[need] !== undefined

  choose(need: NeedId, column: string | null): void {
    this.#chosen = new Map([...this.#chosen, [need, column]])
  }

  /** Columns of a type that can say it; calculated ones behind the others. */
  columnsFor(need: NeedId): readonly ColumnChoice[] {
    const { types } = needOf(need)
    const { opened, configuration } = this.#session
    const derived = types.includes('number') ? (configuration?.derived ?? []) : []
    return [
      ...(opened?.columns ?? []).filter(({ type }) => types.includes(type)),
      ...derived.map((column) => ({ id: column.id, label: `${labelOf(column)} (calculated)` })),
    ]
  }

  /** Opens what was made as any configuration that is read: in force only once it is applied. */
  async propose(): Promise<void> {
    const made = this.answer.value?.configuration
    if (!made || !this.template) return
    const fileName = `Template: ${this.template.name}`
    await this.#session.chooseFiles([new File([toCanonicalJson(made)], fileName)])
  }

  #mappingOf(needs: readonly NeedId[]): Mapping {
    const guessed = guessMapping(needs, this.#session.opened?.columns ?? [])
    const columns = needs.flatMap((need) => {
      const column = this.#chosen.has(need) ? this.#chosen.get(need) : guessed[need]
      return column ? [[need, column] as const] : []
    })
    return Object.fromEntries(columns)
  }
}
