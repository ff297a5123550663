import 'fake-indexeddb/auto'
import { proxy } from 'comlink'
import { Dexie } from 'dexie'
import { toDay, type Day } from '../../../src/core/brand.ts'
import type { Problem, Result } from '../../../src/core/problem.ts'
import { parseIsoDay } from '../../../src/core/table/day.ts'
import { DATABASE_NAME, openStore, type TableName } from '../../../src/store/database.ts'
import type { Records } from '../../../src/store/records.ts'
import type { Published } from '../../../workers/protocol/importer.ts'
import type { Look, Seen } from '../../../workers/protocol/look.ts'
import type { Opened } from '../../../workers/protocol/opened.ts'
import type { Inspection, Review } from '../../../workers/protocol/review.ts'
import { loginsModel as configuration } from '../../support/logins-model.ts'
import { engineThread, importThread } from './threads.ts'

export { configuration }

export const day = (iso: string): Day => parseIsoDay(iso) ?? toDay(NaN)

/** A day, and the one it is compared with. */
export const look = (iso: string, since: string | null = null, seen: Seen = 'recorded'): Look => ({
  day: day(iso),
  since: since === null ? null : day(since),
  seen,
})

export const emptyDatabase = (): Promise<void> => Dexie.delete(DATABASE_NAME)

export function value<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.problems))
}

/** The records of a table, each replaced by what `change` makes of it. */
export async function changeStored<T extends TableName>(
  name: T,
  change: (one: Records[T]) => Records[T],
): Promise<readonly Records[T][]> {
  const store = value(await openStore({ onClosed: () => {} }))
  const table = store.table<Records[T]>(name)
  const changed = (await table.toArray()).map(change)
  await table.bulkPut(changed)
  store.close()
  return changed
}

export async function emptyTable(name: TableName): Promise<void> {
  const store = value(await openStore({ onClosed: () => {} }))
  await store.table(name).clear()
  store.close()
}

export const csv = (name: string, ...lines: string[]): File => new File([lines.join('\r\n')], name)

export const ignoreProgress = (): void => {}

type Correct = (inspection: Inspection) => Pick<Inspection, 'plan' | 'roles'>

/** Reads, checks and publishes a file as the page does. */
export async function importFile(
  file: File,
  workspace: Opened['workspace'] = null,
  correct: Correct = ({ plan, roles }) => ({ plan, roles }),
): Promise<{ inspection: Inspection; review: Review; published: Published }> {
  const { remote, close } = importThread()
  const hints = { workspace: workspace?.id ?? null, today: day('2026-06-15') }
  const inspection = value(await remote.inspect(file, hints))
  const { plan, roles } = correct(inspection)
  const review = value(await remote.stage(plan, roles, proxy(ignoreProgress)))
  const published = value(await remote.publish(proxy(ignoreProgress)))
  close()
  return { inspection, review, published }
}

export async function openEngine() {
  const thread = engineThread()
  const opened = value(await thread.remote.open(null))
  return { ...thread, engine: thread.remote, opened }
}

export const january = csv(
  '2026-01-31.csv',
  'Account ID,Name,Plan,ARR,Logins,Overdue',
  '00417,Brontë Foods,Pro,1000,80,0',
  '00418,Castell & Moor,Team,2000,90,2',
  '__proto__,Delph,Pro,3000,20,0',
  '1E5,Eastwick,Team,,,0',
)

export const february = csv(
  '2026-02-28.csv',
  'Account ID,Name,Plan,ARR,Logins,Overdue',
  '00417,Brontë Foods,Pro,1000,40,0',
  '00418,Castell & Moor,Team,2000,90,2',
  '1E5,Eastwick,Team,500,70,0',
  '00500,Iveston,Pro,400,60,0',
)

/** An engine with the configuration above in force. */
export async function withConfiguration() {
  const open = await openEngine()
  const opened = value(await open.engine.applyConfiguration(configuration, 'First'))
  return { ...open, opened }
}
