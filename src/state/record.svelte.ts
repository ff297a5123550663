import type { AccountIndex } from '../core/brand.ts'
import { toCanonicalJson } from '../core/model/canonical.ts'
import type { Configuration, Example } from '../core/model/configuration.ts'
import type { AccountRow } from '../../workers/protocol/accounts.ts'
import type { RecordTrace, TestedRecord } from '../../workers/protocol/record.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

const MOST_FOUND = 8

/** One account, or typed values, through the configuration in force; what is typed takes the place of what was picked. */
export class RecordState {
  readonly answer = new Answer<RecordTrace>()
  readonly found = new Answer<readonly AccountRow[]>()
  readonly #session: Session
  #typed = $state.raw<Example['values'] | null>(null)
  /** The model that scores typed values; null: the first that applies. */
  #model = $state.raw<string | null>(null)

  readonly record = $derived.by<TestedRecord | null>(() => {
    if (this.#typed) return { kind: 'values', values: this.#typed, model: this.#model }
    const account = this.#session.route.query('account')
    return account === '' ? null : { kind: 'account', account: Number(account) as AccountIndex }
  })

  constructor(session: Session) {
    this.#session = session
  }

  get model(): string | null {
    return this.#model
  }

  get isTyped(): boolean {
    return this.#typed !== null
  }

  async load(): Promise<void> {
    const { engine, configuration, day } = this.#session
    const { record } = this
    if (!configuration || day === null) return
    if (!record) return this.#begin()
    await this.answer.ask(() => engine.draft('record', { day, configuration, record }))
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

  /** Back to the account as it is. */
  forget(): void {
    this.#typed = null
    this.#model = null
  }

  /** The configuration in force with this record as an example; opens as a proposal. */
  async keep(name: string): Promise<void> {
    const { configuration } = this.#session
    const trace = this.answer.value
    if (!configuration || !trace) return
    const kept = withExample(configuration, this.#exampleOf(trace, name))
    await this.#session.chooseFiles([new File([toCanonicalJson(kept)], `Example: ${name}`)])
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
    return model === null ? null : (this.#session.configuration?.models[model]?.id ?? null)
  }

  /** Nothing was picked yet: the account that wants to be looked at first. */
  async #begin(): Promise<void> {
    const { engine, day } = this.#session
    if (day === null) return
    const page = await engine.accounts({
      day,
      since: null,
      seen: 'restated',
      search: '',
      filter: '',
      sort: [{ by: 'triage', direction: 'desc' }],
      columns: [],
      from: 0,
      count: 1,
    })
    const first = page.ok ? page.value.rows[0] : undefined
    if (first) this.#session.route.show({ account: `${first.account}` }, { replace: true })
  }
}

/** One of the same name gives way. */
export const withExample = (configuration: Configuration, example: Example): Configuration => ({
  ...configuration,
  examples: [
    ...(configuration.examples ?? []).filter(({ name }) => name !== example.name),
    example,
  ],
})
