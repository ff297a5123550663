import 'fake-indexeddb/auto'
import { proxy, transfer, type Remote } from 'comlink'
import { Dexie } from 'dexie'
import { beforeEach, expect, test } from 'vitest'
import { DATABASE_NAME } from '../../src/store/database.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import { importThread } from './support/threads.ts'
import {
  csv,
  day,
  emptyDatabase,
  february,
  ignoreProgress,
  importFile,
  january,
  look,
  openEngine,
  value,
  withConfiguration,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

/** An import as far as Import is pressed, and what pressing it does: publishing, with the engine as the heir. */
async function reviewed(file: File, workspace: Parameters<typeof importFile>[1]) {
  const { remote, close } = importThread()
  const hints = { workspace: workspace?.id ?? null, today: day('2026-06-15') }
  const { plan, roles } = value(await remote.inspect(file, hints))
  value(await remote.stage(plan, roles, proxy(ignoreProgress)))
  return async (heir: Remote<Engine>) => {
    const { port1, port2 } = new MessageChannel()
    await heir.inherit(transfer(port1, [port1]))
    const published = value(
      await remote.publish(proxy(ignoreProgress), null, transfer(port2, [port2])),
    )
    close()
    return published
  }
}

const SORTED = { search: '', filter: '', sort: [{ by: 'name', direction: 'asc' }] } as const
const LIST = { ...SORTED, columns: ['logins', 'overdue', 'plan'], from: 0, count: 50 }

/** What pages say of February. */
async function shown(engine: Remote<Engine>) {
  const february = look('2026-02-28', '2026-01-31')
  return {
    overview: value(await engine.overview(february)),
    accounts: value(await engine.accounts({ ...february, ...LIST })),
    attention: value(await engine.attention()),
    scores: await value(await engine.exportScores(day('2026-02-28'))).blob.text(),
  }
}

/** Takes the columns of a delivery away, and gives them back. */
async function withoutColumns<T>(delivery: number, task: () => Promise<T>): Promise<T> {
  const database = await new Dexie(DATABASE_NAME).open()
  const buffers = database.table<{ delivery: number; part: string }>('buffers')
  const all = await buffers.toArray()
  const taken = all.filter((one) => one.delivery === delivery && one.part.startsWith('column:'))
  await buffers.bulkDelete(taken.map(({ delivery: of, part }) => [workspaceOf(taken), of, part]))
  const done = await task()
  await buffers.bulkPut(taken)
  database.close()
  return done
}

const workspaceOf = (records: readonly object[]) =>
  (records[0] as { readonly workspace: string }).workspace

test('what an import has in memory is shown without being read, and is the same as what is stored', async () => {
  const { engine, opened } = await withConfiguration()
  await importFile(january, opened.workspace)
  const publish = await reviewed(february, opened.workspace)
  const { delivery } = await publish(engine)
  const inherited = await withoutColumns(delivery, async () => {
    value(await engine.open(null))
    return shown(engine)
  })
  expect(inherited.overview.accounts).toEqual({ now: 4, before: 4 })
  expect(inherited).toEqual(await shown((await openEngine()).engine))
})

test('what another tab imports before the engine looks is shown, not what was handed over', async () => {
  const { engine, opened } = await withConfiguration()
  await importFile(january, opened.workspace)
  const publish = await reviewed(february, opened.workspace)
  await publish(engine)
  const corrected = csv('2026-02-28.csv', 'Account ID,Name,Plan,ARR,Logins,Overdue', '00417,,,,5,0')
  await importFile(corrected, opened.workspace)
  value(await engine.open(null))
  expect(await shown(engine)).toEqual(await shown((await openEngine()).engine))
})

test('rows are numbered anew where another tab has added accounts since the review', async () => {
  const { engine, opened } = await withConfiguration()
  const publish = await reviewed(february, opened.workspace)
  await importFile(january, opened.workspace)
  await publish(engine)
  value(await engine.open(null))
  const inherited = await shown(engine)
  expect(inherited.accounts.rows.map(({ key }) => key)).toEqual(['00417', '00418', '1E5', '00500'])
  expect(inherited).toEqual(await shown((await openEngine()).engine))
})
