import type { AccountIndex, Day, DeliveryId, WorkspaceId } from '../core/brand.ts'
import type { RowProblem } from '../core/problem.ts'
import type { EventColumn } from '../core/source/event-plan.ts'
import type { ReadingPlan } from '../core/source/plan.ts'
import type { Column, ColumnType } from '../core/table/column.ts'
import type { RawText } from '../core/table/raw-text.ts'
import type { AnswerRecord, FiguresRecord, RecordedRecord, ScoresRecord } from './score-records.ts'

/** What lies in each table. Every key begins with the workspace; instants are ISO texts. */
export interface Records {
  readonly workspaces: WorkspaceRecord
  readonly deliveries: DeliveryRecord
  readonly buffers: BufferRecord
  readonly keys: KeysRecord
  readonly configurations: ConfigurationRecord
  readonly choices: ChoiceRecord
  readonly recorded: RecordedRecord
  readonly scores: ScoresRecord
  readonly figures: FiguresRecord
  readonly answers: AnswerRecord
  readonly overrides: OverrideRecord
  readonly notes: NoteRecord
  readonly manual: ManualRecord
  readonly plays: PlayRecord
  readonly acts: ActRecord
}

export const WORKSPACE_KINDS = ['own', 'sample'] as const

export interface WorkspaceRecord {
  readonly id: WorkspaceId
  readonly name: string
  readonly kind: (typeof WORKSPACE_KINDS)[number]
  readonly createdAt: string
  /** A staged one came with an import or a restore that has not landed: it is in no list, and swept. */
  readonly state: 'staged' | 'ready'
  /** The version in force; null before the first. */
  readonly configuration: number | null
  /** How many deliveries have been numbered, those that are gone included. */
  readonly deliveries: number
  /** How many account keys the dictionary has. */
  readonly keys: number
}

export const DELIVERY_STATES = ['staged', 'live', 'deleted'] as const

/** One file of a source. The deliveries that are live are the truth; snapshots are made from them. */
export interface DeliveryRecord {
  readonly workspace: WorkspaceId
  readonly id: DeliveryId
  readonly state: (typeof DELIVERY_STATES)[number]
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
  readonly importedAt: string
  readonly day: Day
  readonly source: string
  readonly sourceName: string
  readonly grain: 'account' | 'event'
  readonly plan: ReadingPlan
  readonly rows: RowAccounts
  /** The first 1,000; all of them are in the part `problems`. */
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
  /** Rows of the file as it is stored, merged and rejected ones included. */
  readonly tableRows: number
  /** What a count by quotes alone made of the file; absent: as many as were read. */
  readonly countedRows?: number
  readonly columns: readonly StoredColumn[]
  readonly storedBytes: number
  /** When its events were given other sums than they came with; absent: never. What was made of the older ones is told by it. */
  readonly resummedAt?: string
}

/** rows = accepted + merged + rejected, always. */
export interface RowAccounts {
  readonly rows: number
  readonly accepted: number
  readonly merged: number
  readonly rejected: number
}

export interface StoredColumn {
  /** Its place in the file; the parts `column:N` and `raw:N` bear it. */
  readonly index: number
  readonly id: string
  readonly header: string
  readonly type: ColumnType
  readonly present: number
  readonly unreadable: number
  /** What it takes to get the cells back as they were written: a spelling, some texts besides, or all of them. */
  readonly raw: RawText['kind']
}

/** The buffers of a delivery, by their names. Columns have one value a row of the file, in file order; with `raw:N` the cells of `column:N` can be written again. */
export interface DeliveryParts {
  /** The account of every row; NO_ACCOUNT for a row that was merged or rejected. */
  readonly accounts: Uint32Array
  /** The physical line where every row begins. */
  readonly lines: Uint32Array
  readonly problems: readonly RowProblem[]
  readonly [column: `column:${number}`]: Column
  readonly [raw: `raw:${number}`]: RawText
}

export type PartName = keyof DeliveryParts

export interface BufferRecord {
  readonly workspace: WorkspaceId
  readonly delivery: DeliveryId
  readonly part: PartName
  readonly value: DeliveryParts[PartName]
}

