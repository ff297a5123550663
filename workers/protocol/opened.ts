import type { Day, WorkspaceId } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { ConfigurationProblem } from '../../src/core/problem.ts'
import type { ColumnType } from '../../src/core/table/column.ts'

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
  /** Of all that were ever in force: one that was taken back keeps its number. */
  readonly newestVersion: number
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
  /** The last of several files where they were imported as one. */
  | {
      readonly act: 'import'
      readonly fileName: string
      readonly day: Day
      readonly files: number
    }
  | { readonly act: 'delete-snapshot'; readonly day: Day }
  /** The name of the configuration, and what was said of the change; '' where nothing was. */
  | { readonly act: 'apply-configuration'; readonly name: string; readonly note: string }
  | {
      readonly act: 'attend'
      readonly state: 'done' | 'snoozed'
      readonly name: string
      readonly items: number
    }
  | { readonly act: 'thin'; readonly snapshots: number }
  | { readonly act: 'restore' }
  /** Other sums of a source of events. */
  | { readonly act: 'resum'; readonly name: string }

export interface Undone {
  readonly undone: UndoLabel
  readonly opened: Opened
}
