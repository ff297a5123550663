import type { AccountIndex, Day, DeliveryId, WorkspaceId } from '../src/core/brand.ts'
import { toWorkspaceId } from '../src/core/brand.ts'
import type { Configuration } from '../src/core/model/configuration.ts'
import { success, type Result } from '../src/core/problem.ts'
import type { EventColumn } from '../src/core/source/event-plan.ts'
import { restoreBackup } from '../src/store/backup/restore.ts'
import { writeBackup } from '../src/store/backup/write.ts'
import { appendConfiguration } from '../src/store/configurations.ts'
import { deleteSnapshot, undoLast } from '../src/store/undo.ts'
import { bringBack, eraseEverything, removeWorkspace, setAside } from '../src/store/workspaces.ts'
import { accountDetailOf } from './engine/account.ts'
import { listAccounts } from './engine/accounts.ts'
import {
  asNewVersion,
  newVersion,
  oldConfiguration,
  readConfiguration,
} from './engine/configurations.ts'
import { dataOf } from './engine/data.ts'
import { deliveredCellsOf } from './engine/delivered-cells.ts'
import { problemPageOf, rowProblemsOf } from './engine/row-problems.ts'
import { answerDraft } from './engine/draft/answer.ts'
import { draftOf, keepDraftOf } from './engine/draft/kept.ts'
import { accountsFile, backupName, configurationFile, scoresFile } from './engine/exports.ts'
import { facetsOf } from './engine/facets.ts'
import { modelDetailOf } from './engine/model-detail.ts'
import { labelOfAct, openedOf } from './engine/opened.ts'
import { orThrow } from './portfolio/or-throw.ts'
import { overviewOf } from './engine/overview.ts'
import { profileOf } from './engine/profile.ts'
import { resumEvents } from './engine/resum.ts'
import { HistoryAnswers } from './engine/history-answers.ts'
import type { AccountDetail, DeliveredCell } from './protocol/account.ts'
import type { AccountsFileQuestion, AccountsPage, AccountsQuestion } from './protocol/accounts.ts'
import type { DataDetail } from './protocol/data.ts'
import type { DraftTopic, DraftTopics, KeptDraft } from './protocol/draft.ts'
import type { Facets, FacetsQuestion } from './protocol/facets.ts'
import type { EngineWorker } from './protocol/engine.ts'
import type { Download } from './protocol/figures.ts'
import type { Look } from './protocol/look.ts'
import type { ConfigurationReading, ModelDetail } from './protocol/model.ts'
import type { Opened, Undone } from './protocol/opened.ts'
import type { Overview } from './protocol/overview.ts'
import type { DataProfile } from './protocol/profile.ts'
import type { ProblemPage, ProblemQuery } from './protocol/problems.ts'

export interface EngineParts {
  /** The instant now, as an ISO text. */
  readonly now: () => string
  readonly newId: () => string
  /** Names the code, so that its answers can be kept; none are where it is absent. */
  readonly build?: string
}

/** Answers the page's questions from what is stored. */
export const createEngine = (parts: EngineParts): EngineWorker => new StoredEngine(parts)

class StoredEngine extends HistoryAnswers implements EngineWorker {
  readonly #newId: () => string

  constructor({ now, newId, build = '' }: EngineParts) {
    super(now, build)
    this.#newId = newId
  }

  isAwake(): true {
    return true
  }

  open(workspace: WorkspaceId | null): Promise<Result<Opened>> {
    this.session.openLost()
    return this.changing(() => Promise.resolve(workspace))
  }

  inherit(port: MessagePort): Promise<Result<null>> {
    this.session.inherit(port)
    return Promise.resolve(success(null))
  }

  overview(look: Look): Promise<Result<Overview>> {
    return this.keptOf('overview', look, () => this.looking(look, overviewOf))
  }

  accounts(question: AccountsQuestion): Promise<Result<AccountsPage>> {
    const make = () => this.listing(question, listAccounts)
    const { search, filter, moved, sort, columns, from, count } = question
    if (search !== '' || filter !== '' || moved || from > 0) return make()
    // What a list begins with, as a page is opened with it.
    return this.keptOf('accounts', question, make, { sort, columns, count })
  }

  facets(question: FacetsQuestion): Promise<Result<Facets>> {
    return this.listing(question, facetsOf)
  }

  accountsFile(question: AccountsFileQuestion): Promise<Result<Download>> {
    return this.listing(question, accountsFile)
  }

  account(account: AccountIndex, look: Look): Promise<Result<AccountDetail>> {
    return this.looking(look, (open, view) => accountDetailOf(open, view, account))
  }

  deliveredCells(account: AccountIndex, day: Day): Promise<Result<readonly DeliveredCell[]>> {
    return this.about((open) => deliveredCellsOf(open, account, day))
  }

