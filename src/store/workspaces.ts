import type { WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import { TABLE_NAMES, type Store } from './database.ts'
import { guarded, Refused } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { WorkspaceRecord } from './records.ts'
import { restoreAll } from './restore.ts'

export type NewWorkspace = Pick<WorkspaceRecord, 'id' | 'name' | 'kind' | 'createdAt' | 'state'>

/** Those that are ready, the oldest first. */
export function listWorkspaces(store: Store): Promise<Result<WorkspaceRecord[], StoreProblem>> {
  return guarded(store, async () => {
    const all = restoreAll('workspaces', await store.workspaces.toArray())
    return all
      .filter((workspace) => workspace.state === 'ready')
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  })
}

/** An empty one. Staged, it becomes ready with the first delivery that is published into it, and is swept if none is. */
export function createWorkspace(
  store: Store,
  workspace: NewWorkspace,
): Promise<Result<WorkspaceRecord, StoreProblem>> {
  const record = emptyWorkspace(workspace)
  return guarded(store, async () => {
    await store.workspaces.add(record)
    return record
  })
}

export const emptyWorkspace = (workspace: NewWorkspace): WorkspaceRecord => ({
  ...workspace,
  configuration: null,
  deliveries: 0,
  keys: 0,
})

/** Out of every list, all that it has kept: brought back, it is as it was. What is still aside is swept at start. */
export function setAside(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<null, StoreProblem>> {
  return putState(store, workspace, 'staged')
}

/** One that was set aside. It is `storage-failed` where it was swept meanwhile. */
export function bringBack(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<null, StoreProblem>> {
  return putState(store, workspace, 'ready')
}

function putState(store: Store, id: WorkspaceId, state: WorkspaceRecord['state']) {
  return guarded(store, () =>
    store.transaction('rw', store.workspaces, async () => {
      await store.workspaces.put({ ...(await workspaceIn(store, id)), state })
      return null
    }),
  )
}

/** All that it has, and nothing of another one. */
export function removeWorkspace(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<null, StoreProblem>> {
  return guarded(store, async () => {
    await store.transaction('rw', TABLE_NAMES, () => removeRecords(store, workspace))
    return null
  })
}

/** The whole database. The store is closed then. */
export function eraseEverything(store: Store): Promise<Result<null, StoreProblem>> {
  return guarded(store, async () => {
    store.close()
    await store.delete()
    return null
  })
}

/** Inside a transaction over all tables. */
export async function removeRecords(store: Store, workspace: WorkspaceId): Promise<void> {
  for (const name of TABLE_NAMES)
    if (name !== 'workspaces') await beginningWith(store.table(name), workspace).delete()
  await store.workspaces.delete(workspace)
}

/** Inside a transaction: the workspace as it stands. Another tab may have removed it. */
export async function workspaceIn(store: Store, id: WorkspaceId): Promise<WorkspaceRecord> {
  const workspace = await store.workspaces.get(id)
  if (!workspace) throw new Refused({ code: 'storage-failed', message: `workspace ${id} is gone` })
  return workspace
}