/** A stretch of the dictionary of account keys: one import's new ones. Key i ends at UTF-16 unit ends[i] of the text. */
export interface KeysRecord {
  readonly workspace: WorkspaceId
  /** The account of its first key. */
  readonly from: number
  readonly text: string
  readonly ends: Uint32Array
}

export interface ConfigurationRecord {
  readonly workspace: WorkspaceId
  /** From 1, without gaps: versions are only ever appended. */
  readonly version: number
  readonly hash: string
  readonly name: string
  readonly note: string
  readonly at: string
  /** The configuration as canonical JSON. */
  readonly text: string
}

/**
 * How the next file of a source is read, the type a column was given at its first import, and the draft of a configuration with its
 * steps, as JSON.
 */
export type ChoiceRecord = { readonly workspace: WorkspaceId; readonly id: string } & (
  | { readonly kind: 'plan'; readonly plan: ReadingPlan }
  | { readonly kind: 'type'; readonly type: ColumnType }
  | { readonly kind: 'draft'; readonly text: string }
  /** An AttentionRecord. */
  | { readonly kind: 'attention'; readonly text: string }
)

/** A choice and the one that it took the place of. */
export interface ChoiceChange {
  readonly now: ChoiceRecord
  readonly before: ChoiceRecord | null
}

/** What can be taken back, the last one first, with what it takes to do so. */
export type Act =
  | {
      readonly act: 'import'
      readonly delivery: DeliveryId
      readonly fileName: string
      readonly day: Day
      /** The workspace came with it, and goes with it. */
      readonly isFirst: boolean
      /** One act with the imports before it, from that of `first` on: how many files they are with this one. */
      readonly together?: { readonly first: DeliveryId; readonly files: number }
      readonly configurationBefore: number | null
      readonly choices: readonly ChoiceChange[]
    }
  | {
      readonly act: 'delete-snapshot'
      readonly day: Day
      readonly deliveries: readonly DeliveryId[]
    }
  | {
      readonly act: 'apply-configuration'
      readonly name: string
      /** What was said of the change; older acts have none. */
      readonly note?: string
      readonly configurationBefore: number | null
    }
  | {
      readonly act: 'attend'
      readonly state: 'done' | 'snoozed'
      /** Of the first item. */
      readonly name: string
      readonly choices: readonly ChoiceChange[]
    }
  | { readonly act: 'thin'; readonly snapshots: number; readonly deliveries: readonly DeliveryId[] }
  | { readonly act: 'restore' }
  | {
      readonly act: 'resum'
      /** Of the source. */
      readonly name: string
      /** As they were before. */
      readonly deliveries: readonly {
        readonly id: DeliveryId
        readonly sums: readonly EventColumn[]
        readonly resummedAt: string | null
      }[]
      readonly configurationBefore: number | null
      readonly choices: readonly ChoiceChange[]
    }

export type ActRecord = Act & {
  readonly workspace: WorkspaceId
  readonly number: number
  readonly at: string
}

/** What a person says about an account. `at` is the instant it was said. */
interface Judgement {
  readonly workspace: WorkspaceId
  readonly id: string
  readonly account: AccountIndex
  readonly author: string
  readonly at: string
}

/** Stands in place of the shown score on snapshots dated in [from, until]; null: open. */
export interface OverrideRecord extends Judgement {
  /** 0..100 */
  readonly score: number
  readonly reason: string
  readonly from: Day
  readonly until: Day | null
}

export interface NoteRecord extends Judgement {
  readonly text: string
}

/** A dated value of a manual column, an input like any other; null takes it back. */
export interface ManualRecord extends Judgement {
  /** The manual column's id. */
  readonly column: string
  readonly day: Day
  readonly value: number | string | boolean | null
  readonly reason: string
}

/** What was done about a flag that was raised. */
export interface PlayRecord extends Judgement {
  readonly flag: string
  readonly name: string
  readonly steps: readonly { readonly text: string; readonly done: boolean }[]
  readonly startedOn: Day
  readonly dueOn: Day | null
  readonly doneOn: Day | null
}
