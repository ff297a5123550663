import type { AccountIndex, Day, DeliveryId, WorkspaceId } from '../src/core/brand.ts'
import type { Dialect, DialectGuess } from '../src/core/file/dialect.ts'
import type { Adjustment } from '../src/core/model/adjust-proposal.ts'
import type { Configuration } from '../src/core/model/configuration.ts'
import type { ProposalReason } from '../src/core/model/proposal.ts'
import type {
  Closing,
  ConfigurationProblem,
  Problem,
  Result,
  RowProblem,
} from '../src/core/problem.ts'
import type { Unsplit } from '../src/core/score/change-explanation.ts'
import type { LintFinding } from '../src/core/score/lint-finding.ts'
import type { Origin } from '../src/core/score/sheet.ts'
import type { ReadingPlan } from '../src/core/source/plan.ts'
import type { ColumnType } from '../src/core/table/column.ts'
import type { ColumnShape } from '../src/core/table/profile.ts'

/** The words that the page and its workers speak. Nothing here grows with the number of accounts, but for pages of at most PAGE_ROWS rows. */
export const PAGE_ROWS = 200

// ---- The engine: lives long, holds columns, answers questions ----

export interface Engine {
  open(workspace: WorkspaceId | null): Promise<Result<Opened>>
  overview(day: Day, since: Day | null): Promise<Result<Overview>>
  accounts(question: AccountsQuestion): Promise<Result<AccountsPage>>
  account(account: AccountIndex, day: Day, since: Day | null): Promise<Result<AccountDetail>>
  model(day: Day | null): Promise<Result<ModelDetail>>
  segments(day: Day, since: Day | null, attribute: string): Promise<Result<SegmentsTable>>
  trends(): Promise<Result<Trends>>
  data(): Promise<Result<DataDetail>>
  rowProblems(delivery: DeliveryId): Promise<Result<Blob>>

  readConfiguration(text: string): Promise<Result<ConfigurationReading>>
  applyConfiguration(configuration: Configuration, note: string): Promise<Result<Opened>>
  /** A version that was in force once. */
  configurationVersion(version: number): Promise<Result<Configuration>>
  /** Puts an earlier version in force again, as a new one. */
  revertConfiguration(version: number, note: string): Promise<Result<Opened>>
  exportConfiguration(): Promise<Result<Download>>
  exportScores(day: Day): Promise<Result<Download>>

  backUp(): Promise<Result<Download>>
  restore(file: File, into: 'new' | 'current'): Promise<Result<Opened>>
  deleteSnapshot(day: Day): Promise<Result<Opened>>
  undo(): Promise<Result<Undone>>
  removeWorkspace(workspace: WorkspaceId): Promise<Result<Opened>>
  eraseEverything(): Promise<Result<null>>
}

/** What its worker serves: the page's questions, and two lines about itself. */
export interface EngineWorker extends Engine {
  /** Says from then on when the database is closed under the engine. What was lost is not opened again until `open` is asked. */
  onClosed(listener: (closing: Closing) => void): void
  /** Answers at once, unless something holds the worker. */
  isAwake(): true
}

export interface Download {
  readonly blob: Blob
  readonly fileName: string
}

export interface WorkspaceSummary {
  readonly id: WorkspaceId
  readonly name: string
  readonly kind: 'own' | 'sample'
}

export interface SnapshotSummary {
  readonly day: Day
  readonly accounts: number
}

/** What the frame around every page needs. Bands and roles are repeated here so that no page asks for them. */
export interface Opened {
  readonly workspaces: readonly WorkspaceSummary[]
  readonly workspace: WorkspaceSummary | null
  readonly snapshots: readonly SnapshotSummary[]
  readonly configuration: Configuration | null
  readonly configurationVersion: number
  readonly configurationHash: string
  readonly configurationProblems: readonly ConfigurationProblem[]
  /** Names the columns as people read them: the header they came with, or a derived column's name. */
  readonly columns: readonly ColumnSummary[]
  readonly undo: UndoLabel | null
}

export interface ColumnSummary {
  readonly id: string
  readonly label: string
  readonly type: ColumnType
}

/** The last thing that can be taken back. */
export type UndoLabel =
  | { readonly act: 'import'; readonly fileName: string; readonly day: Day }
  | { readonly act: 'delete-snapshot'; readonly day: Day }
  | { readonly act: 'apply-configuration'; readonly name: string }
  | { readonly act: 'restore' }

export interface Undone {
  readonly undone: UndoLabel
  readonly opened: Opened
}

/** A figure and what it was at the comparison; null where there is none. */
export interface Figure {
  readonly now: number | null
  readonly before: number | null
}

