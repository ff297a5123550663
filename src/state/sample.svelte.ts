import type { WorkspaceId } from '../core/brand.ts'
import type { Progress } from '../../workers/protocol/importer.ts'
import type { WorkspaceSummary } from '../../workers/protocol/opened.ts'
import type { Session } from './session.svelte.ts'

/** The workspace of invented accounts: filled once, kept apart from everything else, removed exactly. */
export class Sample {
  readonly #session: Session
  #progress = $state.raw<Progress | null>(null)
  #cancel: (() => void) | null = null
  /** Removed, and there to be had back as long as that is said. */
  #aside = $state.raw<WorkspaceId | null>(null)

  /** The sample where it is what is looked at. */
  readonly shown = $derived.by<WorkspaceSummary | null>(() => {
    const workspace = this.#session.opened?.workspace ?? null
    return workspace?.kind === 'sample' ? workspace : null
  })

  constructor(session: Session) {
    this.#session = session
  }

  /** How far it is filled; null while it is not being filled. */
  get progress(): Progress | null {
    return this.#progress
  }

  get isAside(): boolean {
    return this.#aside !== null
  }

  /** Shows the sample, and fills it first where there is none: on its Overview, or on the page that the address asks for. */
  async open({ stay = false } = {}): Promise<void> {
    if (this.#progress) return
    if (this.#aside) await this.bringBack()
    const known = this.#session.opened?.workspaces.find(({ kind }) => kind === 'sample')
    if (known) await this.#session.open(known.id)
    else await this.#fill()
    if (this.shown && !stay) this.#session.route.go('overview', { day: null })
  }

  cancel(): void {
    this.#cancel?.()
  }

  async remove(): Promise<void> {
    const { shown } = this
    if (!shown) return
    const session = this.#session
    if (!(await session.change(() => session.engine.setAside(shown.id)))) return
    this.#aside = shown.id
    session.toasts.show({ kind: 'sample-removed' }, () => void this.#end(shown.id))
    session.route.go('overview', { day: null })
  }

  /** As it was before it was removed. */
  async bringBack(): Promise<void> {
    const session = this.#session
    const aside = this.#aside
    if (!aside) return
    this.#aside = null
    const isBack = await session.change(() => session.engine.bringBack(aside))
    if (isBack) session.toasts.show({ kind: 'said', text: 'Brought back the sample data' })
  }

  /** Nobody wanted it back. */
  async #end(removed: WorkspaceId): Promise<void> {
    if (this.#aside !== removed) return
    this.#aside = null
    // What went missing needs nobody to remove it.
    if (this.#session.guard.stop) return
    const result = await this.#session.engine.removeWorkspace(removed)
    if (!result.ok) this.#session.toasts.show({ kind: 'problems', problems: result.problems })
  }

  async #fill(): Promise<void> {
    const { importer, cancel } = this.#session.spawnImporter()
    this.#cancel = cancel
    this.#progress = { phase: 'writing', share: 0, rows: 0 }
    try {
      const filled = await importer.fillSample((progress) => {
        if (this.#progress) this.#progress = progress
      })
      if (filled.ok) await this.#session.open(filled.value.workspace)
      else this.#session.toasts.show({ kind: 'problems', problems: filled.problems })
    } finally {
      this.#progress = null
      cancel()
    }
  }
}
