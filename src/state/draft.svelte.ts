import type { Configuration } from '../core/model/configuration.ts'
import { mergeConfigurations } from '../core/model/merge.ts'
import { isSame } from '../core/model/same.ts'
import type { KeptDraft } from '../../workers/protocol/draft.ts'
import type { Session } from './session.svelte.ts'

/** So many steps can be gone back. */
const MOST_STEPS = 100

/**
 * A configuration that is being edited, beside the one in force: every step can be taken back and made again, after a reload too. What
 * is typed or dragged without a pause is one step.
 */
export class Draft {
  readonly #session: Session
  /** The first is what the draft began with. */
  #steps = $state.raw<readonly Configuration[]>([])
  #at = $state.raw(0)
  /** What was in force when it was begun; null without steps. */
  #base = $state.raw<Configuration | null>(null)
  /** What the step that is being made is about; null between steps. */
  #making: string | null = null
  /** What is written to the store, one after the other. */
  #keeping: Promise<unknown> = Promise.resolve()

  #workspace: string | null = null
  /** What the store was given last; null before it was read. */
  #kept: { readonly steps: readonly Configuration[]; readonly at: number } | null = null

  readonly #saved = $derived.by(() => this.#session.configuration)
  readonly configuration = $derived<Configuration | null>(this.#steps[this.#at] ?? this.#saved)
  readonly isChanged = $derived(
    this.configuration !== this.#saved && !isSame(this.configuration, this.#saved),
  )
  /** Another one is in force than the draft was begun from: what it would be saved over is not what it was made of. */
  readonly isBehind = $derived(
    this.isChanged && this.#base !== null && !isSame(this.#base, this.#saved),
  )
  /** The draft before the step that undo takes back, and after the one that redo makes again. */
  readonly before = $derived<Configuration | null>(this.#steps[this.#at - 1] ?? null)
  readonly after = $derived<Configuration | null>(this.#steps[this.#at + 1] ?? null)
  /** The draft as it stood when nothing was being typed or dragged. */
  #rested = $state.raw<Configuration | null>(null)

  constructor(session: Session) {
    this.#session = session
  }

  get saved(): Configuration | null {
    return this.#saved
  }

  get base(): Configuration | null {
    return this.#base
  }

  get rested(): Configuration | null {
    return this.#rested ?? this.#saved
  }

  get isSettled(): boolean {
    return this.#making === null
  }

  /** Takes up what was left in the workspace that is open, once. */
  async load(): Promise<void> {
    const workspace = this.#session.opened?.workspace?.id ?? null
    if (workspace === this.#workspace) return
    this.#workspace = workspace
    this.#begin({ steps: [], at: 0 })
    this.#kept = null
    const kept = await this.#session.engine.keptDraft()
    if (workspace !== this.#workspace || this.#steps.length > 0) return
    if (kept.ok && kept.value) this.#begin(kept.value)
    this.#kept = { steps: this.#steps, at: this.#at }
  }

  /** `about` names what is edited: as long as it is the same and nothing settles, it is one step. */
  edit(about: string, change: (configuration: Configuration) => Configuration): void {
    const now = this.configuration
    if (!now) return
    const next = change(now)
    if (next === now) return
    const begun = this.#making === about
    if (!begun) this.settle()
    this.#base ??= this.#saved
    const past = this.#steps.length > 0 ? this.#steps.slice(0, this.#at + (begun ? 0 : 1)) : [now]
    this.#steps = [...past, next].slice(-MOST_STEPS)
    this.#at = this.#steps.length - 1
    this.#making = about
  }

  /** One thing done at once. */
  step(about: string, change: (configuration: Configuration) => Configuration): void {
    this.edit(about, change)
    this.settle()
  }

  /** What follows is another step. One that led back to where it began was none. */
  settle(): void {
    if (this.#making === null) return
    this.#making = null
    if (isSame(this.configuration, this.before)) {
      this.#steps = this.#steps.slice(0, -1)
      this.#at--
    }
    this.#rested = this.configuration
    this.keep()
  }

  undo(): void {
    this.settle()
    if (this.before) this.#show(this.#at - 1)
    this.keep()
  }

  redo(): void {
    this.settle()
    if (this.after) this.#show(this.#at + 1)
    this.keep()
  }

  /** Back to what is in force; as every step, it can be taken back. */
  discard(): void {
    const saved = this.#saved
    if (saved) this.step('discard', () => saved)
  }

  /** Another configuration came into force. A draft that changes nothing goes with it; one that does is kept where the other tab took it away. */
  follow(): void {
    if (this.#base === null || isSame(this.#base, this.#saved)) return
    if (isSame(this.configuration, this.#base)) this.#forget()
    else if (this.isBehind) this.keep(true)
  }

  /** What the draft changes, changed in what is in force now. */
  putOnTop(): void {
    const [base, saved] = [this.#base, this.#saved]
    if (!base || !saved) return
    this.step('merge', (mine) => mergeConfigurations(base, mine, saved))
    this.#base = saved
    this.keep(true)
  }

  /** What is in force now instead of the draft; as every step, it can be taken back. */
  takeTheirs(): void {
    this.discard()
    this.#base = this.#saved
    this.keep(true)
  }

  async save(note: string): Promise<boolean> {
    this.settle()
    const { configuration } = this
    if (!configuration) return false
    const { engine } = this.#session
    // Before another tab hears of it: what that keeps from then on is its own draft.
    await this.#put(null)
    const isSaved = await this.#session.change(() => engine.applyConfiguration(configuration, note))
    if (isSaved) {
      this.#begin({ steps: [], at: 0 })
      this.#kept = { steps: this.#steps, at: this.#at }
    } else this.keep(true)
    return isSaved
  }

  /** Puts the draft as it stands where a reload finds it, if it is not there already. */
  keep(again = false): void {
    const last = this.#kept
    if (!last && this.#steps.length === 0) return
    if (!again && last?.steps === this.#steps && last.at === this.#at) return
    this.#kept = { steps: this.#steps, at: this.#at }
    const base = this.#base ? { base: this.#base } : {}
    const kept = this.#steps.length > 1 ? { ...this.#kept, ...base } : null
    void this.#put(kept)
  }

  #put(kept: KeptDraft | null): Promise<unknown> {
    return (this.#keeping = this.#keeping.then(() => this.#session.engine.keepDraft(kept)))
  }

  #show(at: number): void {
    this.#at = at
    this.#rested = this.configuration
  }

  #begin({ steps, at, base = steps[0] }: KeptDraft): void {
    this.#steps = steps
    this.#base = base ?? null
    this.#show(at)
  }

  #forget(): void {
    this.#begin({ steps: [], at: 0 })
    this.keep()
  }
}