export interface BandFigure {
  readonly band: number
  readonly count: Figure
  readonly value: Figure
}

export interface Overview {
  readonly day: Day
  readonly since: Day | null
  readonly accounts: Figure
  readonly averageScore: Figure
  readonly valueAtRisk: Figure
  readonly notScored: Figure
  /** Accounts kept but left out by `include`, and accounts no model applies to. */
  readonly leftOut: number
  readonly bands: readonly BandFigure[]
  readonly triage: readonly AccountRow[]
  readonly distribution: Distribution
  readonly renewals: readonly RenewalMonth[]
}

/** Scored accounts per step of five points: counts[i] is [5 i, 5 i + 5), the last one includes 100. Split by band. */
export interface Distribution {
  readonly step: number
  readonly counts: readonly (readonly number[])[]
}

/** Accounts that renew in one month, per band (last: not scored). */
export interface RenewalMonth {
  /** The first day of the month. */
  readonly month: Day
  readonly values: readonly number[]
  readonly counts: readonly number[]
}

/** A row of a list. `drivers` say why, the greatest loss first. */
export interface AccountRow {
  readonly account: AccountIndex
  readonly key: string
  readonly name: string
  readonly score: number | null
  readonly band: number | null
  readonly change: number | null
  readonly coverage: number
  /** Shown scores of the latest snapshots, oldest first, at most 12; null is a gap. */
  readonly history: readonly (number | null)[]
  readonly driver: Driver | null
  readonly value: number | null
  readonly renewal: Day | null
  readonly owner: string | null
  readonly model: number | null
  readonly flags: readonly number[]
  /** Further columns that were asked for. */
  readonly cells: readonly Cell[]
}

/** Why a score is what it is, in one fact: an exception that holds, else the factor that takes (or lost) the most points. */
export type Driver =
  | {
      readonly kind: 'exception'
      readonly reason: string
      readonly points: number
      readonly effect?: ExceptionLine['effect']
      readonly amount?: number
    }
  | {
      readonly kind: 'factor-change'
      /** Its id in the account's model. */
      readonly factor: string
      readonly points: number
      readonly before: Cell
      readonly now: Cell
    }
  | {
      readonly kind: 'factor-loss'
      readonly factor: string
      readonly points: number
      readonly now: Cell
    }
  | { readonly kind: 'no-data'; readonly coverage: number }

export type Cell =
  | { readonly type: 'missing' }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'date'; readonly value: Day }
  | { readonly type: 'boolean'; readonly value: boolean }

/** `name`, `key`, `score`, `change`, `value`, `renewal`, `owner`, `coverage`, `triage`, or a column id. */
export interface Sort {
  readonly by: string
  readonly direction: 'asc' | 'desc'
}

export interface AccountsQuestion {
  readonly day: Day
  readonly since: Day | null
  /** Found in names and keys, without regard to case. */
  readonly search: string
  /** Band indexes; null for not scored. Empty: all. */
  readonly bands: readonly (number | null)[]
  readonly sort: Sort
  readonly columns: readonly string[]
  readonly from: number
  /** At most PAGE_ROWS. */
  readonly count: number
}

export interface AccountsPage {
  readonly total: number
  readonly matched: number
  readonly matchedValue: number | null
  readonly totalValue: number | null
  readonly averageScore: number | null
  readonly from: number
  readonly rows: readonly AccountRow[]
}

/** One factor as it is scored for one account. Points are shares of the shown score that add up as printed. */
export interface FactorLine {
  readonly id: string
  readonly name: string
  readonly input: Cell
  readonly inputFormula: string
  readonly origin: Origin
  readonly score: number | null
  /** Of the weight that is present, 0..1; 0 where the factor is left out. */
  readonly share: number
  readonly points: number | null
  readonly pointsLost: number | null
}

export interface GroupLine {
  readonly id: string
  readonly name: string
  readonly score: number | null
  readonly share: number
  readonly points: number | null
  readonly pointsLost: number | null
  readonly rollup: 'mean' | 'lowest' | 'highest'
  readonly factors: readonly FactorLine[]
}

export interface ExceptionLine {
  readonly id: string
  readonly reason: string
  readonly effect: 'cap' | 'floor' | 'set' | 'add'
  readonly amount: number
  /** Points it gave or took, as clamped and as printed. */
  readonly points: number
}

export interface InputLine {
  readonly id: string
  readonly label: string
  readonly now: Cell
  readonly before: Cell | null
  readonly source: string
  readonly asOf: Day | null
}

