import type { WorkspaceId } from '../../src/core/brand.ts'
import { toWorkspaceId } from '../../src/core/brand.ts'
import {
  failure,
  success,
  type Problem,
  type Result,
  type RowProblem,
} from '../../src/core/problem.ts'
import type { ColumnType } from '../../src/core/table/column.ts'
import type { NewConfiguration } from '../../src/store/configurations.ts'
import type { Store } from '../../src/store/database.ts'
import { countKeys, readKeys } from '../../src/store/keys.ts'
import { withImporterLock } from '../../src/store/lock.ts'
import { publishDelivery } from '../../src/store/publish.ts'
import { stageDelivery, type NewDelivery, type NewPart } from '../../src/store/stage.ts'
import { removeWorkspace, type NewWorkspace } from '../../src/store/workspaces.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { Progress, Published } from '../protocol/importer.ts'
import { numberRows, type NumberedRows } from './roster.ts'
import type { Staged } from './stage.ts'
import { rowsOf, storedColumns } from './stored.ts'

interface Publishing {
  readonly store: Store
  readonly workspace: WorkspaceId | null
  /** As the rows were numbered for the review: it stands as long as no other tab has added accounts meanwhile. */
  readonly numbered?: NumberedRows
  /** To be put in force with the delivery; null: the one in force stays. */
  readonly configuration: NewConfiguration | null
  readonly now: string
  readonly newId: () => string
  readonly onProgress: (progress: Progress) => void
}

/** Problems that a delivery's record shows at once; all of them are a part of their own. */
const SHOWN_PROBLEMS = 1_000

/** What was published, and the accounts of its rows. */
export interface Landed {
  readonly published: Published
  readonly numbered: NumberedRows
}

/** Writes what was staged, if there are rows, and makes it visible last. Accounts are numbered under the lock: another tab may have added some meanwhile. */
export function publishStaged(
  staged: Staged,
  publishing: Publishing,
): Promise<Result<Landed, Problem>> {
  if (staged.table.rows === 0) return Promise.resolve(failure({ code: 'no-rows' }))
  return withImporterLock<Landed, Problem>(async () => {
    const making = publishing.workspace === null ? firstWorkspace(publishing) : null
    const landed = await publishInto(making, staged, publishing)
    if (!landed.ok && making) await removeWorkspace(publishing.store, making.id)
    return landed
  })
}

async function publishInto(
  making: NewWorkspace | null,
  staged: Staged,
  publishing: Publishing,
): Promise<Result<Landed, Problem>> {
  const { store, configuration, now, onProgress } = publishing
  const workspace = making?.id ?? (publishing.workspace as WorkspaceId)
  const numbered = await numberedUnderLock(publishing, staged)
  const parts = partsOf(staged, numbered.accounts)
  const rows = staged.table.rows
  const delivery = await stageDelivery(store, await newDelivery(workspace, staged, now), parts, {
    making,
    onProgress: (safe) => onProgress({ phase: 'writing', share: safe / parts.length, rows }),
  })
  if (!delivery.ok) return delivery
  const published = await publishDelivery(store, {
    workspace,
    delivery: delivery.value,
    at: now,
    keys: { from: numbered.known, added: numbered.added },
    configuration,
    plan: staged.plan,
    types: fixedTypes(staged),
  })
  if (!published.ok) return published
  const { id, day } = published.value
  return success({ published: { workspace, day, delivery: id, rows: rowsOf(staged) }, numbered })
}

/** Keys are only ever added: as many as before are the same. A workspace that is made has none. */
async function numberedUnderLock(
  { store, workspace, numbered }: Publishing,
  { roll, plan }: Staged,
): Promise<NumberedRows> {
  if (workspace === null) return numbered ?? numberRows(roll, [], plan)
  if (numbered && numbered.known === orThrow(await countKeys(store, workspace))) return numbered
  return numberRows(roll, orThrow(await readKeys(store, workspace)), plan)
}

/** A first import brings its workspace with it: staged, so that it goes again if the import does not land and nothing could take it away. */
const firstWorkspace = ({ now, newId }: Publishing): NewWorkspace => ({
  id: toWorkspaceId(newId()),
  name: 'My accounts',
  kind: 'own',
  state: 'staged',
  createdAt: now,
})

async function newDelivery(
  workspace: WorkspaceId,
  staged: Staged,
  now: string,
): Promise<NewDelivery> {
  const { file, plan, table, problems } = staged
  return {
    workspace,
    fileName: file.name,
    bytes: file.size,
    sha256: await staged.sha256,
    importedAt: now,
    day: plan.day,
    source: plan.source,
    sourceName: plan.sourceName,
    grain: plan.events ? 'event' : 'account',
    plan,
    rows: rowsOf(staged),
    problems: problems.slice(0, SHOWN_PROBLEMS),
    problemCount: staged.problemCount,
    tableRows: table.rows,
    ...(staged.countedRows === rowsOf(staged).rows ? {} : { countedRows: staged.countedRows }),
    columns: storedColumns(staged),
  }
}

function partsOf({ table, plan, problems }: Staged, accounts: Uint32Array): NewPart[] {
  const parts: NewPart[] = [
    ['accounts', accounts],
    ['lines', table.lines],
    ['problems', problems as readonly RowProblem[]],
  ]
  table.columns.forEach((typed, place) => {
    const index = plan.columns[place]?.index
    if (!typed || index === undefined) return
    parts.push([`column:${index}`, typed.column], [`raw:${index}`, typed.raw])
  })
  return parts
}

/** The type of a column of accounts is fixed by the first import that has values in it. */
function fixedTypes({ table, plan }: Staged): ReadonlyMap<string, ColumnType> {
  const types = new Map<string, ColumnType>()
  if (plan.events) return types
  table.columns.forEach((typed, place) => {
    const id = plan.columns[place]?.id
    if (typed?.type && id !== undefined) types.set(id, typed.type)
  })
  return types
}
