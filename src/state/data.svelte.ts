import type { Problem } from '../core/problem.ts'
import type { DataDetail } from '../../workers/protocol/data.ts'
import type { DataProfile } from '../../workers/protocol/profile.ts'
import type { Download } from '../../workers/protocol/figures.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

/** What the browser said when it was asked to keep the data. */
export type Keeping = 'not-asked' | 'kept' | 'refused' | 'unknown'

/** The browser as far as storage goes; a stand-in in tests. */
export interface StorageOfBrowser {
  persist?(): Promise<boolean>
}

/** What is stored, and the acts that concern all of it. */
export class DataState {
  readonly answer = new Answer<DataDetail>()
  /** Comes behind the answer: it reads every column. */
  readonly profile = new Answer<DataProfile | null>()
  readonly #session: Session
  readonly #storage: StorageOfBrowser | undefined
  #asked = $state<Keeping>('not-asked')
  #packing = $state(false)

  constructor(session: Session, storage: StorageOfBrowser | undefined = navigator.storage) {
    this.#session = session
    this.#storage = storage
  }

  get packing(): boolean {
    return this.#packing
  }

  readonly keeping: Keeping = $derived.by(() =>
    this.answer.value?.storage.persisted ? 'kept' : this.#asked,
  )

  async load(): Promise<void> {
    const { engine, opened } = this.#session
    if (!opened) return
    await this.answer.ask(() => engine.data())
    await this.profile.ask(() => engine.profile())
  }

  /** Browsers only listen while somebody presses something. */
  async askToKeep(): Promise<void> {
    const kept = await this.#storage?.persist?.()
    this.#asked = kept === undefined ? 'unknown' : kept ? 'kept' : 'refused'
  }

  async backUp(save: (download: Download) => void): Promise<void> {
    this.#packing = true
    try {
      const result = await this.#session.engine.backUp()
      if (result.ok) save(result.value)
      else this.#report(result.problems)
    } finally {
      this.#packing = false
    }
  }

  async rowReport(
    delivery: DataDetail['deliveries'][number],
    save: (download: Download) => void,
  ): Promise<void> {
    const result = await this.#session.engine.rowProblems(delivery.id)
    const fileName = `${delivery.fileName.replace(/\.\w+$/, '')}-rows.csv`
    if (result.ok) save({ blob: result.value, fileName })
    else this.#report(result.problems)
  }

  /** Gives whether everything is gone; `forget` wipes what the page itself keeps. */
  async erase(forget: () => Promise<void>): Promise<boolean> {
    const result = await this.#session.engine.eraseEverything()
    if (result.ok) {
      await forget()
      await this.#session.closed('erased')
    } else this.#report(result.problems)
    return result.ok
  }

  #report(problems: readonly Problem[]): void {
    this.#session.toasts.show({ kind: 'problems', problems })
  }
}
