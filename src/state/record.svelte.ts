import type { AccountIndex } from '../core/brand.ts'
import type { Configuration, Example } from '../core/model/configuration.ts'
import type { AccountRow } from '../../workers/protocol/accounts.ts'
import type { RecordTrace, TestedRecord } from '../../workers/protocol/record.ts'
import type { DraftParts } from '../../workers/protocol/draft.ts'
import { Answer } from './answer.svelte.ts'
import { addToDraft, readDraft } from './kept-draft.ts'
import { mostUrgent } from './most-urgent.ts'
import type { Session } from './session.svelte.ts'

const MOST_FOUND = 8

/** One account, or typed values, through the configuration that is being edited, else the one in force; what is typed takes the place of what was picked. */
export class RecordState {
  readonly answer = new Answer<RecordTrace>()
  readonly found = new Answer<readonly AccountRow[]>()
  /** How the examples of the configuration fare. */
  readonly parts = new Answer<DraftParts>()
  readonly #session: Session
  #typed = $state.raw<Example['values'] | null>(null)
  /** The model that scores typed values; null: the first that applies. */
  #model = $state.raw<string | null>(null)
  /** Undefined until it is known whether there is one. */
  #draft = $state.raw<Configuration | null | undefined>(undefined)
  /** What was kept in the draft, since this page is looked at. */
  kept = $state.raw<readonly string[]>([])

  readonly configuration = $derived.by<Configuration | null>(() =>
    this.#draft === undefined ? null : (this.#draft ?? this.#session.configuration),
  )
  readonly record = $derived.by<TestedRecord | null>(() => {
    if (this.#typed) return { kind: 'values', values: this.#typed, model: this.#model }
    const account = this.#session.route.query('account')
    return account === '' ? null : { kind: 'account', account: Number(account) as AccountIndex }
  })

  constructor(session: Session) {
    this.#session = session
  }

  get isDraft(): boolean {
    return Boolean(this.#draft)
  }

  get model(): string | null {
    return this.#model
  }

  get isTyped(): boolean {
    return this.#typed !== null
  }

  async loadDraft(): Promise<void> {
    if (this.#session.opened?.configuration) this.#draft = await readDraft(this.#session)
  }

  async load(): Promise<void> {
    const { engine, day } = this.#session
    const { record, configuration } = this
    if (!configuration || day === null) return
    if (!record) return this.#begin()
    await this.answer.ask(() => engine.draft('record', { day, configuration, record }))
  }

  async loadExamples(): Promise<void> {
    const { engine, day } = this.#session
    const { configuration } = this
    if (configuration?.examples)
      await this.parts.ask(() => engine.draft('parts', { day, configuration }))
  }

  /** The first accounts that a name or a key finds. */
  async search(text: string): Promise<void> {
    const { engine, day } = this.#session
    if (day === null || text.trim() === '') return this.found.forget()
    await this.found.ask(async () => {
      const page = await engine.accounts({
        day,
        since: null,
        seen: 'restated',
        search: text,
        filter: '',
        sort: [{ by: 'name', direction: 'asc' }],
        columns: [],
        from: 0,
        count: MOST_FOUND,
      })
      return page.ok ? { ok: true, value: page.value.rows } : page
    })
  }

  pick(account: AccountIndex): void {
    this.#typed = null
    this.found.forget()
    this.#session.route.show({ account: `${account}` })
  }

  /** From the values that are shown, with one of them changed. */
  type(column: string, value: Example['values'][string]): void {
    const trace = this.answer.value
    if (!trace) return
    this.#model ??= this.#modelOf(trace)
    this.#typed = { ...trace.values, ...this.#typed, [column]: value }
  }

  chooseModel(model: string | null): void {
    this.#model = model
    this.#typed ??= this.answer.value?.values ?? {}
  }

  /** The values of an example, by the model that it names. */
  open({ values, model }: Example): void {
    this.#typed = values
    this.#model = model ?? null
  }

  /** Back to the account as it is. */
  forget(): void {
    this.#typed = null
    this.#model = null
  }

  /** Puts this record as an example into the draft, which is in force once it is saved. */
  async keep(name: string): Promise<void> {
    const trace = this.answer.value
    if (!trace) return
    const example = this.#exampleOf(trace, name)
    const change = (configuration: Configuration) => withExample(configuration, example)
    if (!(await addToDraft(this.#session, change))) return
    this.kept = [...this.kept.filter((one) => one !== name), name]
    this.#draft = await readDraft(this.#session)
  }

  #exampleOf(trace: RecordTrace, name: string): Example {
    const present = Object.entries(trace.values).filter(([, value]) => value !== null)
    const model = this.#typed ? this.#model : this.#modelOf(trace)
    return {
      name,
      values: Object.fromEntries(present),
      ...(model === null ? {} : { model }),
      ...trace.asExample,
    }
  }

  #modelOf({ model }: RecordTrace): string | null {
    return model === null ? null : (this.configuration?.models[model]?.id ?? null)
  }

  /** Nothing was picked yet: the account that wants to be looked at first. */
  async #begin(): Promise<void> {
    const first = await mostUrgent(this.#session)
    const { route } = this.#session
    if (first !== null) route.show({ account: `${first}` }, { replace: true, on: 'model' })
  }
}

/** One of the same name gives way. */
const withExample = (configuration: Configuration, example: Example): Configuration => ({
  ...configuration,
  examples: [
    ...(configuration.examples ?? []).filter(({ name }) => name !== example.name),
    example,
  ],
})
