import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { toDeliveryId } from '../../src/core/brand.ts'
import { restoreBackup } from '../../src/store/backup/restore.ts'
import type { Store } from '../../src/store/database.ts'
import { readPart } from '../../src/store/deliveries.ts'
import { keepScores } from '../../src/store/scores.ts'
import { stageDelivery } from '../../src/store/stage.ts'
import { undoLast } from '../../src/store/undo.ts'
import { listWorkspaces } from '../../src/store/workspaces.ts'
import {
  acme,
  addWorkspace,
  april,
  contentOf,
  importFile,
  march,
  newDelivery,
  open,
  parts,
  scores,
  valueOf,
  withWorkspace,
} from './build.ts'
import { backupOf, copy, filled, restoring } from './build-backup.ts'

/** All that a backup holds, whichever workspace it is in. */
async function keptContent(store: Store, id: string) {
  const { acts: _, scores: __, ...tables } = await contentOf(store)
  const own = Object.entries(tables).map(([table, records]) => {
    const mine = (records as Record<string, unknown>[]).filter(
      (record) => (record['workspace'] ?? record['id']) === id,
    )
    return [
      table,
      mine.map((record) =>
        table === 'workspaces' ? { ...record, id: '' } : { ...record, workspace: '' },
      ),
    ]
  })
  return Object.fromEntries(own)
}

describe('a backup restored into a new workspace', () => {
  it('is identical, NaN and negative zero included', async () => {
    const store = await filled()
    const { blob, hash } = await backupOf(store)
    const fresh = await open()
    expect(valueOf(await restoreBackup(fresh, blob, restoring))).toMatchObject({
      id: copy,
      name: 'Workspace acme',
      state: 'ready',
    })
    expect(await keptContent(fresh, copy)).toStrictEqual(await keptContent(store, acme))
    expect((await backupOf(fresh, copy)).hash).toBe(hash)
  })

  it('reads as the original does', async () => {
    const { blob } = await backupOf(await filled())
    const fresh = await open()
    await restoreBackup(fresh, blob, restoring)
    for (const [part, value] of parts)
      expect(valueOf(await readPart(fresh, copy, toDeliveryId(2), part))).toStrictEqual(value)
  })

  it('stands beside the original, and goes by undo', async () => {
    const store = await filled()
    const before = await contentOf(store)
    await restoreBackup(store, (await backupOf(store)).blob, restoring)
    expect(valueOf(await listWorkspaces(store))).toHaveLength(2)
    expect(valueOf(await undoLast(store, copy)).act).toBe('restore')
    expect(await contentOf(store)).toStrictEqual(before)
  })

  it('has nothing that was deleted or not published, no cache and no journal', async () => {
    const store = await filled()
    const { hash } = await backupOf(store)
    await importFile(store, acme, { day: april })
    await undoLast(store, acme)
    await stageDelivery(store, newDelivery(acme), parts)
    const { bandIds: _, configurationVersion: __, configurationHash, ...cached } = scores(march)
    await keepScores(store, acme, [{ ...cached, workspace: acme, hash: configurationHash }], '')
    const fresh = await open()
    await restoreBackup(fresh, (await backupOf(store)).blob, restoring)
    const content = await contentOf(fresh)
    expect([content['deliveries']?.length, content['scores']?.length]).toEqual([2, 0])
    expect(content['acts']).toMatchObject([{ act: 'restore' }])
    // Two deliveries more were numbered, nothing else differs.
    expect((await backupOf(store)).hash).not.toBe(hash)
  })

  it('holds one workspace only', async () => {
    const store = await filled()
    const { hash } = await backupOf(store)
    await addWorkspace(store, copy)
    await importFile(store, copy, { keys: ['x'] })
    expect((await backupOf(store)).hash).toBe(hash)
  })

  it('of an empty workspace is an empty workspace', async () => {
    const { blob } = await backupOf(await withWorkspace())
    const fresh = await open()
    expect(valueOf(await restoreBackup(fresh, blob, restoring))).toMatchObject({
      deliveries: 0,
      configuration: null,
    })
  })
})
