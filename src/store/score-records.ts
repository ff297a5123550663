import type { Day, DeliveryId, WorkspaceId } from '../core/brand.ts'
import type { RecordedDay } from '../core/history/recorded.ts'
import type { TrendFigures } from '../core/view/figures.ts'

/** The scores of a snapshot under the configuration by which people saw it. */
export interface RecordedRecord extends RecordedDay {
  readonly workspace: WorkspaceId
  readonly delivery: DeliveryId
  readonly configurationHash: string
  /** What was read to make them: they stand as long as that is the same. Older records do not say it. */
  readonly inputs?: string
}

/** A cache: may be gone at any time. */
export interface ScoresRecord extends Pick<
  RecordedDay,
  'day' | 'accounts' | 'shown' | 'included' | 'bands' | 'coverages'
> {
  readonly workspace: WorkspaceId
  /** Of the configuration. */
  readonly hash: string
  readonly inputs: string
}

/** A cache as well: what was answered to a question about all of a workspace. */
export interface AnswerRecord {
  readonly workspace: WorkspaceId
  readonly question: string
  /** How it was asked: one answer is kept of each question, the last one. */
  readonly way: string
  /** The code, the deliveries and the configurations: it stands as long as these are the same. */
  readonly made: string
  readonly answer: unknown
}

/** A cache as well: what the scores of a snapshot add up to, of all its customers. */
export interface FiguresRecord {
  readonly workspace: WorkspaceId
  readonly day: Day
  /** As recorded, or restated. */
  readonly seen: string
  /** Configurations, inputs and the column of value: they stand as long as these are the same. */
  readonly made: string
  readonly figures: TrendFigures
}
