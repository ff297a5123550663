import type { AccountIndex, Day, DeliveryId, WorkspaceId } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { AverageRowName } from '../../src/core/score/explain/average-behind.ts'
import type { Closing, Result } from '../../src/core/problem.ts'
import type { EventColumn } from '../../src/core/source/event-plan.ts'
import type { AccountDetail, DeliveredCell } from './account.ts'
import type { AccountHistory } from './account-history.ts'
import type { AccountsFileQuestion, AccountsPage, AccountsQuestion } from './accounts.ts'
import type { AttentionItem } from '../../src/core/view/attention.ts'
import type { Attended, AttentionInbox } from './attention.ts'
import type { AverageChange, BehindLine, Segment } from './average-change.ts'
import type { DataDetail, ThinningPlan } from './data.ts'
import type { DraftTopic, DraftTopics, KeptDraft } from './draft.ts'
import type { Facets, FacetsQuestion } from './facets.ts'
import type { Download } from './figures.ts'
import type { Look } from './look.ts'
import type { ConfigurationReading, ModelDetail } from './model.ts'
import type { Movement } from './movement.ts'
import type { Opened, Undone } from './opened.ts'
import type { Overview, Renewals } from './overview.ts'
import type { ProblemPage, ProblemQuery } from './problems.ts'
import type { DataProfile } from './profile.ts'
import type { Drift, DriftQuestion, SegmentsQuestion, SegmentsTable } from './segments.ts'
import type { Trends, TrendsQuestion } from './trends.ts'

/** Lives long, holds columns, answers questions: the words that the page and this worker speak stand in the files beside it. */
export interface Engine {
  open(workspace: WorkspaceId | null): Promise<Result<Opened>>
  /** By this port an import hands over what it has in memory: opening its workspace then reads less. */
  inherit(port: MessagePort): Promise<Result<null>>
  overview(look: Look): Promise<Result<Overview>>
  accounts(question: AccountsQuestion): Promise<Result<AccountsPage>>
  /** How the accounts lie in the columns that one can filter by. */
  facets(question: FacetsQuestion): Promise<Result<Facets>>
  /** A list, or what is picked from it, as CSV or as cells to paste. */
  accountsFile(question: AccountsFileQuestion): Promise<Result<Download>>
  account(account: AccountIndex, look: Look): Promise<Result<AccountDetail>>
  /** The cells of the files behind an account's inputs. */
  deliveredCells(account: AccountIndex, day: Day): Promise<Result<readonly DeliveredCell[]>>
  model(day: Day | null): Promise<Result<ModelDetail>>
  segments(question: SegmentsQuestion): Promise<Result<SegmentsTable>>
  /** Scores what is not scored yet. */
  drift(question: DriftQuestion): Promise<Result<Drift>>
  /** What is new in the newest snapshot; null where there is nothing to compare it with, or nobody is scored. */
  attention(): Promise<Result<AttentionInbox | null>>
  /** Puts items off until a day, or away for good. */
  attend(items: readonly AttentionItem[], state: Attended, until: Day): Promise<Result<Opened>>
  /** Why the average of those that a filter is true for moved, '' of all; null where there is nothing to compare with. */
  averageChange(look: Look, filter: string): Promise<Result<AverageChange | null>>
  behindAverage(look: Look, filter: string, line: AverageRowName): Promise<Result<BehindLine>>
  /** Who went where since the comparison; null where there is nothing to compare with. */
  movement(look: Look, segment?: Segment): Promise<Result<Movement | null>>
  /** What renews in the months ahead. */
  renewals(look: Look, segment?: Segment): Promise<Result<Renewals>>
  accountHistory(
    account: AccountIndex,
    look: Look,
    onProgress?: (share: number) => void,
  ): Promise<Result<AccountHistory>>
  /** Scores what is not scored yet, saying how far it is, 0..1. */
  trends(question: TrendsQuestion, onProgress?: (share: number) => void): Promise<Result<Trends>>
  data(): Promise<Result<DataDetail>>
  /** How good the columns of the newest snapshot are; null without one. */
  profile(): Promise<Result<DataProfile | null>>
  rowProblems(delivery: DeliveryId): Promise<Result<Blob>>
  problemPage(delivery: DeliveryId, query: ProblemQuery): Promise<Result<ProblemPage>>

  readConfiguration(text: string): Promise<Result<ConfigurationReading>>
  applyConfiguration(configuration: Configuration, note: string): Promise<Result<Opened>>
  /** A version that was in force once. */
  configurationVersion(version: number): Promise<Result<Configuration>>
  /** Puts an earlier version in force again, as a new one. */
  revertConfiguration(version: number, note: string): Promise<Result<Opened>>
  /** Tries a configuration on the accounts. Nothing of it is stored. */
  draft<Topic extends DraftTopic>(
    topic: Topic,
    asked: DraftTopics[Topic]['asked'],
  ): Promise<Result<DraftTopics[Topic]['answer']>>
  /** The draft of this workspace as it was left; null where there is none. */
  keptDraft(): Promise<Result<KeptDraft | null>>
  /** Keeps the draft in place of the one before; null: there is none any more. */
  keepDraft(draft: KeptDraft | null): Promise<Result<null>>
  exportConfiguration(): Promise<Result<Download>>
  exportScores(day: Day): Promise<Result<Download>>

  backUp(): Promise<Result<Download>>
  /** Makes a further workspace of a backup, and opens it. */
  restore(file: File): Promise<Result<Opened>>
  deleteSnapshot(day: Day): Promise<Result<Opened>>
  /** Adds the kept rows of a source of events up otherwise, on all days. */
  resum(source: string, sums: readonly EventColumn[]): Promise<Result<Opened>>
  /** What would go if snapshots older than a year were thinned to one a month. */
  thinning(): Promise<Result<ThinningPlan>>
  thin(): Promise<Result<Opened>>
  undo(): Promise<Result<Undone>>
  /** Out of sight, to be brought back or removed. */
  setAside(workspace: WorkspaceId): Promise<Result<Opened>>
  bringBack(workspace: WorkspaceId): Promise<Result<Opened>>
  removeWorkspace(workspace: WorkspaceId): Promise<Result<null>>
  eraseEverything(): Promise<Result<null>>
}

/** What its worker serves: the page's questions, and two lines about itself. */
export interface EngineWorker extends Engine {
  /** Says from then on when the database is closed under the engine. What was lost is not opened again until `open` is asked. */
  onClosed(listener: (closing: Closing) => void): void
  /** Answers at once, unless something holds the worker. */
  isAwake(): true
}
