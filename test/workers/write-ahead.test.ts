import 'fake-indexeddb/auto'
import { proxy, transfer, type Remote } from 'comlink'
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/store/database.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { Inspection } from '../../workers/protocol/review.ts'
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
} from './support/workspace.ts'

beforeEach(emptyDatabase)

/** What lies in the database: deliveries with the state they are in, and how many buffers. */
async function stored() {
  const store = value(await openStore({ onClosed: () => {} }))
  const deliveries = (await store.deliveries.toArray()).map(({ id, state }) => [id, state])
  const found = {
    deliveries,
    buffers: await store.buffers.count(),
    workspaces: (await store.workspaces.toArray()).map(({ state }) => state),
  }
  store.close()
  return found
}

const NOTHING = { deliveries: [], buffers: 0, workspaces: [] }

/** An import for which Import is pressed while the file is read. */
async function begun(engine: Remote<Engine>, file: File, workspace: string | null = null) {
  const { remote, close } = importThread()
  const opened = value(await engine.open(null)).workspaces.find(({ id }) => id === workspace)
  const hints = { workspace: opened?.id ?? null, today: day('2026-06-15') }
  const inspection = value(await remote.inspect(file, hints))
  const stage = async ({ plan, roles }: Inspection, isPressed: boolean) => {
    const staged = remote.stage(plan, roles, proxy(ignoreProgress))
    if (isPressed) await press()
    return value(await staged)
  }
  const press = async () => {
    const { port1, port2 } = new MessageChannel()
    await engine.inherit(transfer(port1, [port1]))
    value(await remote.writeAhead(transfer(port2, [port2])))
  }
  const publish = async () => {
    const published = value(await remote.publish(proxy(ignoreProgress)))
    close()
    return published
  }
  return { inspection, stage, publish, close }
}

const shownBy = async (engine: Remote<Engine>) => ({
  overview: value(await engine.overview(look('2026-02-28'))),
  scores: await value(await engine.exportScores(day('2026-02-28'))).blob.text(),
})

/** Whoever waits for what another thread does. */
async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('what is read is stored beside its review once Import is pressed, and seen by nobody before it is published', async () => {
  const { engine, close } = await openEngine()
  const { inspection, stage, publish } = await begun(engine, february)
  await stage(inspection, true)
  await until(async () => (await stored()).buffers > 0)
  expect(await stored()).toMatchObject({ deliveries: [[1, 'staged']], workspaces: ['staged'] })
  expect(value(await engine.open(null)).workspaces).toEqual([])
  const { workspace } = await publish()
  expect(await stored()).toMatchObject({ deliveries: [[1, 'live']], workspaces: ['ready'] })
  value(await engine.open(workspace))
  const inherited = await shownBy(engine)
  close()
  expect(inherited).toEqual(await shownBy((await openEngine()).engine))
})

test('it is the same as what is stored when Import is pressed after the review', async () => {
  const { engine } = await openEngine()
  const ahead = await begun(engine, february)
  await ahead.stage(ahead.inspection, true)
  await ahead.publish()
  value(await engine.open(null))
  const [before, held] = [await shownBy(engine), await stored()]
  await emptyDatabase()
  await importFile(february)
  expect(await stored()).toEqual(held)
  expect(await shownBy((await openEngine()).engine)).toEqual(before)
})

test('nothing is stored before Import is pressed', async () => {
  const { engine } = await openEngine()
  const { inspection, stage, close } = await begun(engine, february)
  await stage(inspection, false)
  expect(await stored()).toEqual(NOTHING)
  close()
})

test('a correction takes back what was stored for a press before it', async () => {
  const { engine } = await openEngine()
  const { inspection, stage, publish } = await begun(engine, february)
  await stage(inspection, true)
  await until(async () => (await stored()).buffers > 0)
  const plan = { ...inspection.plan, day: day('2026-02-27') }
  await stage({ ...inspection, plan }, false)
  expect(await stored()).toEqual(NOTHING)
  await publish()
  value(await engine.open(null))
  expect(value(await engine.overview(look('2026-02-27'))).accounts.now).toBe(4)
})

test('into a workspace that is there only the delivery comes and goes', async () => {
  const { published } = await importFile(january)
  const { engine } = await openEngine()
  const before = await stored()
  const { inspection, stage, close } = await begun(engine, february, published.workspace)
  await stage(inspection, true)
  await until(async () => (await stored()).deliveries.length === 2)
  await stage(inspection, false)
  expect(await stored()).toEqual(before)
  close()
})

test('nothing is stored while the order of dates is to be answered', async () => {
  const dated = csv(
    '2026-02-28.csv',
    'Account ID,Renewal,Logins',
    'A,03/04/2026,1',
    'B,05/06/2026,2',
  )
  const { engine } = await openEngine()
  const { inspection, stage, close } = await begun(engine, dated)
  const { questions } = await stage(inspection, true)
  expect(questions).toMatchObject([{ kind: 'date-order' }])
  expect(await stored()).toEqual(NOTHING)
  close()
})
