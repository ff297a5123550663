import type { Problem } from '../core/problem.ts'
import type { ConfigurationReading } from '../../workers/protocol/model.ts'
import { readLink } from './share-link.ts'
import type { Session } from './session.svelte.ts'

export type ConfigurationState =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly fileName: string }
  | { readonly step: 'read'; readonly fileName: string; readonly reading: ConfigurationReading }
  | { readonly step: 'refused'; readonly fileName: string; readonly problems: readonly Problem[] }

/** What a configuration from a link is called. */
const SHARED = 'Shared link'

/** Larger than any configuration within its bounds; a file above it is not even read. */
const MOST_BYTES = 20_000_000

/** A configuration file that was opened: read, shown, and in force only once it is applied. */
export class OpenedConfiguration {
  readonly #session: Session
  #file: File | null = null
  #state = $state.raw<ConfigurationState>({ step: 'none' })

  constructor(session: Session) {
    this.#session = session
  }

  get state(): ConfigurationState {
    return this.#state
  }

  /** Reads the file that waits in the session, or the link that was followed, once. */
  async load(): Promise<void> {
    const link = this.#session.route.takeLink()
    if (link !== null) return this.#open(link)
    const file = this.#session.configurationFile
    if (file === this.#file) return
    this.#file = file
    if (!file) {
      this.#state = { step: 'none' }
      return
    }
    this.#state = { step: 'reading', fileName: file.name }
    const state = await this.#read(file)
    if (this.#file === file) this.#state = state
  }

  async apply(): Promise<void> {
    const state = this.#state
    if (state.step !== 'read') return
    const { engine, route } = this.#session
    const { configuration } = state.reading
    const applied = await this.#session.change(() =>
      engine.applyConfiguration(configuration, state.fileName),
    )
    if (!applied) return
    this.#session.configurationFile = null
    // A file that was chosen meanwhile has its own page by now.
    if (route.page === 'configuration') route.go('model', { day: null })
  }

  leave(): void {
    this.#session.configurationFile = null
    this.#session.route.go('model', { day: null })
  }

  async #open(link: string): Promise<void> {
    const text = await readLink(link)
    const file = text.ok ? new File([text.value], SHARED) : null
    this.#session.configurationFile = file
    if (file) return this.load()
    this.#file = null
    if (!text.ok) this.#state = { step: 'refused', fileName: SHARED, problems: text.problems }
  }

  async #read(file: File): Promise<ConfigurationState> {
    const fileName = file.name
    if (file.size > MOST_BYTES)
      return { step: 'refused', fileName, problems: [tooLarge(file.size)] }
    const result = await this.#session.engine.readConfiguration(await file.text())
    return result.ok
      ? { step: 'read', fileName, reading: result.value }
      : { step: 'refused', fileName, problems: result.problems }
  }
}

const tooLarge = (found: number): Problem => ({
  code: 'too-large',
  what: 'bytes',
  limit: MOST_BYTES,
  found,
  place: '',
  severity: 'error',
})
