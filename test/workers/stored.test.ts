import { beforeEach, describe, expect, test } from 'vitest'
import {
  configuration,
  day,
  emptyDatabase,
  february,
  importFile,
  january,
  look,
  openEngine,
  value,
  withConfiguration,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

describe('what is stored', () => {
  test('is there again in another tab, as it was', async () => {
    const { engine, opened } = await withConfiguration()
    await importFile(january, opened.workspace)
    value(await engine.open(null))
    const before = await value(await engine.exportScores(day('2026-01-31'))).blob.text()
    const second = await openEngine()
    expect(second.opened.snapshots).toEqual([{ day: day('2026-01-31'), accounts: 4 }])
    expect(await value(await second.engine.exportScores(day('2026-01-31'))).blob.text()).toBe(
      before,
    )
  })

  test('a deleted snapshot comes back by undo, also after a reload', async () => {
    const { engine, opened } = await withConfiguration()
    await importFile(january, opened.workspace)
    await importFile(february, opened.workspace)
    value(await engine.open(null))
    const before = value(await engine.overview(look('2026-02-28', '2026-01-31')))
    const deleted = value(await engine.deleteSnapshot(day('2026-01-31')))
    expect(deleted.snapshots.map((snapshot) => snapshot.day)).toEqual([day('2026-02-28')])
    const reloaded = await openEngine()
    expect(reloaded.opened.undo).toEqual({ act: 'delete-snapshot', day: day('2026-01-31') })
    value(await reloaded.engine.undo())
    expect(value(await reloaded.engine.overview(look('2026-02-28', '2026-01-31')))).toEqual(before)
  })

  test('undoing a first import leaves nothing behind', async () => {
    await importFile(january)
    const { engine, opened } = await openEngine()
    expect(opened.snapshots).toHaveLength(1)
    const { opened: after } = value(await engine.undo())
    expect(after.workspaces).toEqual([])
    expect(after.snapshots).toEqual([])
  })

  test('a backup restored into a new workspace gives the same scores', async () => {
    const { engine, opened } = await withConfiguration()
    await importFile(january, opened.workspace)
    await importFile(february, opened.workspace)
    value(await engine.open(null))
    const before = await value(await engine.exportScores(day('2026-02-28'))).blob.text()
    const { blob } = value(await engine.backUp())
    await emptyDatabase()
    const fresh = await openEngine()
    expect(fresh.opened.workspaces).toEqual([])
    value(await fresh.engine.restore(new File([blob], 'backup.hale')))
    expect(await value(await fresh.engine.exportScores(day('2026-02-28'))).blob.text()).toBe(before)
  })

  test('the exported configuration is the one that was applied, byte for byte after another round', async () => {
    const { engine } = await withConfiguration()
    const { blob } = value(await engine.exportConfiguration())
    const text = await blob.text()
    expect(JSON.parse(text)).toEqual(configuration)
    const reading = value(await engine.readConfiguration(text))
    value(await engine.applyConfiguration(reading.configuration, ''))
    expect(await value(await engine.exportConfiguration()).blob.text()).toBe(text)
  })
})
