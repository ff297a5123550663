import type { Day, WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { Store } from './database.ts'
import { liveDeliveries } from './deliveries.ts'
import { guarded } from './problems.ts'
import type { RecordedRecord, ScoresRecord } from './records.ts'
import { restoreAll, restored } from './restore.ts'

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

/** The scores of a day as they were recorded last; null where none were. */
export function readRecorded(
  store: Store,
  workspace: WorkspaceId,
  day: Day,
): Promise<Result<RecordedRecord | null, StoreProblem>> {
  const read = async () => {
    const live = new Set((await liveDeliveries(store, workspace)).map(({ id }) => id))
    const recorded = restoreAll(
      'recorded',
      await store.recorded.where({ workspace, day }).toArray(),
    )
    return recorded.findLast(({ delivery }) => live.has(delivery)) ?? null
  }
  return guarded(store, () => store.transaction('r', store.deliveries, store.recorded, read))
}

/** A cache by day and configuration. It is emptied by all that changes what a snapshot sees. */
export function saveScores(
  store: Store,
  scores: ScoresRecord,
): Promise<Result<null, StoreProblem>> {
  return guarded(store, async () => {
    await store.scores.put(scores)
    return null
  })
}

/** Null where they are not in the cache. */
export function readScores(
  store: Store,
  workspace: WorkspaceId,
  day: Day,
  hash: string,
): Promise<Result<ScoresRecord | null, StoreProblem>> {
  return guarded(store, async () => {
    const found = await store.scores.get([workspace, day, hash])
    return found ? restored('scores', found) : null
  })
}
