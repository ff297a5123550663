import type { Day, WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { TrendFigures } from '../core/view/figures.ts'
import type { Store } from './database.ts'
import { guarded } from './problems.ts'
import type { FiguresRecord } from './score-records.ts'
import { restoreAll } from './restore.ts'

type Wanted = Pick<FiguresRecord, 'day' | 'made'>

/** What is asked for, by what it was made of: figures of something else are not found. */
export function readFigures(
  store: Store,
  workspace: WorkspaceId,
  seen: string,
  wanted: readonly Wanted[],
): Promise<Result<ReadonlyMap<Day, TrendFigures>, StoreProblem>> {
  return guarded(store, async () => {
    const found = await store.figures.bulkGet(wanted.map(({ day }) => [workspace, day, seen]))
    const standing = found.filter((one, place) => one?.made === wanted[place]?.made)
    return new Map(restoreAll('figures', standing).map(({ day, figures }) => [day, figures]))
  })
}

/** One of each day and way of seeing it: those kept before are replaced. */
export function keepFigures(
  store: Store,
  records: readonly FiguresRecord[],
): Promise<Result<null, StoreProblem>> {
  return guarded(store, async () => {
    await store.figures.bulkPut(records)
    return null
  })
}
