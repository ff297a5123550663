import { lastAct } from '../../src/store/acts.ts'
import type { ActRecord, WorkspaceRecord } from '../../src/store/records.ts'
import { listWorkspaces } from '../../src/store/workspaces.ts'
import type { Opened, UndoLabel, WorkspaceSummary } from '../protocol/opened.ts'
import { columnSummaries } from './columns.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { Session } from './session.ts'

/** What the frame around every page shows of the session. */
export async function openedOf(session: Session): Promise<Opened> {
  const store = await session.store()
  const workspaces = orThrow(await listWorkspaces(store)).map(summaryOf)
  const { open } = session
  if (!open) return { ...nothingOpen, workspaces }
  const act = orThrow(await lastAct(store, open.workspace.id))
  return {
    workspaces,
    workspace: summaryOf(open.workspace),
    snapshots: open.portfolio.history.map(({ day, accounts }) => ({
      day,
      accounts: accounts.length,
    })),
    configuration: open.configuration,
    configurationVersion: open.current?.version ?? 0,
    newestVersion: Math.max(0, ...open.versions.map(({ version }) => version)),
    configurationHash: open.current?.hash ?? '',
    configurationProblems: open.configurationProblems,
    columns: columnSummaries(open),
    undo: act && labelOfAct(act),
  }
}

const nothingOpen = {
  workspace: null,
  snapshots: [],
  configuration: null,
  configurationVersion: 0,
  newestVersion: 0,
  configurationHash: '',
  configurationProblems: [],
  columns: [],
  undo: null,
} satisfies Partial<Opened>

const summaryOf = ({ id, name, kind }: WorkspaceRecord): WorkspaceSummary => ({ id, name, kind })

export function labelOfAct(act: ActRecord): UndoLabel {
  switch (act.act) {
    case 'import':
      return {
        act: 'import',
        fileName: act.fileName,
        day: act.day,
        files: act.together?.files ?? 1,
      }
    case 'delete-snapshot':
      return { act: 'delete-snapshot', day: act.day }
    case 'apply-configuration':
      return { act: 'apply-configuration', name: act.name, note: act.note ?? '' }
    case 'attend':
      return { act: 'attend', state: act.state, name: act.name, items: act.choices.length }
    case 'thin':
      return { act: 'thin', snapshots: act.snapshots }
    case 'restore':
      return { act: 'restore' }
    case 'resum':
      return { act: 'resum', name: act.name }
  }
}
