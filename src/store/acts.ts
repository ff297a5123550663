import type { WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { Store } from './database.ts'
import { guarded } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { Act, ActRecord } from './records.ts'
import { restored } from './restore.ts'

/** The one that undo would take back; null where there is none. */
export function lastAct(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<ActRecord | null, StoreProblem>> {
  return guarded(store, () => newestAct(store, workspace))
}

/** In any transaction. */
export async function newestAct(store: Store, workspace: WorkspaceId): Promise<ActRecord | null> {
  const newest = await beginningWith(store.acts, workspace).last()
  return newest ? restored('acts', newest) : null
}

/** Inside a transaction. */
export async function appendAct(
  store: Store,
  workspace: WorkspaceId,
  at: string,
  act: Act,
): Promise<void> {
  const newest = await newestAct(store, workspace)
  await store.acts.add({ ...act, workspace, number: (newest?.number ?? 0) + 1, at })
}