export interface AccountDetail {
  readonly row: AccountRow
  readonly modelName: string | null
  readonly included: boolean
  readonly minCoverage: number
  readonly raw: number | null
  /** The raw score as printed: the sum of the printed points of the groups. */
  readonly rawPrinted: number | null
  readonly groups: readonly GroupLine[]
  readonly exceptions: readonly ExceptionLine[]
  readonly flags: readonly {
    readonly id: string
    readonly name: string
    readonly kind: 'risk' | 'opportunity' | 'advocate'
  }[]
  readonly history: readonly {
    readonly day: Day
    readonly score: number | null
    readonly band: number | null
  }[]
  readonly inputs: readonly InputLine[]
  /** Null where there is no snapshot to compare with. */
  readonly change: ChangeDetail | null
}

/** Why a score differs from the one before, in rows whose points add up as printed. */
export interface ChangeDetail {
  readonly since: Day
  readonly before: number | null
  readonly after: number | null
  /** Empty where there is no split. */
  readonly rows: readonly ChangeLine[]
  /** Why there is none. */
  readonly unsplit: Unsplit['why'] | null
}

export type ChangeLine = { readonly points: number } & (
  | {
      readonly kind: 'factor'
      readonly name: string
      readonly before: Cell
      readonly after: Cell
      /** Of a factor that is ranked anew: what the account did itself, and what the others did. */
      readonly split: { readonly own: number; readonly cohort: number } | null
    }
  /** Names of the factors whose input went away, and of those whose input arrived. */
  | {
      readonly kind: 'missing'
      readonly gone: readonly string[]
      readonly arrived: readonly string[]
    }
  /** The reasons that held. */
  | {
      readonly kind: 'exceptions'
      readonly before: readonly string[]
      readonly after: readonly string[]
    }
  | { readonly kind: 'model' }
  | { readonly kind: 'override'; readonly before: number | null; readonly after: number | null }
)

/** How many accounts each part of the configuration concerns, beside the configuration itself. */
export interface ModelDetail {
  readonly models: readonly { readonly accounts: number }[]
  readonly none: number
  readonly bands: readonly { readonly accounts: number }[]
  /** By model, then by place in order of appearance. */
  readonly factors: readonly (readonly {
    readonly present: number
    readonly average: number | null
  }[])[]
  readonly exceptions: readonly (readonly number[])[]
  readonly flags: readonly number[]
  readonly versions: readonly ConfigurationVersion[]
  /** What is probably not meant, as this snapshot shows it. At most PAGE_ROWS. */
  readonly findings: readonly LintFinding[]
}

export interface ConfigurationVersion {
  readonly version: number
  readonly hash: string
  readonly name: string
  readonly note: string
  /** ISO instant. */
  readonly at: string
}

export interface SegmentLine {
  readonly label: string | null
  readonly count: number
  readonly value: number | null
  readonly valueAtRisk: number | null
  readonly averageScore: Figure
  readonly bands: readonly number[]
  readonly notScored: number
}

export interface SegmentsTable {
  readonly attributes: readonly ColumnSummary[]
  readonly attribute: string | null
  readonly lines: readonly SegmentLine[]
  /** Beyond the lines shown, the greatest first. */
  readonly more: number
}

export interface Trends {
  readonly points: readonly {
    readonly day: Day
    readonly accounts: number
    readonly average: number | null
    readonly bands: readonly number[]
    readonly notScored: number
    readonly configurationVersion: number
  }[]
}

export interface DeliverySummary {
  readonly id: DeliveryId
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  readonly source: string
  readonly day: Day
  readonly importedAt: string
  readonly rows: RowAccounts
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
  readonly storedBytes: number
}

/** rows = accepted + merged + rejected, always. */
export interface RowAccounts {
  readonly rows: number
  readonly accepted: number
  readonly merged: number
  readonly rejected: number
}

export interface ColumnQuality {
  readonly id: string
  readonly label: string
  readonly type: ColumnType
  readonly source: string
  readonly asOf: Day
  /** The share of the delivery's rows that have a value, 0..1. */
  readonly present: number
  readonly unreadable: number
}

export interface DataDetail {
  readonly deliveries: readonly DeliverySummary[]
  readonly quality: readonly ColumnQuality[]
  readonly leftOut: number
  readonly storage: { readonly usedBytes: number; readonly persisted: boolean }
}

export interface ConfigurationReading {
  readonly configuration: Configuration
  readonly hash: string
  readonly problems: readonly ConfigurationProblem[]
  /** Against the configuration in force: what Apply would change, of how many accounts. */
  readonly effect: ConfigurationEffect | null
}

export interface ConfigurationEffect {
  readonly bandsBefore: readonly { readonly name: string; readonly accounts: number }[]
  readonly bandsAfter: readonly { readonly name: string; readonly accounts: number }[]
  readonly notScoredBefore: number
  readonly notScoredAfter: number
}

