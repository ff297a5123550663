import type { Day, WorkspaceId } from '../core/brand.ts'
import { comparedWith, type Comparison } from '../core/history/compared-with.ts'
import type { Band, Configuration } from '../core/model/configuration.ts'
import type { Closing, Problem, Result } from '../core/problem.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { Importer } from '../../workers/protocol/importer.ts'
import type { Look, Seen } from '../../workers/protocol/look.ts'
import type { Opened } from '../../workers/protocol/opened.ts'
import type { Overview } from '../../workers/protocol/overview.ts'
import { readComparison } from './comparison.ts'
import { fromIsoDay } from './days.ts'
import { Guard } from './guard.svelte.ts'
import { kindOfFile, type FileKind } from './file-kind.ts'
import { Offers } from './offers.svelte.ts'
import { Picked } from './picked.svelte.ts'
import { Places } from './places.ts'
import type { Route } from './route.svelte.ts'
import type { Sentinel } from './sentinel.ts'
import { Toasts } from './toasts.svelte.ts'
import type { WayBack } from './way-back.ts'

export interface SpawnedImporter {
  readonly importer: Importer
  /** Ends the worker; what it was doing stops and leaves nothing behind. */
  readonly cancel: () => void
}

export interface SessionParts {
  readonly engine: Engine
  readonly spawnImporter: () => SpawnedImporter
  /** Starts the worker of the next import ahead. */
  readonly prepareImporter?: () => void
  readonly route: Route
  /** Tells the other tabs that something was written, and hears it from them. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | null
  readonly sentinel: Sentinel
}

/** What is open in this tab: the workspace, its snapshots and configuration, and the files on their way in. */
export class Session {
  readonly engine: Engine
  readonly spawnImporter: () => SpawnedImporter
  readonly prepareImporter: () => void
  readonly route: Route
  readonly toasts = new Toasts()
  readonly places = new Places()
  readonly offers = new Offers()
  readonly picked = new Picked()
  readonly guard: Guard
  #isReopening = false
  #ahead: { readonly look: Look; readonly overview: Promise<Result<Overview>> } | null = null
  readonly #channel: SessionParts['channel']

  #wayBack = $state.raw<WayBack | null>(null)
  #opened = $state.raw<Opened | null>(null)
  #problems = $state.raw<readonly Problem[]>([])
  /** Tables that wait for their import, the next one first. */
  files = $state.raw<readonly File[]>([])
  configurationFile = $state.raw<File | null>(null)
  backupFile = $state.raw<File | null>(null)

