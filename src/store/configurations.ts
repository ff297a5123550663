import type { WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import { appendAct } from './acts.ts'
import type { Store } from './database.ts'
import { guarded } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { ConfigurationRecord } from './records.ts'
import { restoreAll, restored } from './restore.ts'
import { workspaceIn } from './workspaces.ts'

export type NewConfiguration = Pick<ConfigurationRecord, 'hash' | 'name' | 'note' | 'text'>

/** Puts a new version in force; gives its number. */
export function appendConfiguration(
  store: Store,
  id: WorkspaceId,
  at: string,
  configuration: NewConfiguration,
): Promise<Result<number, StoreProblem>> {
  const tables = [store.workspaces, store.configurations, store.acts]
  const append = async () => {
    const workspace = await workspaceIn(store, id)
    const version = await addVersion(store, id, at, configuration)
    await store.workspaces.put({ ...workspace, configuration: version })
    const { name, note } = configuration
    const configurationBefore = workspace.configuration
    await appendAct(store, id, at, { act: 'apply-configuration', name, note, configurationBefore })
    return version
  }
  return guarded(store, () => store.transaction('rw', tables, append))
}

/** The version in force; null before the first. */
export function currentConfiguration(
  store: Store,
  id: WorkspaceId,
): Promise<Result<ConfigurationRecord | null, StoreProblem>> {
  const read = async () => {
    const { configuration } = await workspaceIn(store, id)
    if (configuration === null) return null
    return restored('configurations', await store.configurations.get([id, configuration]))
  }
  return guarded(store, () => store.transaction('r', store.workspaces, store.configurations, read))
}

/** All versions, the first one first; the one in force need not be the last, after an undo. */
export function listConfigurations(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<ConfigurationRecord[], StoreProblem>> {
  return guarded(store, async () =>
    restoreAll('configurations', await beginningWith(store.configurations, workspace).toArray()),
  )
}

/** Inside a transaction. Versions are counted by what is there, so that two tabs lose none. */
export async function addVersion(
  store: Store,
  workspace: WorkspaceId,
  at: string,
  configuration: NewConfiguration,
): Promise<number> {
  const version = (await beginningWith(store.configurations, workspace).count()) + 1
  const { hash, name, note, text } = configuration
  await store.configurations.add({ workspace, version, at, hash, name, note, text })
  return version
}
