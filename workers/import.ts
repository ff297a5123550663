import type { DeliveryId, WorkspaceId } from '../src/core/brand.ts'
import { success, type Problem, type Result } from '../src/core/problem.ts'
import type { ReadingPlan } from '../src/core/source/plan.ts'
import { rowReport } from '../src/core/view/row-report.ts'
import { openStore, type Store } from '../src/store/database.ts'
import { guarded } from '../src/store/problems.ts'
import { wrap, type Remote } from 'comlink'
import { csvBlob } from './csv-blob.ts'
import { newVersion } from './engine/configurations.ts'
import { noteOfDraft } from './import/draft-together.ts'
import { inspectFile } from './import/inspect.ts'
import { readMemory } from './import/memory.ts'
import { mayWriteAhead } from './import/questions.ts'
import { beginWriting, type Writing } from './import/publish.ts'
import { numberRows, type NumberedRows } from './import/roster.ts'
import { handOver } from './import/hand-over.ts'
import { reviewStaged, type Reviewed } from './import/review.ts'
import { fillSample } from './import/sample.ts'
import { sha256Of } from './import/sha256.ts'
import { readFile, withDraft, type ReadFile, type Staged } from './import/stage.ts'
import { HeldFile, type FileSource } from './held-file.ts'
import { nextTask } from './next-task.ts'
import type { Heir } from './portfolio/heir.ts'
import { warmUp } from './import/warm-up.ts'
import { orThrow } from './portfolio/or-throw.ts'
import { allProblems, problemPage, type Delivered } from './problem-lists.ts'
import {
  LARGE_FILE,
  type Digest,
  type ImportHints,
  type Progress,
  type Published,
  type SpareImporter,
} from './protocol/importer.ts'
import type { ProblemPage, ProblemQuery } from './protocol/problems.ts'
import type { Inspection, Review, RoleChoices } from './protocol/review.ts'

export interface ImporterParts {
  /** The instant now, as an ISO text. */
  readonly now: () => string
  readonly newId: () => string
}

/** Reads one file and, once a person has checked it, writes it. */
export const createImporter = (parts: ImporterParts): SpareImporter => new StoredImporter(parts)

type OnProgress = (progress: Progress) => void

class StoredImporter implements SpareImporter {
  readonly #parts: ImporterParts
  #store: Promise<Store> | null = null
  #file: File | null = null
  #source: FileSource | null = null
  #elsewhere: Digest | null = null
  #digest: Promise<string> | null = null
  #workspace: WorkspaceId | null = null
  /** Of the configuration in force. */
  #hash = ''
  /** The roles as the inspection guessed them. */
  #guessed: RoleChoices | null = null
  #reviewed: Reviewed | null = null
  #heir: Remote<Heir> | null = null
  /** Import was pressed before the file was read. */
  #isPressed = false
  /** What was read, before it is reviewed. */
  #read: { readonly file: ReadFile; readonly numbered: NumberedRows } | null = null
  #writing: Writing | null = null
  /** Of the reading that runs: a correction ends it. */
  #reading = new AbortController()
  readonly #warmingUp = new AbortController()

  constructor(parts: ImporterParts) {
    this.#parts = parts
  }

  inspect(
    file: File,
    hints: ImportHints,
    digest: Digest | null = null,
  ): Promise<Result<Inspection>> {
    this.#warmingUp.abort()
    return this.#answer(async () => {
      this.#file = file
      this.#source = file.size < LARGE_FILE ? new HeldFile(file) : file
      this.#elsewhere = digest
      this.#digest = null
      this.#workspace = hints.workspace
      const memory = await readMemory(this.#opened(), hints.workspace)
      const inspected = await inspectFile(file, hints, memory, this.#source)
      this.#guessed = inspected.ok ? inspected.value.roles : null
      return inspected
    })
  }

