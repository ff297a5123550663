import type { Configuration } from '../core/model/configuration.ts'
import { guessMapping, needsOf } from '../core/model/templates/guess.ts'
import { TEMPLATES } from '../core/model/templates/templates.ts'
import { failure, success, type Problem, type Result } from '../core/problem.ts'
import { MOST_COMPARED, type ComparedRow, type Comparison } from '../../workers/protocol/compare.ts'
import { PAGE_ROWS } from '../../workers/protocol/figures.ts'
import type { ConfigurationVersion } from '../../workers/protocol/model.ts'
import { Answer } from './answer.svelte.ts'
import { readDraft } from './kept-draft.ts'
import { RowPages } from './row-pages.svelte.ts'
import type { Session } from './session.svelte.ts'

/** Something that can stand on one side: `now`, `draft`, `v3`, `t:usage-rank`, `f:1`. */
export interface SideChoice {
  readonly id: string
  readonly label: string
  readonly kind: 'now' | 'draft' | 'version' | 'template' | 'file'
}

/** What was asked, with the configurations that were meant. */
export interface Compared {
  readonly sides: readonly { readonly label: string; readonly configuration: Configuration }[]
  readonly comparison: Comparison
}

/** Two to four configurations, which the address names, on the accounts of the day. */
export class CompareState {
  readonly answer = new Answer<Compared>(({ comparison }) => this.rows.reset(comparison.rows))
  readonly rows: RowPages<ComparedRow>
  readonly #session: Session
  #versions = $state.raw<readonly ConfigurationVersion[]>([])
  #draft = $state.raw<Configuration | null>(null)
  /** What can be chosen is not known before. */
  #isReady = $state.raw(false)
  /** Files stay as long as this page: an address cannot hold them. */
  #files = $state.raw<readonly { readonly name: string; readonly configuration: Configuration }[]>(
    [],
  )
  fileProblems = $state.raw<readonly Problem[]>([])

  readonly choices = $derived.by<readonly SideChoice[]>(() => [
    { id: 'now', label: 'In force', kind: 'now' },
    ...(this.#draft ? [{ id: 'draft', label: 'Draft', kind: 'draft' as const }] : []),
    ...this.#versions.map(({ version, name }) => ({
      id: `v${version}`,
      label: `Model ${version}${name ? `, ${name}` : ''}`,
      kind: 'version' as const,
    })),
    ...TEMPLATES.map(({ id, name }) => ({ id: `t:${id}`, label: name, kind: 'template' as const })),
    ...this.#files.map(({ name }, at) => ({ id: `f:${at}`, label: name, kind: 'file' as const })),
  ])

  /** Those of the address that there are; without, what is in force beside the draft, else beside a rank. */
  readonly chosen = $derived.by<readonly string[]>(() => {
    const known = new Set(this.choices.map(({ id }) => id))
    const asked = this.#session.route.query('sides').split(' ')
    const there = asked.filter((id) => known.has(id)).slice(0, MOST_COMPARED)
    if (there.length >= 2) return there
    const other = there.find((id) => id !== 'now')
    return ['now', other ?? (this.#draft ? 'draft' : 't:usage-rank')]
  })

  readonly canAdd = $derived(this.chosen.length < MOST_COMPARED)

  constructor(session: Session) {
    this.#session = session
    this.rows = new RowPages((from, count) => this.#fetch(from, count))
  }

  async loadChoices(): Promise<void> {
    const { engine, opened, day } = this.#session
    if (!opened?.configuration) return
    const [detail, draft] = await Promise.all([engine.model(day), readDraft(this.#session)])
    if (detail.ok) this.#versions = [...detail.value.versions].reverse()
    this.#draft = draft
    this.#isReady = true
  }

  async load(): Promise<void> {
    const { chosen } = this
    const { configuration, day } = this.#session
    if (!this.#isReady || !configuration || day === null) return
    await this.answer.ask(() => this.#compare(chosen))
  }

  choose(place: number, id: string): void {
    this.#show(this.chosen.map((one, at) => (at === place ? id : one)))
  }

  add(): void {
    const free = this.choices.find(({ id }) => !this.chosen.includes(id))
    if (free) this.#show([...this.chosen, free.id])
  }

  remove(place: number): void {
    this.#show(this.chosen.filter((_, at) => at !== place))
  }

  /** Reads a configuration file and puts it beside the others; the last of four gives way to it. */
  async addFile(file: File): Promise<void> {
    const read = await this.#session.engine.readConfiguration(await file.text())
    this.fileProblems = read.ok ? [] : read.problems
    if (!read.ok) return
    this.#files = [...this.#files, { name: file.name, configuration: read.value.configuration }]
    this.#show([...this.chosen.slice(0, MOST_COMPARED - 1), `f:${this.#files.length - 1}`])
  }

  #show(ids: readonly string[]): void {
    this.#session.route.show({ sides: ids.join(' ') }, { on: 'model' })
  }

  async #compare(ids: readonly string[]): Promise<Result<Compared>> {
    const sides: Compared['sides'][number][] = []
    for (const id of ids) {
      const configuration = await this.#read(id)
      if (!configuration.ok) return configuration
      const label = this.choices.find((choice) => choice.id === id)?.label ?? id
      sides.push({ label, configuration: configuration.value })
    }
    const comparison = await this.#ask(sides, 0, PAGE_ROWS)
    return comparison.ok ? success({ sides, comparison: comparison.value }) : comparison
  }

  #ask(sides: Compared['sides'], from: number, count: number): Promise<Result<Comparison>> {
    const { engine, day } = this.#session
    if (day === null) return Promise.resolve(failure({ code: 'no-such-snapshot' }))
    const configurations = sides.map(({ configuration }) => configuration)
    return engine.draft('compare', { day, configurations, from, count })
  }

  async #fetch(from: number, count: number): Promise<readonly ComparedRow[] | null> {
    const compared = this.answer.value
    if (!compared) return null
    const page = await this.#ask(compared.sides, from, count)
    return page.ok ? page.value.rows : null
  }

  async #read(id: string): Promise<Result<Configuration>> {
    const { configuration, engine } = this.#session
    const file = id.startsWith('f:') ? this.#files[Number(id.slice(2))] : undefined
    const here = id === 'now' ? configuration : id === 'draft' ? this.#draft : file?.configuration
    if (here) return success(here)
    if (id.startsWith('v')) return engine.configurationVersion(Number(id.slice(1)))
    return this.#template(id.slice(2))
  }

  /** As it is without pointing out any column. */
  async #template(id: string): Promise<Result<Configuration>> {
    const { engine, opened, day } = this.#session
    const template = TEMPLATES.find((one) => one.id === id)
    if (!template || day === null) return failure({ code: 'no-configuration' })
    const mapping = guessMapping(needsOf(template), opened?.columns ?? [])
    const made = await engine.draft('template', { template: template.id, mapping, day })
    if (!made.ok) return made
    const { configuration } = made.value
    return configuration ? success(configuration) : failure({ code: 'no-configuration' })
  }
}
