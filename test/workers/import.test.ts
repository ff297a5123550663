import { proxy } from 'comlink'
import { beforeEach, expect, test } from 'vitest'
import { importThread } from './support/threads.ts'
import {
  configuration,
  csv,
  day,
  emptyDatabase,
  ignoreProgress,
  importFile,
  openEngine,
  value,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

test('sample data is a workspace of its own, with twelve months and a score for most', async () => {
  const { remote } = importThread()
  value(await remote.fillSample(proxy(ignoreProgress)))
  const { engine, opened } = await openEngine()
  expect(opened.workspaces.map(({ kind }) => kind)).toEqual(['sample'])
  expect(opened.snapshots).toHaveLength(12)
  const overview = value(
    await engine.overview({
      day: opened.snapshots[11]!.day,
      since: opened.snapshots[10]!.day,
      seen: 'recorded',
    }),
  )
  expect(overview.triage).toHaveLength(12)
  expect(overview.notScored.now).toBeLessThan(overview.accounts.now! / 10)
})

test('an export of ours that is imported again gives the original texts back', async () => {
  const open = await openEngine()
  const { workspace } = value(await open.engine.applyConfiguration(configuration, ''))
  const names = ["=cmd|' /C calc'!A0", "'=quoted", '-5', '@sum', "O'Neill"]
  const rows = names.map((name, i) => `"k${i}","${name}",Pro,1,50,0`)
  await importFile(
    csv('2026-01-31.csv', 'Account ID,Name,Plan,ARR,Logins,Overdue', ...rows),
    workspace,
  )
  value(await open.engine.open(null))
  const exported = value(await open.engine.exportScores(day('2026-01-31')))
  const again = new File([exported.blob], 'scores 2026-02-28.csv')
  const { review } = await importFile(again, null)
  expect(review.sample.map(({ cells }) => cells[1])).toEqual(names)
})

test('dates that nothing decides the order of are asked about, with what each answer would mean', async () => {
  const file = csv(
    '2026-06-15.csv',
    'Account ID,Renewal',
    'a,03/04/2026',
    'b,09/02/2026',
    'c,11/12/2026',
  )
  const { review } = await importFile(file)
  expect(review.questions).toEqual([
    { kind: 'date-order', column: 1, example: '03/04/2026', past: { dmy: 2, mdy: 1 } },
  ])
})
