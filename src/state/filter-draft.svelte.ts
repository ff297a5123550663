import { checkFormula, type Scope } from '../core/formula/check.ts'
import { parseFormula } from '../core/formula/parse.ts'
import type { Configuration } from '../core/model/configuration.ts'
import type { FormulaProblem } from '../core/problem.ts'
import type { ColumnType } from '../core/table/column.ts'
import type { Condition } from '../core/view/filter.ts'
import { readConditions } from '../core/view/read-filter.ts'
import { filterText } from '../core/view/write-filter.ts'
import type { ColumnSummary } from '../../workers/protocol/opened.ts'
import { Answer } from './answer.svelte.ts'
import { ColumnTexts } from './column-texts.svelte.ts'
import type { Session } from './session.svelte.ts'
import type { Facets } from '../../workers/protocol/facets.ts'

/** A filter that is being written: one expression, whichever way it is changed. Nothing is filtered before it is taken. */
export class FilterDraft {
  text = $state('')
  readonly texts: ColumnTexts
  readonly #counted = new Answer<Facets>()
  readonly #session: Session

  readonly #parsed = $derived.by(() => (this.text.trim() === '' ? null : parseFormula(this.text)))
  /** Null where the text is no expression: then there is nothing to draw. */
  readonly conditions = $derived.by<readonly Condition[] | null>(() => {
    if (!this.#parsed) return []
    return this.#parsed.ok ? readConditions(this.#parsed.value.root) : null
  })
  readonly #checked = $derived.by(() => {
    if (!this.#parsed) return { errors: [], warnings: [] }
    if (!this.#parsed.ok) return { errors: this.#parsed.problems, warnings: [] }
    const { configuration, opened } = this.#session
    return checkFormula(this.#parsed.value, filterScope(configuration, opened?.columns ?? []))
  })

  constructor(session: Session) {
    this.#session = session
    this.texts = new ColumnTexts(session, () => session.configuration)
  }

  get errors(): readonly FormulaProblem[] {
    return this.#checked.errors
  }

  get warnings(): readonly FormulaProblem[] {
    return this.#checked.warnings
  }

  /** How many accounts it would let through. */
  get count(): number | null {
    return this.errors.length > 0 ? null : (this.#counted.value?.counts[0] ?? null)
  }

  build(conditions: readonly Condition[]): void {
    this.text = filterText(conditions)
  }

  async load(): Promise<void> {
    const { engine, look } = this.#session
    const { text } = this
    if (!look || this.errors.length > 0) return
    await this.#counted.ask(() =>
      engine.facets({ ...look, search: '', facets: [], counts: [text] }),
    )
  }
}

/** What a filter may name. Derived columns have the type that their expressions come to. */
function filterScope(configuration: Configuration | null, stored: readonly ColumnSummary[]): Scope {
  const columns = new Map<string, ColumnType | null>(stored.map(({ id, type }) => [id, type]))
  for (const { id, expression } of configuration?.derived ?? []) {
    const parsed = columns.has(id) ? null : parseFormula(expression)
    if (parsed?.ok) columns.set(id, checkFormula(parsed.value, { phase: 'input', columns }).type)
  }
  const groups = configuration?.models.flatMap((model) => model.groups) ?? []
  return {
    phase: 'filter',
    columns,
    wanted: 'boolean',
    factors: new Set(groups.flatMap(({ factors }) => factors.map(({ id }) => id))),
    groups: new Set(groups.map(({ id }) => id)),
    flags: new Set(configuration?.flags?.map(({ id }) => id)),
  }
}
