import { toDay, toWorkspaceId, type WorkspaceId } from '../../src/core/brand.ts'
import { failure, success, type Problem, type Result } from '../../src/core/problem.ts'
import { sampleConfiguration } from '../../src/sample/configuration.ts'
import { sampleDeliveries } from '../../src/sample/deliveries.ts'
import { appendConfiguration } from '../../src/store/configurations.ts'
import type { Store } from '../../src/store/database.ts'
import { createWorkspace } from '../../src/store/workspaces.ts'
import { newVersion } from '../engine/configurations.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { Progress, Published } from '../protocol/importer.ts'
import { inspectFile } from './inspect.ts'
import { readMemory } from './memory.ts'
import { publishStaged } from './publish.ts'
import { sha256Of } from './sha256.ts'
import { stageFile } from './stage.ts'

interface Filling {
  readonly store: Store
  readonly now: string
  readonly newId: () => string
  readonly onProgress: (progress: Progress) => void
}

/** Imports the months as a person would, each file on the same way as theirs; the workspace shows with the first one. */
export async function fillSample(filling: Filling): Promise<Result<Published, Problem>> {
  const workspace = await sampleWorkspace(filling)
  const deliveries = sampleDeliveries()
  let published: Result<Published, Problem> = failure({ code: 'no-rows' })
  for (const [month, { fileName, csv }] of deliveries.entries()) {
    const file = new File([csv], fileName, { type: 'text/csv' })
    published = await importMonth(file, workspace, filling)
    if (!published.ok) return published
    const { rows } = published.value.rows
    filling.onProgress({ phase: 'writing', share: (month + 1) / deliveries.length, rows })
  }
  return published
}

async function sampleWorkspace({ store, now, newId }: Filling): Promise<WorkspaceId> {
  const id = toWorkspaceId(newId())
  const workspace = { id, name: 'Sample data', kind: 'sample', state: 'staged' } as const
  orThrow(await createWorkspace(store, { ...workspace, createdAt: now }))
  const configuration = await newVersion(sampleConfiguration(), 'Sample')
  orThrow(await appendConfiguration(store, id, now, configuration))
  return id
}

async function importMonth(
  file: File,
  workspace: WorkspaceId,
  { store, now, newId }: Filling,
): Promise<Result<Published, Problem>> {
  const memory = await readMemory(store, workspace)
  // The day is in the file's name.
  const hints = { workspace, today: toDay(0) }
  const { plan, roles } = orThrow(await inspectFile(file, hints, memory))
  const sha256 = sha256Of(file)
  const onProgress = () => {}
  const staged = orThrow(await stageFile({ file, sha256, plan, roles, memory, onProgress }))
  const publishing = { store, workspace, configuration: null, now, newId, onProgress }
  const landed = await publishStaged(staged, publishing)
  return landed.ok ? success(landed.value.published) : landed
}