// ---- The import: lives for one file ----

export interface Importer {
  inspect(file: File, hints: ImportHints): Promise<Result<Inspection>>
  /** Reads the whole file under a plan, as often as it is corrected. Writes nothing. */
  stage(
    plan: ReadingPlan,
    roles: RoleChoices,
    onProgress: (progress: Progress) => void,
  ): Promise<Result<Review>>
  /** Makes what was staged last visible, whole or not at all. */
  publish(onProgress: (progress: Progress) => void): Promise<Result<Published>>
  rowProblems(): Promise<Result<Blob>>
  /** Makes the workspace of sample data, kept apart from all others, by importing its months one after the other. */
  fillSample(onProgress: (progress: Progress) => void): Promise<Result<Published>>
}

export interface ImportHints {
  readonly workspace: WorkspaceId | null
  /** Today in the person's zone, for files that do not say their date. */
  readonly today: Day
  /** What a person corrected of the dialect; the rest, and the columns, are guessed again around it. */
  readonly dialect?: Partial<Dialect>
}

export interface Progress {
  readonly phase: 'reading' | 'comparing' | 'writing'
  /** 0..1 */
  readonly share: number
  readonly rows: number
}

/** From the first 256 KB: enough to open the review at once. */
export interface Inspection {
  readonly fileName: string
  readonly bytes: number
  readonly plan: ReadingPlan
  readonly roles: RoleChoices
  readonly guesses: {
    readonly dialect: DialectGuess
    readonly day: 'file-name' | 'file-date' | 'today'
    readonly key: 'known-source' | 'configuration' | 'name' | 'unique' | 'none'
  }
  /** The source whose headers this file has. */
  readonly knownSource: string | null
  readonly dialects: readonly Dialect[]
  readonly sample: readonly (readonly string[])[]
  readonly rowsEstimate: number
}

/** Which column plays which part; ids of columns, `include` an expression. */
export interface RoleChoices {
  readonly name: string | null
  readonly value: string | null
  readonly renewal: string | null
  readonly owner: string | null
  readonly outcome: string | null
  readonly segments: readonly string[]
  readonly include: string | null
  /** Of the factors that Hale proposes. */
  readonly adjustments?: readonly Adjustment[]
}

export interface ColumnReview {
  readonly index: number
  readonly header: string
  readonly id: string
  readonly ignore: boolean
  readonly type: ColumnType | null
  readonly certain: boolean
  readonly present: number
  readonly distinct: number
  readonly unreadable: number
  readonly unreadableExamples: readonly { readonly line: number; readonly text: string }[]
  readonly shape: ColumnShape
}

/** What cannot be decided by the file alone. */
export type ImportQuestion =
  | {
      readonly kind: 'date-order'
      readonly column: number
      readonly example: string
      /** How many dates would lie before the snapshot's day, read the one way and the other. */
      readonly past?: { readonly dmy: number; readonly mdy: number }
    }
  | { readonly kind: 'same-file'; readonly delivery: DeliveryId; readonly day: Day }
  | { readonly kind: 'rows-numbered' }

export interface Review {
  readonly plan: ReadingPlan
  readonly roles: RoleChoices
  readonly sha256: string
  readonly rows: RowAccounts
  readonly columns: readonly ColumnReview[]
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly comparison: {
    readonly against: Day | null
    readonly added: number
    readonly updated: number
    readonly unchanged: number
    readonly gone: number
    /** The snapshot of this day has a delivery of this source already: it will be corrected. */
    readonly corrects: boolean
    /** The first keys of each kind, at most PAGE_ROWS. */
    readonly examples?: {
      readonly [kind in 'added' | 'updated' | 'unchanged' | 'gone']: readonly string[]
    }
  }
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
  readonly questions: readonly ImportQuestion[]
  /** The configuration the scores would be made with: the one in force, or Hale's first proposal. */
  readonly configuration: {
    readonly origin: 'in-force' | 'proposed'
    readonly value: Configuration
    readonly reasons: readonly ProposalReason[]
  } | null
  /** Why there is no first model, or what would make it one: asked for where too few columns say how an account is. */
  readonly advice: {
    readonly code: 'too-few-signals'
    readonly reasons: readonly ProposalReason[]
  } | null
  readonly outcome: {
    readonly bands: readonly number[]
    readonly notScored: number
    readonly leftOut: number
  } | null
}

export interface Published {
  readonly workspace: WorkspaceId
  readonly day: Day
  readonly delivery: DeliveryId
  readonly rows: RowAccounts
}

export type { ColumnShape, Problem }