  readonly configuration = $derived<Configuration | null>(this.#opened?.configuration ?? null)
  readonly bands = $derived<readonly Band[]>(this.configuration?.bands ?? [])
  readonly hasData = $derived((this.#opened?.snapshots.length ?? 0) > 0)
  readonly #place = $derived(this.#placeOfDay())
  /** The snapshot that is looked at: the newest, unless the address names another. */
  readonly day = $derived<Day | null>(this.#opened?.snapshots[this.#place]?.day ?? null)
  readonly earlier = $derived<Day | null>(this.#opened?.snapshots[this.#place - 1]?.day ?? null)
  /** What the person chose to compare with, and the snapshot that this is; null where there is none so old. */
  readonly comparison = $derived.by<Comparison>(() => readComparison(this.route.query('since')))
  readonly since = $derived<Day | null>(this.#sinceOf())
  readonly seen = $derived.by<Seen>(() =>
    this.route.query('seen') === 'restated' ? 'restated' : 'recorded',
  )
  /** What every page asks about; another one each time the workspace is opened anew, since the answers differ then. */
  readonly look = $derived.by<Look | null>(() =>
    this.#opened === null || this.day === null
      ? null
      : { day: this.day, since: this.since, seen: this.seen },
  )
  readonly later = $derived<Day | null>(this.#opened?.snapshots[this.#place + 1]?.day ?? null)

  constructor({ engine, spawnImporter, route, channel, sentinel, ...parts }: SessionParts) {
    this.engine = engine
    this.spawnImporter = spawnImporter
    this.prepareImporter = parts.prepareImporter ?? (() => {})
    this.route = route
    this.guard = new Guard(sentinel)
    this.#channel = channel
    channel?.addEventListener('message', () => void this.open())
  }

  get opened(): Opened | null {
    return this.#opened
  }

  /** What Undo takes back before any act of the store; null where something was done since. */
  get wayBack(): WayBack | null {
    return this.#wayBack?.isOpen() ? this.#wayBack : null
  }

  /** Why nothing could be opened. */
  get problems(): readonly Problem[] {
    return this.#problems
  }

  /** Opens a workspace; without one the workspace that is open already, or the one that was open last. */
  async open(workspace: WorkspaceId | null = this.#opened?.workspace?.id ?? null): Promise<void> {
    if (this.guard.isOver) return
    const result = await this.engine.open(workspace)
    if (result.ok) {
      this.#opened = result.value
      this.#problems = []
      this.guard.opened(result.value)
    } else {
      this.#problems = result.problems
      if (result.problems.some(({ code }) => code === 'newer-database')) this.guard.end('newer')
    }
    this.#withdrawOffers()
  }

  /** The database was closed under this tab. What the browser cleared is opened again, to see what is left. */
  async closed(closing: Closing): Promise<void> {
    if (closing === 'lost') return this.#reopen()
    this.guard.end(closing)
    this.#withdrawOffers()
  }

  async #reopen(): Promise<void> {
    this.guard.doubt()
    if (this.#isReopening) return
    this.#isReopening = true
    await this.open().finally(() => (this.#isReopening = false))
  }

  /** Takes over what a change of this tab led to, offers to take it back and tells the other tabs. */
  refresh(opened: Opened): void {
    this.#opened = opened
    this.#wayBack = null
    this.guard.changed(opened)
    if (opened.undo) this.toasts.show({ kind: 'acted', act: opened.undo })
    this.#channel?.postMessage({ changed: opened.workspace?.id ?? null })
  }

  /** Tables queue for their import; a configuration or a backup is opened as what it is. */
  async chooseFiles(files: readonly File[]): Promise<void> {
    const kinds = await Promise.all(files.map(kindOfFile))
    const ofKind = (kind: FileKind) => files.filter((_, place) => kinds[place] === kind)
    const tables = ofKind('table')
    const backup = ofKind('backup')[0]
    if (this.guard.stop && !(backup && this.guard.isMissing)) return
    const configuration = ofKind('configuration')[0]
    if (tables.length > 0) this.files = [...this.files, ...tables]
    if (configuration) this.configurationFile = configuration
    if (backup) this.backupFile = backup
    if (backup) this.route.go('restore', { day: null })
    else if (configuration) this.route.go('configuration', { day: null })
    else if (tables.length > 0) this.route.go('import', { day: null })
  }

  /** The column's name as people read it; null where no column plays the part. */
  labelOf(column: string | undefined): string | null {
    if (column === undefined) return null
    return this.#opened?.columns.find(({ id }) => id === column)?.label ?? column
  }

  /** Says what was done, and offers to take it back. */
  offerBack(way: WayBack): void {
    this.#wayBack = way
    this.toasts.show({ kind: 'rearranged', text: way.did })
  }

  async undo(): Promise<void> {
    if (this.guard.stop) return
    const { wayBack } = this
    if (wayBack) {
      this.#wayBack = null
      wayBack.go()
      return this.toasts.show({ kind: 'said', text: wayBack.undone })
    }
    const result = await this.engine.undo()
    if (!result.ok) return this.#report(result.problems)
    this.#opened = result.value.opened
    this.guard.changed(result.value.opened)
    this.toasts.show({ kind: 'undone', act: result.value.undone })
    this.#channel?.postMessage({ changed: result.value.opened.workspace?.id ?? null })
  }

  deleteSnapshot(day: Day): Promise<boolean> {
    return this.change(() => this.engine.deleteSnapshot(day))
  }

  /** As a workspace of its own: a backup does not mix with what is there. */
  restore(file: File): Promise<boolean> {
    return this.change(() => this.engine.restore(file))
  }

  /** Does something that changes what is stored, and goes to the page that shows it; where it fails, says so and leaves everything as it was. */
  async change(
    act: () => Promise<Result<Opened>>,
    page: 'overview' | null = null,
  ): Promise<boolean> {
    const result = await act()
    if (result.ok) this.refresh(result.value)
    else this.#report(result.problems)
    // At once, so that the page that is left is not drawn once more.
    if (page) this.route.go(page, { day: null })
    if (page === 'overview') this.#askAhead()
    return result.ok
  }

  /** The overview of what is looked at; one that was asked for before its page was there is on its way. */
  overview(look: Look): Promise<Result<Overview>> {
    const ahead = this.#ahead
    this.#ahead = null
    return ahead?.look === look ? ahead.overview : this.engine.overview(look)
  }

  #askAhead(): void {
    const { look } = this
    this.#ahead = look && { look, overview: this.engine.overview(look) }
  }

  /** What would take back nothing by now, or what another tab did since. */
  #withdrawOffers(): void {
    const undo = JSON.stringify(this.#opened?.undo)
    this.toasts.withdraw(
      (message) =>
        this.guard.stop !== null ||
        (message.kind === 'acted' && JSON.stringify(message.act) !== undo),
    )
  }

  #report(problems: readonly Problem[]): void {
    this.toasts.show({ kind: 'problems', problems })
  }

  #sinceOf(): Day | null {
    const days = (this.#opened?.snapshots ?? []).map(({ day }) => day)
    return days[comparedWith(days, this.#place, this.comparison)] ?? null
  }

  #placeOfDay(): number {
    const snapshots = this.#opened?.snapshots ?? []
    const asked = fromIsoDay(this.route.query('day'))
    const place = snapshots.findIndex((snapshot) => snapshot.day === asked)
    return place === -1 ? snapshots.length - 1 : place
  }
}
