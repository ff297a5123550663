import { WorkerDied } from '../bridge/spawn.ts'
import type { Dialect } from '../core/file/dialect.ts'
import { failure, type Problem, type Result } from '../core/problem.ts'
import type { Inspection, Review, RoleChoices } from '../../workers/protocol/review.ts'
import type { DateFormat } from '../core/table/value/format.ts'
import { asksWhose } from './event-choices.ts'
import { ColumnQuestions } from './column-questions.svelte.ts'
import {
  onDay,
  withDateOrder,
  withDates,
  type Carry,
  type DateOrderAnswer,
  type ImportChoices,
} from './import-choices.ts'
import {
  CORRECTION_PAUSE_MS,
  hintsFor,
  JUST_BEGUN,
  pressAhead,
  publishWith,
  reviewIn,
  type ImportCollaborators,
  type ImportJob,
  type ImportPressed,
  type ImportState,
  type Staging,
} from './import-state.ts'

/** The import of one file: read at once, corrected as often as one likes, and written only by `importNow`. */
export class ImportReview {
  readonly #collaborators: ImportCollaborators
  readonly questions = new ColumnQuestions()
  #job: ImportJob | null = null
  #file: File | null = null
  /** Counts the readings of the whole file: answers and progress of earlier ones are dropped. */
  #reading = 0
  #pause: ReturnType<typeof setTimeout> | undefined
  #corrected = $state.raw<Partial<Dialect>>({})
  #lastReview: Review | null = null
  #state = $state.raw<ImportState>({ step: 'idle' })
  #choices = $state.raw<ImportChoices | null>(null)
  #waits = $state(false)

  constructor(collaborators: ImportCollaborators) {
    this.#collaborators = collaborators
  }

  get state(): ImportState {
    return this.#state
  }

  get choices(): ImportChoices | null {
    return this.#choices
  }

  /** Import was pressed while the file is still being read. */
  get waits(): boolean {
    return this.#waits
  }

