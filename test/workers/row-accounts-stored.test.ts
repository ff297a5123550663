import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/store/database.ts'
import { readMemory } from '../../workers/import/memory.ts'
import { inspectFile } from '../../workers/import/inspect.ts'
import { publishStaged } from '../../workers/import/publish.ts'
import { stageFile } from '../../workers/import/stage.ts'
import {
  csv,
  day,
  emptyDatabase,
  ignoreProgress,
  importFile,
  openEngine,
  value,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const lines = Array.from({ length: 300 }, (_, row) => `A-${row},${row < 40 ? 'lots' : row}`)
const file = csv('2026-01-31.csv', 'Account ID,ARR', ...lines, ',7', 'A-1,8')

test('what became of every row of a stored file can be read page by page, and downloaded', async () => {
  const { published } = await importFile(file, null, ({ plan, roles }) => ({
    plan: {
      ...plan,
      columns: plan.columns.map((one) => (one.index === 1 ? { ...one, type: 'number' } : one)),
    },
    roles,
  }))
  const { engine } = await openEngine()
  const ask = async (query: Parameters<typeof engine.problemPage>[1]) =>
    value(await engine.problemPage(published.delivery, query))
  expect((await ask({ codes: null, column: null, from: 0 })).total).toBe(42)
  expect((await ask({ codes: null, column: 1, from: 0 })).problems.at(-1)).toEqual({
    code: 'unreadable-cell',
    line: 41,
    column: 'ARR',
    type: 'number',
    text: 'lots',
  })
  expect(await ask({ codes: ['merged'], column: null, from: 0 })).toEqual({
    problems: [{ code: 'merged', line: 3, key: 'A-1', keptLine: 303 }],
    total: 1,
  })
  const report = await value(await engine.rowProblems(published.delivery)).text()
  expect(report.trim().split('\r\n')).toHaveLength(1 + 42)
})

test('a count that is not that of the parser stays with the delivery', async () => {
  const store = value(await openStore({ onClosed: () => {} }))
  const memory = await readMemory(store, null)
  const hints = { workspace: null, today: day('2026-06-15') }
  const { plan, roles } = value(await inspectFile(file, hints, memory))
  const sha256 = Promise.resolve('c0ffee')
  const staged = value(
    await stageFile({ file, sha256, plan, roles, memory, onProgress: ignoreProgress }),
  )
  const published = await publishStaged(
    { ...staged, countedRows: 305 },
    {
      store,
      workspace: null,
      configuration: null,
      now: '2026-06-15T12:00:00.000Z',
      newId: () => 'w1',
      onProgress: ignoreProgress,
    },
  )
  value(published)
  store.close()
  const { engine } = await openEngine()
  const [delivery] = value(await engine.data()).deliveries
  expect([delivery?.rows.rows, delivery?.countedRows]).toEqual([302, 305])
})
