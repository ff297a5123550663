import type { Day, DeliveryId, WorkspaceId } from '../../src/core/brand.ts'
import type { Dialect } from '../../src/core/file/dialect.ts'
import type { Result } from '../../src/core/problem.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { RowAccounts } from './data.ts'
import type { ProblemPage, ProblemQuery } from './problems.ts'
import type { Inspection, Review, RoleChoices } from './review.ts'

/** Lives for one file. */
export interface Importer {
  /** `digest`: gives the SHA-256 of the file, worked out beside the import. */
  inspect(file: File, hints: ImportHints, digest?: Digest | null): Promise<Result<Inspection>>
  /** Reads the whole file under a plan, as often as it is corrected. Writes nothing. */
  stage(
    plan: ReadingPlan,
    roles: RoleChoices,
    onProgress: (progress: Progress) => void,
  ): Promise<Result<Review>>
  /**
   * Import is pressed while the file is read: as soon as it is, the heir stores what it may, for nobody to see before it is published.
   * A correction takes that back.
   */
  writeAhead(heir?: MessagePort | null): Promise<Result<null>>
  /**
   * Makes what was staged last visible, whole or not at all. The heir, another worker, stores it and keeps what it shows next.
   * `oneWith`: the import that is taken back with this one.
   */
  publish(
    onProgress: (progress: Progress) => void,
    oneWith?: DeliveryId | null,
    heir?: MessagePort | null,
  ): Promise<Result<Published>>
  rowProblems(): Promise<Result<Blob>>
  problemPage(query: ProblemQuery): Promise<Result<ProblemPage>>
  /** Makes the workspace of sample data, kept apart from all others, by importing its months one after the other. */
  fillSample(onProgress: (progress: Progress) => void): Promise<Result<Published>>
}

/** Asked at most once of a file, and only where it is read whole. */
export type Digest = () => Promise<string>

/** A smaller file is held by its importer. From so many bytes on it is read as often as it is looked at, and digested on a thread of its own, which gives its memory back as soon as it ends. */
export const LARGE_FILE = 32 * 1024 ** 2

/** Lives for one digest. */
export interface Digester {
  sha256Of(file: File): Promise<string>
}

/** One that waits for its file. */
export interface SpareImporter extends Importer {
  /** Stores nothing, and ends where a file comes. */
  warmUp(): Promise<void>
}

export interface ImportHints {
  readonly workspace: WorkspaceId | null
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