  /** Grows each time Import was pressed with something owing, so that the page leads there. */
  attention = $state(0)
  /** What has to be answered before Import writes anything. */
  readonly owing = $derived(this.questions.owingUnder(this.#choices?.plan))
  readonly review: Review | null = $derived(reviewIn(this.#state))
  /** Whether somebody has to say whose the rows are. */
  readonly asksWhose: boolean = $derived(asksWhose(this.#choices?.plan, this.review))

  async open(file: File, carry?: Carry): Promise<void> {
    this.cancel()
    this.#file = file
    const asked = this.#inspect(file)
    this.#state = { step: 'inspecting', fileName: file.name }
    const inspected = await asked
    if (inspected?.ok) return this.#begin(inspected.value, carry)
    if (inspected) this.#fail(inspected.problems)
  }

  get rows(): ImportJob['importer'] | null {
    return this.#job?.importer ?? null
  }

  /** The file was inspected again under what a person said of it. */
  readonly isCorrected = $derived(Object.keys(this.#corrected).length > 0)

  /** Ends the worker, whatever it is doing. What was not published leaves nothing behind. */
  cancel(): void {
    this.#endJob()
    this.#file = null
    this.#corrected = {}
    this.#state = { step: 'idle' }
  }

  correct(change: Carry): void {
    if (!this.#choices || this.#state.step !== 'reviewing') return
    this.#choices = change(this.#choices)
    this.#stageSoon()
  }

  correctPlan(change: (plan: ImportChoices['plan']) => ImportChoices['plan']): void {
    this.correct(({ plan, roles }) => ({ plan: change(plan), roles }))
  }

  correctRoles(change: Partial<RoleChoices>): void {
    this.correct(({ plan, roles }) => ({ plan, roles: { ...roles, ...change } }))
  }

  /** The file is inspected again, and only its date kept. What was read stays in sight, also where nothing can be read so. */
  async correctDialect(part: Partial<Dialect>): Promise<void> {
    const [file, choices, state, before] = [this.#file, this.#choices, this.#state, this.#corrected]
    if (!file || !choices || state.step !== 'reviewing') return
    const last = this.review
    this.#endJob()
    this.#corrected = { ...before, ...part }
    this.#choices = choices
    this.#state = { ...state, staging: { kind: 'running', progress: null, last } }
    const inspected = await this.#inspect(file)
    if (inspected?.ok) return this.#begin(inspected.value, onDay(choices.plan.day))
    if (!inspected) return
    this.#corrected = before
    this.#setStaging({ kind: 'refused', problems: inspected.problems, last })
  }

  answer(column: number, answer: DateOrderAnswer): void {
    this.questions.answer(column, answer)
    this.correctPlan((plan) => withDateOrder(plan, column, answer))
  }

  /** One order for the dates of all columns answers what was asked of any. */
  answerAll(order: DateFormat): void {
    this.questions.answerAll(order)
    this.correctPlan((plan) => withDates(plan, order))
  }

  /** Publishes what was staged; waits for it if it is still being read, and asks if an answer is owing. */
  importNow(): ImportPressed {
    const state = this.#state
    if (state.step !== 'reviewing') return 'publishes'
    if (this.owing.length > 0 || this.asksWhose) return this.#pointTo('asks')
    if (state.staging.kind === 'refused') return this.#pointTo('refused')
    // Whoever did not wait for what the file says is not shown it while it is written.
    const shown = this.#waits ? this.#lastReview : this.review
    this.#waits = state.staging.kind === 'running'
    if (state.staging.kind === 'running') return pressAhead(this.#job)
    void this.#publish(state.inspection, state.staging.review, shown)
    return 'publishes'
  }

  #pointTo(owing: 'asks' | 'refused'): ImportPressed {
    this.#waits = false
    this.attention++
    return owing
  }

  #endJob(): void {
    clearTimeout(this.#pause)
    this.#job?.cancel()
    this.#job = null
    this.#reading++
    this.#waits = false
    this.#choices = null
    this.questions.forget()
  }

  /** Null where another job, or none, has taken the place of the one that was asked. */
  async #answerOf<T>(job: ImportJob, asked: Promise<Result<T>>): Promise<Result<T> | null> {
    try {
      const answer = await asked
      return this.#job === job ? answer : null
    } catch (error) {
      if (this.#job !== job) return null
      if (error instanceof WorkerDied) return this.#fail([{ code: 'import-died' }])
      return failure({ code: 'unreadable-file', message: String(error) })
    }
  }

  #fail(problems: readonly Problem[]): null {
    this.#endJob()
    this.#state = { step: 'failed', fileName: this.#file?.name ?? '', problems }
    return null
  }

  #inspect(file: File): Promise<Result<Inspection> | null> {
    const job = (this.#job = this.#collaborators.spawnImporter())
    const inspection = job.importer.inspect(file, hintsFor(this.#collaborators, this.#corrected))
    return this.#answerOf(job, inspection)
  }

  async #begin(inspection: Inspection, carry?: Carry): Promise<void> {
    const choices = carry?.(inspection) ?? { plan: inspection.plan, roles: inspection.roles }
    const staged = this.#stage(choices) // Asked first: else the worker waits for the page to be drawn.
    this.#choices = choices
    this.#state = { step: 'reviewing', inspection, staging: JUST_BEGUN }
    await staged
  }

  #stageSoon(): void {
    clearTimeout(this.#pause)
    this.#reading++
    this.#waits = false
    this.#setStaging({ kind: 'running', progress: null, last: this.review })
    this.#pause = setTimeout(() => void this.#stage(), CORRECTION_PAUSE_MS)
  }

  async #stage(choices = this.#choices): Promise<void> {
    const job = this.#job
    if (!job || !choices) return
    const reading = ++this.#reading
    const last = (this.#lastReview = this.review)
    let isRunning = true
    const asked = job.importer.stage(choices.plan, choices.roles, (progress) => {
      // Progress has a channel of its own: the last of it may arrive behind the answer.
      if (isRunning && reading === this.#reading)
        this.#setStaging({ kind: 'running', progress, last })
    })
    const staged = await this.#answerOf(job, asked)
    isRunning = false
    if (!staged || reading !== this.#reading) return
    if (staged.ok) {
      this.questions.take(staged.value.questions, this.#choices?.plan)
      this.#setStaging({ kind: 'ready', review: staged.value, unwritten: [] })
    } else this.#setStaging({ kind: 'refused', problems: staged.problems, last })
    if (this.#waits) this.importNow()
  }

  #setStaging(staging: Staging): void {
    if (this.#state.step === 'reviewing') this.#state = { ...this.#state, staging }
  }

  async #publish(inspection: Inspection, review: Review, shown: Review | null): Promise<void> {
    const job = this.#job
    if (!job) return
    this.#state = { step: 'publishing', inspection, review: shown, progress: null }
    const asked = publishWith(job, this.#collaborators, (progress) => {
      if (this.#state.step === 'publishing') this.#state = { ...this.#state, progress }
    })
    const published = await this.#answerOf(job, asked)
    if (!published) return
    if (!published.ok) {
      const staging: Staging = { kind: 'ready', review, unwritten: published.problems }
      this.#state = { step: 'reviewing', inspection, staging }
      return void this.attention++
    }
    this.#endJob()
    const told = this.#collaborators.published(published.value, inspection.fileName)
    this.#state = { step: 'done', fileName: inspection.fileName, published: published.value }
    await told
  }
}
