import type { Day, DeliveryId, WorkspaceId } from '../core/brand.ts'
import type { Dialect } from '../core/file/dialect.ts'
import type { Problem, Result } from '../core/problem.ts'
import type { Importer, ImportHints, Progress, Published } from '../../workers/protocol/importer.ts'
import type { ImportQuestion, Inspection, Review } from '../../workers/protocol/review.ts'
import type { DateOrderAnswer } from './import-choices.ts'

/** An import worker of its own; `cancel` ends it at once. */
export interface ImportJob {
  readonly importer: Importer
  cancel(): void
}

export interface ImportCollaborators {
  spawnImporter(): ImportJob
  workspace(): WorkspaceId | null
  /** Today in the person's zone. */
  today(): Day
  /** The languages of the person, the first one preferred. */
  languages(): readonly string[]
  /** The import that the next one is one act with; null: it is an act of its own. */
  oneWith?(): DeliveryId | null
  /** The snapshot is stored: whoever shows data reads it again. Told first, so that it comes while the page is drawn. */
  published(published: Published, fileName: string): Promise<void>
}

/** Where the reading of the whole file stands; what was read last stays in sight while it is read again. */
export type Staging =
  | { readonly kind: 'running'; readonly progress: Progress | null; readonly last: Review | null }
  | {
      readonly kind: 'refused'
      readonly problems: readonly Problem[]
      readonly last: Review | null
    }
  /** `unwritten`: why it could not be stored when Import was pressed. */
  | { readonly kind: 'ready'; readonly review: Review; readonly unwritten: readonly Problem[] }

/** So long a person may go on correcting before the file is read again. */
export const CORRECTION_PAUSE_MS = 250

export const JUST_BEGUN: Staging = { kind: 'running', progress: null, last: null }

export type ImportState =
  | { readonly step: 'idle' }
  | { readonly step: 'inspecting'; readonly fileName: string }
  | { readonly step: 'reviewing'; readonly inspection: Inspection; readonly staging: Staging }
  | {
      readonly step: 'publishing'
      readonly inspection: Inspection
      /** As it is shown: null where Import was pressed before the file was read. */
      readonly review: Review | null
      readonly progress: Progress | null
    }
  | { readonly step: 'done'; readonly fileName: string; readonly published: Published }
  | { readonly step: 'failed'; readonly fileName: string; readonly problems: readonly Problem[] }

export type AskedDateOrder = Extract<ImportQuestion, { kind: 'date-order' }>

export type DateOrderQuestion = AskedDateOrder & { readonly answer: DateOrderAnswer | null }

/** What is known of the whole file: of the newest reading that came to its end. */
export function reviewIn(state: ImportState): Review | null {
  if (state.step === 'publishing') return state.review
  if (state.step !== 'reviewing') return null
  return state.staging.kind === 'ready' ? state.staging.review : state.staging.last
}

export const hintsFor = (known: ImportCollaborators, dialect: Partial<Dialect>): ImportHints => ({
  workspace: known.workspace(),
  today: known.today(),
  languages: known.languages(),
  dialect,
})

export const publishWith = (
  { importer }: ImportJob,
  { oneWith }: ImportCollaborators,
  onProgress: (progress: Progress) => void,
): Promise<Result<Published>> => importer.publish(onProgress, oneWith?.() ?? null)

/** Import is pressed while the file is read. What fails of it fails again where it is published, and says so then. */
export function pressAhead(job: ImportJob | null): ImportPressed {
  void job?.importer.writeAhead().catch(() => {})
  return 'waits'
}

/** What pressing Import led to. */
export type ImportPressed = 'asks' | 'refused' | 'waits' | 'publishes'
