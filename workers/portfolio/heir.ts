import type { DeliveryId, WorkspaceId } from '../../src/core/brand.ts'
import type { Result, StoreProblem } from '../../src/core/problem.ts'
import type { NewDelivery, NewPart } from '../../src/store/stage.ts'
import type { NewWorkspace } from '../../src/store/workspaces.ts'
import type { HandedScores } from './handed.ts'

/** Who shows next what an import has read: the engine, asked by a port of its own. It stores the columns meanwhile, and keeps them. */
export interface Heir {
  stage(
    delivery: NewDelivery,
    parts: readonly NewPart[],
    making: NewWorkspace | null,
    onProgress: (parts: number) => void,
  ): Promise<Result<DeliveryId, StoreProblem>>
  /** What was staged is published: it is looked at next. */
  take(legacy: Legacy): void
}

export interface Legacy {
  readonly workspace: WorkspaceId
  readonly delivery: DeliveryId
  /** The places in the file of the columns that scores and lists are made of; what else was staged is let go. */
  readonly columns: readonly number[]
  readonly scored: HandedScores | null
}
