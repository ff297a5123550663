import type { Day, DeliveryId, WorkspaceId } from '../../src/core/brand.ts'
import type { Dialect } from '../../src/core/file/dialect.ts'
import type { Result } from '../../src/core/problem.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { RowAccounts } from './data.ts'
import type { ProblemPage, ProblemQuery } from './problems.ts'
import type { Inspection, Review, RoleChoices } from './review.ts'

/** Lives for one file. */
export interface Importer {
  inspect(file: File, hints: ImportHints): Promise<Result<Inspection>>
  /** Reads the whole file under a plan, as often as it is corrected. Writes nothing. */
  stage(
    plan: ReadingPlan,
    roles: RoleChoices,
    onProgress: (progress: Progress) => void,
  ): Promise<Result<Review>>
  /** Makes what was staged last visible, whole or not at all. What is still in memory then goes to the heir, another worker: a `Handed`. */
  publish(
    onProgress: (progress: Progress) => void,
    heir?: MessagePort | null,
  ): Promise<Result<Published>>
  rowProblems(): Promise<Result<Blob>>
  problemPage(query: ProblemQuery): Promise<Result<ProblemPage>>
  /** Makes the workspace of sample data, kept apart from all others, by importing its months one after the other. */
  fillSample(onProgress: (progress: Progress) => void): Promise<Result<Published>>
}

/** One that waits for its file. */
export interface SpareImporter extends Importer {
  /** Stores nothing, and ends where a file comes. */
  warmUp(): Promise<void>
}

export interface ImportHints {
  readonly workspace: WorkspaceId | null
  /** Only looked into: it is not read whole after this. */
  readonly isAhead?: boolean
  /** Today in the person's zone, for files that do not say their date. */
  readonly today: Day
  /** Those of the person, the first one preferred: months may be named in them. */
  readonly languages?: readonly string[]
  /** What a person corrected of the dialect; the rest, and the columns, are guessed again around it. */
  readonly dialect?: Partial<Dialect>
}

export interface Progress {
  readonly phase: 'reading' | 'comparing' | 'writing'
  /** 0..1 */
  readonly share: number
  readonly rows: number
}

export interface Published {
  readonly workspace: WorkspaceId
  readonly day: Day
  readonly delivery: DeliveryId
  readonly rows: RowAccounts
}
