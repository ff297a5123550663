import { SvelteMap } from 'svelte/reactivity'
import type { TextSubject } from '../core/formula/caret.ts'
import type { Configuration } from '../core/model/configuration.ts'
import { labelOf } from '../core/model/label.ts'
import type { TextsQuestion } from '../../workers/protocol/draft.ts'
import type { Session } from './session.svelte.ts'

interface Named {
  readonly id: string
  readonly name?: string
}

interface Text {
  readonly id: string
  readonly label: string
}

/** What may stand in quotes in an expression. The texts of a column are asked for when they are first wanted, and are there a moment later. */
export class ColumnTexts {
  readonly #session: Session
  readonly #configuration: () => Configuration | null
  readonly #known = new SvelteMap<string, readonly string[]>()
  readonly #asked = new Set<string>()

  constructor(session: Session, configuration: () => Configuration | null) {
    this.#session = session
    this.#configuration = configuration
  }

  readonly of = (subject: TextSubject): readonly Text[] => {
    const configuration = this.#configuration()
    if (subject.kind === 'column') return this.#ofColumn(subject.id, configuration)
    return configuration ? textsOf(idsOf(subject.kind, configuration)) : []
  }

  #ofColumn(column: string, configuration: Configuration | null): readonly Text[] {
    if (column === 'band') return textsOf(configuration?.bands ?? [])
    if (column === 'model') return textsOf(configuration?.models ?? [])
    const { day, opened } = this.#session
    const derived = configuration?.derived?.find(({ id }) => id === column)
    if (day === null || (!derived && opened?.columns.every(({ id }) => id !== column))) return []
    const key = JSON.stringify([opened?.workspace?.id, day, column, derived?.expression])
    if (!this.#asked.has(key)) void this.#ask(key, { day, configuration, column })
    return (this.#known.get(key) ?? []).map((text) => ({ id: text, label: text }))
  }

  async #ask(key: string, asked: TextsQuestion): Promise<void> {
    this.#asked.add(key)
    const result = await this.#session.engine.draft('texts', asked)
    if (result.ok) this.#known.set(key, result.value)
  }
}

const textsOf = (all: readonly Named[]): readonly Text[] =>
  all.map((one) => ({ id: one.id, label: labelOf(one) }))

/** Each once: models may share them. */
function idsOf(
  kind: 'factor' | 'group' | 'flag',
  { models, flags = [] }: Configuration,
): readonly Named[] {
  const groups = models.flatMap((model) => model.groups)
  const all: readonly Named[] =
    kind === 'flag' ? flags : kind === 'group' ? groups : groups.flatMap((group) => group.factors)
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
