import type { Configuration, View } from '../core/model/configuration.ts'
import { labelOf } from '../core/model/label.ts'
import type { Session } from './session.svelte.ts'
import { isAsSaved, viewId, viewQuery, withoutView, withView, type Listed } from './views.ts'

/** What belongs to one look at a list, and to no view. */
const FRESH = { q: null, moved: null, page: null, at: null }

/** The saved views of the configuration, and the one that is looked at. Each change is a version of the configuration, which can be taken back. */
export class ViewsState {
  readonly #session: Session
  readonly #listed: () => Listed

  readonly all = $derived.by<readonly View[]>(() => this.#session.configuration?.views ?? [])
  readonly current = $derived.by<View | null>(
    () => this.all.find(({ id }) => id === this.#session.route.query('view')) ?? null,
  )
  /** Whether the list is not any more as the view has it. */
  readonly isChanged = $derived.by<boolean>(
    () =>
      this.current !== null && !isAsSaved(this.current, (name) => this.#session.route.query(name)),
  )

  constructor(session: Session, listed: () => Listed) {
    this.#session = session
    this.#listed = listed
  }

  /** What is looked at, as a view more. */
  async create(name: string): Promise<void> {
    const id = viewId(name, this.all)
    await this.#put({ id, name }, `Saved the view “${name}”`)
  }

  /** The view becomes what is looked at. */
  async update(): Promise<void> {
    const { current } = this
    if (!current) return
    const name = labelOf(current)
    await this.#put({ id: current.id, name }, `Changed the view “${name}”`)
  }

  /** What the view shows stays as it was saved, whatever is looked at now. */
  async rename(name: string): Promise<void> {
    const { current } = this
    if (!current || name === labelOf(current)) return
    const views = this.all.map((view) => (view === current ? { ...view, name } : view))
    const note = `Renamed the view “${labelOf(current)}” to “${name}”`
    await this.#apply((configuration) => ({ ...configuration, views }), note)
  }

  async remove(): Promise<void> {
    const { current } = this
    if (!current) return
    const note = `Removed the view “${labelOf(current)}”`
    const isGone = await this.#apply((before) => withoutView(before, current.id), note)
    if (isGone) this.#session.route.show({ view: null }, { on: 'accounts' })
  }

  async #put(named: Required<Pick<View, 'id' | 'name'>>, note: string): Promise<void> {
    const isSaved = await this.#apply((before) => withView(before, named, this.#listed()), note)
    const view = isSaved && this.all.find(({ id }) => id === named.id)
    if (view) this.#session.route.show({ ...viewQuery(view), ...FRESH }, { on: 'accounts' })
  }

  async #apply(change: (before: Configuration) => Configuration, note: string): Promise<boolean> {
    const { configuration, engine } = this.#session
    if (!configuration) return false
    return this.#session.change(() => engine.applyConfiguration(change(configuration), note))
  }
}
