import type { DeliveryId, WorkspaceId } from '../../src/core/brand.ts'
import { toWorkspaceId } from '../../src/core/brand.ts'
import { failure, success, type Problem, type Result } from '../../src/core/problem.ts'
import type { ColumnType } from '../../src/core/table/column.ts'
import type { NewConfiguration } from '../../src/store/configurations.ts'
import type { Store } from '../../src/store/database.ts'
import { countKeys, readKeys } from '../../src/store/keys.ts'
import { withImporterLock } from '../../src/store/lock.ts'
import { proxy, transfer, type Remote } from 'comlink'
import { buffersOf, copyOf } from '../portfolio/handed.ts'
import { publishDelivery } from '../../src/store/publish.ts'
import { discardDelivery, stageDelivery } from '../../src/store/stage.ts'
import { removeWorkspace, type NewWorkspace } from '../../src/store/workspaces.ts'
import type { Heir } from '../portfolio/heir.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { Progress, Published } from '../protocol/importer.ts'
import { newDelivery, partsOf } from './new-delivery.ts'
import { numberRows, type NumberedRows } from './roster.ts'
import type { ReadFile } from './stage.ts'
import { rowsOf } from './stored.ts'

export interface WritingParts {
  readonly store: Store
  /** Stores in the place of this thread: what it is given is copied as it crosses. */
  readonly heir?: Remote<Heir> | null
  readonly workspace: WorkspaceId | null
  /** As the rows were numbered for the review: it stands as long as no other tab has added accounts meanwhile. */
  readonly numbered?: NumberedRows
  readonly now: string
  readonly newId: () => string
}

/** What is known when Import is pressed and everything was read. */
export interface Publication {
  /** To be put in force with the delivery; null: the one in force stays. */
  readonly configuration: NewConfiguration | null
  /** The import that is taken back with this one. */
  readonly oneWith?: DeliveryId | null
  readonly onProgress: (progress: Progress) => void
}

/** What was published, and the accounts of its rows. */
export interface Landed {
  readonly published: Published
  readonly numbered: NumberedRows
}

/** A delivery on its way to the store: nobody sees it until it is published, and it goes again where it is dropped. */
export interface Writing {
  /** All is on its way, or cannot be: this thread may go on with other work. */
  readonly begun: Promise<void>
  publish(publication: Publication): Promise<Result<Landed, Problem>>
  drop(): Promise<void>
}

/** Writes what was staged, if there are rows, and makes it visible last. */
export const publishStaged = (
  read: ReadFile,
  parts: WritingParts & Publication,
): Promise<Result<Landed, Problem>> => beginWriting(read, parts).publish(parts)

/** The lock is held until it is published or dropped. Accounts are numbered under it: another tab may have added some meanwhile. */
export function beginWriting(read: ReadFile, parts: WritingParts): Writing {
  let tell = (): void => {}
  let decide: (publication: Publication | null) => void = () => {}
  const decided = new Promise<Publication | null>((resolve) => (decide = resolve))
  let share = 0
  let begin = (): void => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const landed = withImporterLock<Landed | null, Problem>(async () => {
    const writing = write(read, parts, begin, (done) => {
      share = done
      tell()
    })
    const written = await writing.finally(begin)
    const publication = await decided
    if (!written.ok) return written
    if (publication) return publish(read, written.value, parts, publication)
    await takeAway(parts, written.value)
    return success(null)
  })
  landed.catch(() => {}).finally(begin)
  return {
    begun,
    async publish(publication) {
      tell = () => publication.onProgress({ phase: 'writing', share, rows: read.table.rows })
      if (read.table.rows > 0) tell()
      decide(read.table.rows > 0 ? publication : null)
      const result = await landed
      if (!result.ok) return result
      return result.value ? success(result.value) : failure({ code: 'no-rows' })
    },
    async drop() {
      decide(null)
      await landed
    },
  }
}

interface Written {
  readonly workspace: WorkspaceId
  readonly delivery: DeliveryId
  readonly numbered: NumberedRows
}

async function write(
  read: ReadFile,
  writing: WritingParts,
  onBegun: () => void,
  onProgress: (share: number) => void,
): Promise<Result<Written, Problem>> {
  const { store, heir } = writing
  const making = writing.workspace === null ? firstWorkspace(writing) : null
  const workspace = making?.id ?? (writing.workspace as WorkspaceId)
  const numbered = await numberedUnderLock(writing, read)
  const delivery = await newDelivery(workspace, read, writing.now)
  const parts = partsOf(read, numbered.accounts)
  const tell = (safe: number) => onProgress(safe / parts.length)
  const staging = heir
    ? heir.stage(delivery, moved(copyOf(parts)), making, proxy(tell))
    : stageDelivery(store, delivery, parts, { making, onProgress: tell })
  onBegun()
  const staged = await staging
  if (staged.ok) return success({ workspace, delivery: staged.value, numbered })
  if (making) await removeWorkspace(store, making.id)
  return staged
}

const moved = <T>(value: T): T => transfer(value, [...buffersOf(value)])

async function publish(
  read: ReadFile,
  written: Written,
  { store, now }: WritingParts,
  { configuration, oneWith = null }: Publication,
): Promise<Result<Landed, Problem>> {
  const { workspace, delivery, numbered } = written
  const { known: from, added, packed } = numbered
  const published = await publishDelivery(store, {
    workspace,
    delivery,
    at: now,
    keys: { from, added, packed },
    configuration,
    oneWith,
    plan: read.plan,
    types: fixedTypes(read),
  })
  if (!published.ok) {
    await takeAway({ store }, written)
    return published
  }
  const { id, day } = published.value
  return success({ published: { workspace, day, delivery: id, rows: rowsOf(read) }, numbered })
}

const takeAway = ({ store }: Pick<WritingParts, 'store'>, { workspace, delivery }: Written) =>
  discardDelivery(store, workspace, delivery)

/** Keys are only ever added: as many as before are the same. A workspace that is made has none. */
async function numberedUnderLock(
  { store, workspace, numbered }: WritingParts,
  { roll, plan }: ReadFile,
): Promise<NumberedRows> {
  if (workspace === null) return numbered ?? numberRows(roll, [], plan)
  if (numbered && numbered.known === orThrow(await countKeys(store, workspace))) return numbered
  return numberRows(roll, orThrow(await readKeys(store, workspace)), plan)
}

/** A first import brings its workspace with it: staged, so that it goes again if the import does not land and nothing could take it away. */
const firstWorkspace = ({ now, newId }: WritingParts): NewWorkspace => ({
  id: toWorkspaceId(newId()),
  name: 'My accounts',
  kind: 'own',
  state: 'staged',
  createdAt: now,
})

/** The type of a column of accounts is fixed by the first import that has values in it. */
function fixedTypes({ table, plan }: ReadFile): ReadonlyMap<string, ColumnType> {
  const types = new Map<string, ColumnType>()
  if (plan.events) return types
  table.columns.forEach((typed, place) => {
    const id = plan.columns[place]?.id
    if (typed?.type && id !== undefined) types.set(id, typed.type)
  })
  return types
}