  model(day: Day | null): Promise<Result<ModelDetail>> {
    return this.about((open) => modelDetailOf(open, day))
  }

  data(): Promise<Result<DataDetail>> {
    return this.about(dataOf)
  }

  profile(): Promise<Result<DataProfile | null>> {
    return this.kept({ question: ['profile'] }, null, () => this.about(profileOf))
  }

  rowProblems(delivery: DeliveryId): Promise<Result<Blob>> {
    return this.about((open) => rowProblemsOf(open, delivery))
  }

  problemPage(delivery: DeliveryId, query: ProblemQuery): Promise<Result<ProblemPage>> {
    return this.about((open) => problemPageOf(open, delivery, query))
  }

  async readConfiguration(text: string): Promise<Result<ConfigurationReading>> {
    const read = await this.answer(async () =>
      readConfiguration(text, this.session.open ?? (await this.session.reopen())),
    )
    return read.ok ? read.value : read
  }

  applyConfiguration(configuration: Configuration, note: string): Promise<Result<Opened>> {
    return this.changing(async () => {
      const workspace =
        this.session.open?.workspace.id ?? (await this.session.firstWorkspace(this.#newId()))
      const version = await newVersion(configuration, note)
      const store = await this.session.store()
      orThrow(await appendConfiguration(store, workspace, this.session.now, version))
      return workspace
    })
  }

  configurationVersion(version: number): Promise<Result<Configuration>> {
    return this.about((open) => Promise.resolve(oldConfiguration(open, version)))
  }

  revertConfiguration(version: number, note: string): Promise<Result<Opened>> {
    return this.changing(async () => {
      const open = await this.session.current()
      const again = asNewVersion(open, version, note)
      orThrow(await appendConfiguration(open.store, open.workspace.id, this.session.now, again))
    })
  }

  draft<Topic extends DraftTopic>(
    topic: Topic,
    asked: DraftTopics[Topic]['asked'],
  ): Promise<Result<DraftTopics[Topic]['answer']>> {
    return this.answer(() => answerDraft(this.session, topic, asked))
  }

  keptDraft(): Promise<Result<KeptDraft | null>> {
    return this.about(draftOf)
  }

  keepDraft(draft: KeptDraft | null): Promise<Result<null>> {
    return this.about((open) => keepDraftOf(open, draft))
  }

  exportConfiguration(): Promise<Result<Download>> {
    return this.about((open) => Promise.resolve(configurationFile(open)))
  }

  exportScores(day: Day): Promise<Result<Download>> {
    const look: Look = { day, since: null, seen: 'restated' }
    return this.looking(look, (open, view) => Promise.resolve(scoresFile(open, view)))
  }

  backUp(): Promise<Result<Download>> {
    return this.about(async (open) => {
      const { blob } = orThrow(await writeBackup(open.store, open.workspace.id, this.session.now))
      return { blob, fileName: backupName(open, this.session.now) }
    })
  }

  restore(file: File): Promise<Result<Opened>> {
    return this.changing(async () => {
      const restoring = { id: toWorkspaceId(this.#newId()), at: this.session.now }
      return orThrow(await restoreBackup(await this.session.store(), file, restoring)).id
    })
  }

  deleteSnapshot(day: Day): Promise<Result<Opened>> {
    return this.changing(async () => {
      const { store, workspace } = await this.session.current()
      orThrow(await deleteSnapshot(store, workspace.id, day, this.session.now))
    })
  }

  resum(source: string, sums: readonly EventColumn[]): Promise<Result<Opened>> {
    return this.changing(async () => {
      await resumEvents(await this.session.current(), { source, sums, at: this.session.now })
    })
  }

  undo(): Promise<Result<Undone>> {
    return this.answer(async () => {
      const { store, workspace } = await this.session.current()
      const undone = labelOfAct(orThrow(await undoLast(store, workspace.id)))
      await this.session.reopen()
      return { undone, opened: await openedOf(this.session) }
    })
  }

  setAside(workspace: WorkspaceId): Promise<Result<Opened>> {
    return this.changing(async () => {
      orThrow(await setAside(await this.session.store(), workspace))
    })
  }

  bringBack(workspace: WorkspaceId): Promise<Result<Opened>> {
    return this.changing(async () => {
      orThrow(await bringBack(await this.session.store(), workspace))
      return workspace
    })
  }

  removeWorkspace(workspace: WorkspaceId): Promise<Result<null>> {
    return this.answer(async () =>
      orThrow(await removeWorkspace(await this.session.store(), workspace)),
    )
  }

  eraseEverything(): Promise<Result<null>> {
    return this.answer(async () => {
      orThrow(await eraseEverything(await this.session.store()))
      this.session.close()
      return null
    })
  }
}
