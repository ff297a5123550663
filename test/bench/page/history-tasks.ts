import { createScorer } from '../../../src/core/score/scorer.ts'
import { listWorkspaces } from '../../../src/store/workspaces.ts'
import { openWorkspace, type OpenWorkspace } from '../../../workers/engine/open-workspace.ts'
import { orThrow } from '../../../workers/portfolio/or-throw.ts'
import { openedStore } from './import-tasks.ts'
import { modelWith } from './model.ts'
import { timed } from './timing.ts'

export interface Restating {
  readonly snapshots: number
  /** Opening the workspace, reading the columns, scoring all. */
  readonly withReading: number
  /** Under another configuration, with the columns at hand. */
  readonly alone: number
}

/** Scores all snapshots that are stored, as another configuration in force would. */
export async function restate(usage: number): Promise<Restating> {
  const store = await openedStore()
  const [workspace] = orThrow(await listWorkspaces(store))
  if (!workspace) throw new Error('nothing is stored')
  let open: OpenWorkspace | null = null
  const withReading = await timed(async () => {
    open = await openWorkspace(store, workspace)
    for (let at = 0; at < open.portfolio.history.length; at++) await open.scores.sheet(at)
  })
  const { history } = (open as unknown as OpenWorkspace).portfolio
  const scorer = createScorer(modelWith(usage), history)
  const alone = await timed(() => {
    for (let at = 0; at < history.length; at++) scorer.sheet(at)
  })
  store.close()
  return { snapshots: history.length, withReading, alone }
}
