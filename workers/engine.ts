import type { AccountIndex, Day, DeliveryId, WorkspaceId } from '../src/core/brand.ts'
import { toWorkspaceId } from '../src/core/brand.ts'
import type { Configuration } from '../src/core/model/configuration.ts'
import type { Result } from '../src/core/problem.ts'
import { rowReport } from '../src/core/view/row-report.ts'
import { restoreBackup } from '../src/store/backup/restore.ts'
import { writeBackup } from '../src/store/backup/write.ts'
import { appendConfiguration } from '../src/store/configurations.ts'
import { readPart } from '../src/store/deliveries.ts'
import { guarded, Refused } from '../src/store/problems.ts'
import { deleteSnapshot, undoLast } from '../src/store/undo.ts'
import { createWorkspace, eraseEverything, removeWorkspace } from '../src/store/workspaces.ts'
import { csvBlob } from './csv-blob.ts'
import { accountDetailOf } from './engine/account.ts'
import { listAccounts } from './engine/accounts.ts'
import { newVersion, readConfiguration } from './engine/configurations.ts'
import { dataOf } from './engine/data.ts'
import type { DayView } from './engine/day-view.ts'
import { backupName, configurationFile, scoresFile } from './engine/exports.ts'
import { modelDetailOf } from './engine/model-detail.ts'
import type { OpenWorkspace } from './engine/open-workspace.ts'
import { labelOfAct, openedOf } from './engine/opened.ts'
import { orThrow } from './portfolio/or-throw.ts'
import { overviewOf } from './engine/overview.ts'
import { segmentsTable } from './engine/segments.ts'
import { Session } from './engine/session.ts'
import { trendsOf } from './engine/trends.ts'
import type { AccountsQuestion, Download, Engine, Opened } from './protocol.ts'

export interface EngineParts {
  /** The instant now, as an ISO text. */
  readonly now: () => string
  readonly newId: () => string
}

/** Answers the page's questions from what is stored. */
export function createEngine({ now, newId }: EngineParts): Engine {
  const session = new Session(now)

  /** What was refused on the way becomes the answer's problem; bugs are thrown on. */
  const answer = <T>(task: () => Promise<T>): Promise<Result<T>> =>
    guarded({ outdated: null }, task)

  const about = <T>(task: (open: OpenWorkspace) => Promise<T>) =>
    answer(async () => task(await session.current()))

  const looking = <T>(
    day: Day,
    since: Day | null,
    task: (open: OpenWorkspace, view: DayView) => Promise<T>,
  ) =>
    answer(async () => {
      const { open, view } = await session.view(day, since)
      return task(open, view)
    })

  /** Does something to what is stored, and reads it anew. */
  const changing = (task: () => Promise<WorkspaceId | null | void>): Promise<Result<Opened>> =>
    answer(async () => {
      const workspace = await task()
      await session.reopen(workspace ?? null)
      return openedOf(session)
    })

  return {
    open: (workspace: WorkspaceId | null) => changing(async () => workspace),
    overview: (day: Day, since: Day | null) => looking(day, since, overviewOf),
    accounts: (question: AccountsQuestion) =>
      looking(question.day, question.since, (open, view) => listAccounts(open, view, question)),
    account: (account: AccountIndex, day: Day, since: Day | null) =>
      looking(day, since, (open, view) => accountDetailOf(open, view, account)),
    model: (day: Day | null) => about((open) => modelDetailOf(open, day)),
    segments: (day: Day, since: Day | null, attribute: string) =>
      looking(day, since, (open, view) => segmentsTable(open, view, attribute)),
    trends: () => about(trendsOf),
    data: () => about(dataOf),
    rowProblems: (delivery: DeliveryId) =>
      about(async ({ store, workspace }) => {
        const problems = orThrow(await readPart(store, workspace.id, delivery, 'problems'))
        return csvBlob(rowReport(problems))
      }),

    readConfiguration: async (text: string) => {
      const read = await answer(async () =>
        readConfiguration(text, session.open ?? (await session.reopen())),
      )
      return read.ok ? read.value : read
    },
    applyConfiguration: (configuration: Configuration, note: string) =>
      changing(async () => {
        const workspace = session.open?.workspace.id ?? (await firstWorkspace())
        const version = await newVersion(configuration, note)
        orThrow(await appendConfiguration(await session.store(), workspace, now(), version))
        return workspace
      }),
    exportConfiguration: () => about(async (open) => given(configurationFile(open))),
    exportScores: (day: Day) =>
      looking(day, null, async (open, view) => given(scoresFile(open, view))),

    backUp: () =>
      about(async (open) => {
        const { blob } = orThrow(await writeBackup(open.store, open.workspace.id, now()))
        return { blob, fileName: backupName(open, now()) }
      }),
    restore: (file: File, into: 'new' | 'current') =>
      changing(async () => {
        const replaces = into === 'current' ? (session.open?.workspace.id ?? null) : null
        const id = toWorkspaceId(newId())
        return orThrow(
          await restoreBackup(await session.store(), file, { id, replaces, at: now() }),
        ).id
      }),
    deleteSnapshot: (day: Day) =>
      changing(async () => {
        const { store, workspace } = await session.current()
        orThrow(await deleteSnapshot(store, workspace.id, day, now()))
      }),
    undo: () =>
      answer(async () => {
        const { store, workspace } = await session.current()
        const undone = labelOfAct(orThrow(await undoLast(store, workspace.id)))
        await session.reopen()
        return { undone, opened: await openedOf(session) }
      }),
    removeWorkspace: (workspace: WorkspaceId) =>
      changing(async () => {
        orThrow(await removeWorkspace(await session.store(), workspace))
      }),
    eraseEverything: () =>
      answer(async () => {
        orThrow(await eraseEverything(await session.store()))
        session.close()
        return null
      }),
  }

  async function firstWorkspace(): Promise<WorkspaceId> {
    const workspace = {
      id: toWorkspaceId(newId()),
      name: 'My accounts',
      kind: 'own',
      state: 'ready',
    } as const
    return orThrow(await createWorkspace(await session.store(), { ...workspace, createdAt: now() }))
      .id
  }
}

function given(file: Download | null): Download {
  if (!file) throw new Refused({ code: 'no-configuration' })
  return file
}
