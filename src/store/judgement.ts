import type { WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { Store } from './database.ts'
import { guarded } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { Records } from './records.ts'
import { restoreAll } from './restore.ts'

/** What people say about accounts: by table. */
export type Judgements = Pick<Records, 'overrides' | 'notes' | 'manual' | 'plays'>

/** Adds it, or puts it in place of the one with its id. */
export function saveJudgement<T extends keyof Judgements>(
  store: Store,
  table: T,
  judgement: Judgements[T],
): Promise<Result<null, StoreProblem>> {
  return guarded(store, async () => {
    await store.table(table).put(judgement)
    return null
  })
}

/** All of the workspace, the oldest first. */
export function readJudgements<T extends keyof Judgements>(
  store: Store,
  table: T,
  workspace: WorkspaceId,
): Promise<Result<Judgements[T][], StoreProblem>> {
  return guarded(store, async () =>
    restoreAll(table, await beginningWith(store.table(table), workspace).sortBy('at')),
  )
}
