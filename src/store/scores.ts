import type { Day, DeliveryId, WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { Store } from './database.ts'
import { liveDeliveries } from './deliveries.ts'
import { guarded } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { RecordedRecord, ScoresRecord } from './score-records.ts'
import { restoreAll } from './restore.ts'

type Recording = Omit<RecordedRecord, 'workspace' | 'delivery'>

/** Keeps the scores of a day as people see them now, with the newest delivery of that day: it takes them with it when it goes. No delivery: nothing is kept. */
export function saveRecorded(
  store: Store,
  workspace: WorkspaceId,
  recording: Recording,
): Promise<Result<null, StoreProblem>> {
  const save = async () => {
    const newest = (await liveDeliveries(store, workspace)).findLast(
      ({ day }) => day === recording.day,
    )
    if (newest) await store.recorded.put({ ...recording, workspace, delivery: newest.id })
    return null
  }
  return guarded(store, () => store.transaction('rw', store.deliveries, store.recorded, save))
}

/** The scores of each day as they were recorded last; days without any are not among them. */
export function readRecorded(
  store: Store,
  workspace: WorkspaceId,
  days: readonly Day[],
): Promise<Result<ReadonlyMap<Day, RecordedRecord>, StoreProblem>> {
  const read = async () => {
    const wanted = new Set(days)
    const live = (await liveDeliveries(store, workspace)).filter(({ day }) => wanted.has(day))
    // All at once by their keys: a cursor over the days would fetch one after the other.
    const found = await store.recorded.bulkGet(live.map(({ id }) => [workspace, id]))
    const recorded = restoreAll(
      'recorded',
      found.filter((one) => one !== undefined),
    )
    return new Map(recorded.map((one) => [one.day, one]))
  }
  return guarded(store, () => store.transaction('r', store.deliveries, store.recorded, read))
}

/** By delivery, the version of the configuration that its scores were recorded under, without reading these. */
export function recordedVersions(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<ReadonlyMap<DeliveryId, number>, StoreProblem>> {
  return guarded(store, async () => {
    const index = store.recorded.where('[workspace+delivery+configurationVersion]')
    const keys = await index.between([workspace], [workspace, []]).keys()
    return new Map((keys as unknown as RecordedKey[]).map(([, id, version]) => [id, version]))
  })
}

type RecordedKey = readonly [WorkspaceId, DeliveryId, number]

/**
 * A cache by day and configuration of what can be scored again at any time. It holds two configurations: the one these are of, and
 * the one in force, `hash`.
 */
export function keepScores(
  store: Store,
  workspace: WorkspaceId,
  scores: readonly ScoresRecord[],
  hash: string,
): Promise<Result<null, StoreProblem>> {
  const keep = async () => {
    const kept = new Set([hash, ...scores.map((one) => one.hash)])
    await beginningWith(store.scores, workspace)
      .and((one) => !kept.has(one.hash))
      .delete()
    await store.scores.bulkPut(scores)
    return null
  }
  return guarded(store, () => store.transaction('rw', store.scores, keep))
}

/** What is asked for of the cache, by its inputs: scores that were made of something else are not found. */
export function readScores(
  store: Store,
  workspace: WorkspaceId,
  hash: string,
  wanted: readonly Pick<ScoresRecord, 'day' | 'inputs'>[],
): Promise<Result<ReadonlyMap<Day, ScoresRecord>, StoreProblem>> {
  return guarded(store, async () => {
    const found = await store.scores.bulkGet(wanted.map(({ day }) => [workspace, day, hash]))
    const standing = found.filter((one, place) => one?.inputs === wanted[place]?.inputs)
    return new Map(restoreAll('scores', standing).map((one) => [one.day, one]))
  })
}
