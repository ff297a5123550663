import type { Day, DeliveryId, WorkspaceId } from '../core/brand.ts'
import { assertNever, type Result, type StoreProblem } from '../core/problem.ts'
import { appendAct, newestAct } from './acts.ts'
import { takeBackChoices } from './choices.ts'
import { TABLE_NAMES, type Store } from './database.ts'
import { liveDeliveries } from './deliveries.ts'
import { guarded, Refused } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { Act, ActRecord, DeliveryRecord } from './records.ts'
import { takeBackSums } from './resum.ts'
import { removeRecords, workspaceIn } from './workspaces.ts'

/** Takes the deliveries of a day out of sight; undo brings them back. None on that day: nothing happens. */
export function deleteSnapshot(
  store: Store,
  workspace: WorkspaceId,
  day: Day,
  at: string,
): Promise<Result<null, StoreProblem>> {
  const remove = async () => {
    const deliveries = (await liveDeliveries(store, workspace)).filter(
      (delivery) => delivery.day === day,
    )
    if (deliveries.length === 0) return null
    const ids = deliveries.map((delivery) => delivery.id)
    await setState(store, workspace, ids, 'deleted')
    await appendAct(store, workspace, at, { act: 'delete-snapshot', day, deliveries: ids })
    return null
  }
  return guarded(store, () => store.transaction('rw', changed(store), remove))
}

/** Takes these deliveries out of sight, as one act; undo brings them back. */
export function thinOut(
  store: Store,
  workspace: WorkspaceId,
  {
    deliveries,
    snapshots,
  }: { readonly deliveries: readonly DeliveryId[]; readonly snapshots: number },
  at: string,
): Promise<Result<null, StoreProblem>> {
  const remove = async () => {
    if (deliveries.length === 0) return null
    await setState(store, workspace, deliveries, 'deleted')
    await appendAct(store, workspace, at, { act: 'thin', deliveries, snapshots })
    return null
  }
  return guarded(store, () => store.transaction('rw', changed(store), remove))
}

/** Brings back the state before the last act, or all imports that are one act, in one transaction, and gives the last. `nothing-to-undo` where there is none. */
export function undoLast(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<ActRecord, StoreProblem>> {
  const undo = async () => {
    const last = await newestAct(store, workspace)
    if (!last) throw new Refused({ code: 'nothing-to-undo' })
    for (let left = filesOf(last); left > 0; left--) {
      const act = (await newestAct(store, workspace)) as ActRecord
      await store.acts.delete([workspace, act.number])
      await takeBack(store, workspace, act)
    }
    return last
  }
  return guarded(store, () => store.transaction('rw', TABLE_NAMES, undo))
}

const filesOf = (act: Act): number => (act.act === 'import' && act.together?.files) || 1

const changed = ({ deliveries, scores, figures, acts }: Store) => [
  deliveries,
  scores,
  figures,
  acts,
]

async function takeBack(store: Store, workspace: WorkspaceId, act: Act): Promise<void> {
  switch (act.act) {
    case 'import':
      return takeBackImport(store, workspace, act)
    case 'delete-snapshot':
      return setState(store, workspace, act.deliveries, 'live')
    case 'apply-configuration':
      return pointTo(store, workspace, act.configurationBefore)
    case 'attend':
      return takeBackChoices(store, act.choices)
    case 'thin':
      return setState(store, workspace, act.deliveries, 'live')
    case 'restore':
      return removeRecords(store, workspace)
    case 'resum':
      return takeBackResumming(store, workspace, act)
    default:
      return assertNever(act)
  }
}

/** The delivery stays until the next sweep. Its account keys stay in the dictionary, where nothing shows them. */
async function takeBackImport(
  store: Store,
  workspace: WorkspaceId,
  act: Extract<Act, { act: 'import' }>,
): Promise<void> {
  if (act.isFirst) return removeRecords(store, workspace)
  await setState(store, workspace, [act.delivery], 'deleted')
  await pointTo(store, workspace, act.configurationBefore)
  await takeBackChoices(store, act.choices)
}

async function takeBackResumming(
  store: Store,
  workspace: WorkspaceId,
  act: Extract<Act, { act: 'resum' }>,
): Promise<void> {
  await takeBackSums(store, workspace, act)
  await pointTo(store, workspace, act.configurationBefore)
  await takeBackChoices(store, act.choices)
}

async function setState(
  store: Store,
  workspace: WorkspaceId,
  ids: readonly number[],
  state: DeliveryRecord['state'],
): Promise<void> {
  for (const id of ids) await store.deliveries.update([workspace, id], { state })
  await beginningWith(store.scores, workspace).delete()
  await beginningWith(store.figures, workspace).delete()
}

async function pointTo(store: Store, id: WorkspaceId, configuration: number | null): Promise<void> {
  await store.workspaces.put({ ...(await workspaceIn(store, id)), configuration })
}
