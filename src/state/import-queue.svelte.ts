import type { DeliveryId } from '../core/brand.ts'
import { arrangeFiles, type Arrangement } from '../core/source/arrange-files.ts'
import type { ReadingPlan } from '../core/source/plan.ts'
import type { Published } from '../../workers/protocol/importer.ts'
import type { Inspection } from '../../workers/protocol/review.ts'
import {
  carriedOver,
  hasSameHeaders,
  onDay,
  type Carry,
  type ImportChoices,
} from './import-choices.ts'
import type { ImportCollaborators, ImportPressed } from './import-state.ts'
import { ImportReview } from './import.svelte.ts'

export interface QueueCollaborators extends Omit<ImportCollaborators, 'published' | 'oneWith'> {
  /** The snapshot is stored; `remaining` files follow. */
  published(published: Published, fileName: string, remaining: number): Promise<void>
}

/** Several files, one review after the other. Monthly exports of one kind can be imported in one go. */
export class ImportQueue {
  readonly #collaborators: QueueCollaborators
  readonly review: ImportReview
  /** Changes with every look ahead, so that an older one stops. */
  #look = 0
  #chosen: ImportChoices | null = null
  /** The first of those that are imported as one, and taken back as one. */
  #first: DeliveryId | null = null

  #following = $state.raw<readonly File[]>([])
  #inspected = $state.raw<ReadonlyMap<File, Inspection>>(new Map())
  /** How the files join, where they belong together. */
  #together = $state.raw<Arrangement | null>(null)
  #arranging = $state(false)
  #all = $state(false)
  #finished = $state(0)

  constructor(collaborators: QueueCollaborators) {
    this.#collaborators = collaborators
    this.review = new ImportReview({
      spawnImporter: () => collaborators.spawnImporter(),
      workspace: () => collaborators.workspace(),
      today: () => collaborators.today(),
      languages: () => collaborators.languages(),
      oneWith: () => (this.#all ? this.#first : null),
      published: (published, fileName) => this.#goOn(published, fileName),
    })
  }

  get following(): readonly File[] {
    return this.#following
  }

  /** How many files were imported since the queue was last empty. */
  get finished(): number {
    return this.#finished
  }

  get together(): Arrangement | null {
    return this.#together
  }

  /** All files are looked at before the first one is shown. */
  get arranging(): boolean {
    return this.#arranging
  }

  /** All files that follow belong to this one, or have its headers and a date in their name. */
  readonly canImportAll: boolean = $derived.by(() => {
    const plan = this.review.choices?.plan
    return (
      plan !== undefined &&
      this.#following.length > 0 &&
      (this.#together !== null ||
        this.#following.every((file) => isNextOf(plan, this.#inspected.get(file))))
    )
  })

  get importsAll(): boolean {
    return this.#all
  }

  /** By name, so that dated files come in the order of their dates; what belongs together as it joins. */
  async add(files: readonly File[]): Promise<void> {
    const again = files.find(({ name }) => this.#isOfReview(name))
    const reopened = again ? this.review.open(again) : null
    const sorted = [...this.#following, ...files.filter((file) => file !== again)].sort(byName)
    this.#following = sorted
    const { step } = this.review.state
    const isFree = step === 'idle' || step === 'failed' || step === 'done'
    if (!isFree) {
      this.#together = null
      await Promise.all([reopened, this.#lookAhead()])
      return
    }
    this.#finished = 0
    this.#chosen = null
    this.#first = null
    this.#together = null
    if (sorted.length < 2) return this.#next()
    this.#arranging = true
    await this.#lookAhead()
    if (!this.#arranging) return
    this.#arrange()
    this.#arranging = false
    await this.#next()
  }

  #arrange(): void {
    const dropped = this.#following.flatMap((file) => {
      const found = this.#inspected.get(file)
      if (!found) return []
      return { name: file.name, plan: found.plan, isDayOfRows: found.guesses.day === 'newest-row' }
    })
    if (dropped.length < this.#following.length) return
    this.#together = arrangeFiles(dropped)
    const order = this.#together?.files.map(({ name }) => name) ?? []
    if (order.length > 0)
      this.#following = [...this.#following].sort(
        (a, b) => order.indexOf(a.name) - order.indexOf(b.name),
      )
  }

  /** Mended and chosen again, a file takes its own place. */
  #isOfReview(name: string): boolean {
    const { state } = this.review
    return state.step === 'reviewing' && state.inspection.fileName === name
  }

  importAll(): ImportPressed {
    this.#all = true
    return this.#press()
  }

  importOne(): ImportPressed {
    this.#all = false
    return this.#press()
  }

  /** Leaves this file out and goes on with the next one. */
  async skip(): Promise<void> {
    this.#all = false
    this.review.cancel()
    await this.#next()
  }

  /** Ends the worker and forgets the files that wait. */
  cancel(): void {
    this.#following = []
    this.#together = null
    this.#arranging = false
    this.#all = false
    this.#look++
    this.review.cancel()
  }

  #press(): ImportPressed {
    this.#chosen = this.review.choices
    const pressed = this.review.importNow()
    if (pressed === 'asks' || pressed === 'refused') this.#all = false
    return pressed
  }

  async #goOn(published: Published, fileName: string): Promise<void> {
    this.#finished++
    this.#first = this.#all ? (this.#first ?? published.delivery) : null
    await this.#collaborators.published(published, fileName, this.#following.length)
    if (this.#following.length > 0) return this.#next()
    this.#all = false
    this.#together = null
  }

  async #next(): Promise<void> {
    const [file, ...rest] = this.#following
    this.#following = rest
    if (!file) return
    const isPressed = this.#all
    const opened = this.review.open(file, this.#carry())
    if (!isPressed) return opened
    await opened
    if (this.review.state.step === 'reviewing') this.#press()
  }

  /** Files that join are of one day; those of one kind are read as the first one was. */
  #carry(): Carry | undefined {
    if (this.#together) {
      const day = this.#chosen?.plan.day ?? this.#together.day
      return day === null ? undefined : onDay(day)
    }
    const chosen = this.#all ? this.#chosen : null
    return chosen ? (next) => carriedOver(chosen, next) : undefined
  }

  /** Inspects the files that follow, each in a worker of its own that ends with the answer. */
  async #lookAhead(): Promise<void> {
    const look = ++this.#look
    for (const file of this.#following) {
      if (this.#inspected.has(file)) continue
      const inspection = await this.#inspectAside(file)
      if (look !== this.#look || !inspection) return
      this.#inspected = new Map(this.#inspected).set(file, inspection)
    }
  }

  async #inspectAside(file: File) {
    const job = this.#collaborators.spawnImporter()
    const hints = {
      workspace: this.#collaborators.workspace(),
      today: this.#collaborators.today(),
      languages: this.#collaborators.languages(),
    }
    try {
      const inspected = await job.importer.inspect(file, hints)
      return inspected.ok ? inspected.value : null
    } catch {
      return null // Its own review will say what is wrong with it.
    } finally {
      job.cancel()
    }
  }
}

const isNextOf = (plan: ReadingPlan, inspection: Inspection | undefined): boolean =>
  inspection?.guesses.day === 'file-name' && hasSameHeaders(plan, inspection.plan)

const byName = (a: File, b: File): number => a.name.localeCompare(b.name, 'en', { numeric: true })