  stage(plan: ReadingPlan, roles: RoleChoices, onProgress: OnProgress): Promise<Result<Review>> {
    return this.#answer(async () => {
      const [file, source] = [this.#file, this.#source]
      if (!file || !source) throw new Error('invalid call: stage before inspect')
      this.#reading.abort()
      const { signal } = (this.#reading = new AbortController())
      await this.#takeBack()
      const store = await this.#opened()
      // Beside the reading, not before: the first look at a file is what everybody waits for.
      const sha256 = (this.#digest ??= digestOf(source, this.#elsewhere))
      const memory = await readMemory(store, this.#workspace)
      this.#hash = memory.current?.hash ?? ''
      const read = await readFile({ file, source, sha256, plan, roles, memory, onProgress, signal })
      if (!read.ok) return read
      onProgress({ phase: 'comparing', share: 1, rows: read.value.table.rows })
      const numbered = numberRows(read.value.roll, memory.keys, read.value.plan)
      this.#read = { file: read.value, numbered }
      await this.#hearPress(store)
      const staged = withDraft(read.value, { roles, memory })
      await this.#hearPress(store)
      this.#reviewed = await reviewStaged({
        staged,
        numbered,
        roles,
        guessed: this.#guessed,
        store,
        memory,
      })
      return success(this.#reviewed.review)
    })
  }

  writeAhead(heir: MessagePort | null = null): Promise<Result<null>> {
    if (heir) this.#heir = wrap<Heir>(heir)
    this.#isPressed = true
    return Promise.resolve(success(null))
  }

  /** Written beside the review where Import is pressed by now, and nothing is to be answered before. */
  async #hearPress(store: Store): Promise<void> {
    await nextTask()
    const read = this.#read
    if (!this.#isPressed || this.#writing || !read || !mayWriteAhead(read.file)) return
    this.#writing = this.#begin(store, read)
    await this.#writing.begun
  }

  #begin(store: Store, read: { readonly file: ReadFile; readonly numbered: NumberedRows }) {
    const { now, newId } = this.#parts
    const { numbered } = read
    const [workspace, heir] = [this.#workspace, this.#heir]
    return beginWriting(read.file, { store, heir, workspace, numbered, now: now(), newId })
  }

  /** A press stands for what was read when it came: what was corrected since is read, and pressed for, again. */
  async #takeBack(): Promise<void> {
    const writing = this.#writing
    this.#isPressed = false
    this.#read = null
    this.#writing = null
    await writing?.drop()
  }

  publish(
    onProgress: OnProgress,
    oneWith: DeliveryId | null = null,
    heir: MessagePort | null = null,
  ): Promise<Result<Published>> {
    return this.#answer(async () => {
      const reviewed = this.#reviewed
      if (!reviewed) throw new Error('invalid call: publish before stage')
      if (heir) this.#heir = wrap<Heir>(heir)
      const { staged, numbered } = reviewed
      const { isNew, configuration } = staged.draft
      const writing = this.#writing ?? this.#begin(await this.#opened(), { file: staged, numbered })
      this.#writing = null
      const version =
        isNew && configuration
          ? await newVersion(configuration, noteOfDraft(staged, reviewed.review.roles))
          : null
      const landed = await writing.publish({ configuration: version, oneWith, onProgress })
      if (!landed.ok) return landed
      const { published } = landed.value
      const hash = version?.hash ?? this.#hash
      if (this.#heir && landed.value.numbered === numbered)
        handOver(this.#heir, { reviewed, published, hash })
      return success(published)
    })
  }

  rowProblems(): Promise<Result<Blob>> {
    return this.#told((staged) =>
      csvBlob(rowReport(allProblems(deliveredBy(staged)), staged.problemCount)),
    )
  }

  problemPage(query: ProblemQuery): Promise<Result<ProblemPage>> {
    return this.#told((staged) => problemPage(deliveredBy(staged), query))
  }

  #told<T>(tell: (staged: Staged) => T): Promise<Result<T>> {
    return this.#answer(async () => {
      if (!this.#reviewed) throw new Error('invalid call: rows before stage')
      return success(tell(this.#reviewed.staged))
    })
  }

  fillSample(onProgress: OnProgress): Promise<Result<Published>> {
    return this.#answer(async () => {
      const { now, newId } = this.#parts
      return fillSample({ store: await this.#opened(), now: now(), newId, onProgress })
    })
  }

  async warmUp(): Promise<void> {
    // What comes of it is of no use to anybody.
    await warmUp(this.#warmingUp.signal).catch(() => {})
  }

  #opened(): Promise<Store> {
    if (this.#store) return this.#store
    this.#store = openStore({ onClosed: () => {} }).then(orThrow)
    // Whoever waits for it is told.
    this.#store.catch(() => {})
    return this.#store
  }

  async #answer<T>(task: () => Promise<Result<T, Problem>>): Promise<Result<T>> {
    const answered = await guarded({ outdated: null }, task)
    return answered.ok ? answered.value : answered
  }
}

const deliveredBy = ({ problems, table, plan }: Staged): Delivered => ({
  problems,
  lines: table.lines,
  columns: table.columns.flatMap((typed, place) => {
    const column = plan.columns[place]
    if (!typed || !column || typed.unreadable.count === 0) return []
    const { index, header, missing } = column
    return [{ index, header, missing, column: typed.column, raw: typed.raw }]
  }),
})

/** Where the file cannot be read, reading it says so. What fails elsewhere is worked out here. */
function digestOf(file: FileSource, elsewhere: Digest | null): Promise<string> {
  const digest = elsewhere ? elsewhere().catch(() => sha256Of(file)) : sha256Of(file)
  digest.catch(() => {})
  return digest
}
