import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { forceCloseDatabase } from 'fake-indexeddb'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { writeBackup } from '../../src/store/backup/write.ts'
import { restoreBackup } from '../../src/store/backup/restore.ts'
import { stageDelivery } from '../../src/store/stage.ts'
import { sweep } from '../../src/store/sweep.ts'
import { success, type Closing } from '../../src/core/problem.ts'
import { appendConfiguration, listConfigurations } from '../../src/store/configurations.ts'
import { openStore, SCHEMA_VERSION } from '../../src/store/database.ts'
import { withImporterLock } from '../../src/store/lock.ts'
import { recordedVersions } from '../../src/store/scores.ts'
import { createWorkspace, eraseEverything, listWorkspaces } from '../../src/store/workspaces.ts'
import {
  NOON,
  acme,
  addWorkspace,
  configuration,
  countsOf,
  fakeLocks,
  importFile,
  march,
  newDelivery,
  open,
  other,
  parts,
  scores,
  valueOf,
  withWorkspace,
} from './build.ts'

describe('two tabs', () => {
  it('that append configurations lose none', async () => {
    const one = await withWorkspace()
    const two = await open(one.name)
    const names = Array.from({ length: 40 }, (_, i) => `Version ${i}`)
    await Promise.all(
      names.map((name, i) =>
        appendConfiguration(i % 2 ? one : two, acme, NOON, configuration(name)),
      ),
    )
    const versions = valueOf(await listConfigurations(one, acme))
    expect(versions.map(({ version }) => version)).toEqual(names.map((_, i) => i + 1))
    expect(new Set(versions.map(({ name }) => name))).toEqual(new Set(names))
  })

  it('one importer at a time', async () => {
    const locks = fakeLocks()
    const second = withImporterLock(async () => {
      const inner = await withImporterLock(async () => success('imported'), locks)
      expect(inner).toEqual({ ok: false, problems: [{ code: 'import-running' }] })
      return success('first')
    }, locks)
    expect(await second).toEqual(success('first'))
    expect(await withImporterLock(async () => success('later'), locks)).toEqual(success('later'))
  })

  it('what another tab is importing right now is not swept', async () => {
    vi.stubGlobal('navigator', { locks: fakeLocks() })
    onTestFinished(() => void vi.unstubAllGlobals())
    const store = await withWorkspace()
    await withImporterLock(async () => {
      await stageDelivery(store, newDelivery(acme), parts)
      const later = await open(store.name)
      expect(await sweep(later, NOON)).toEqual(success(null))
      return success(null)
    })
    expect(await countsOf(store)).toMatchObject({ deliveries: 1, buffers: parts.length })
  })

  it('a backup is not restored while another tab imports', async () => {
    vi.stubGlobal('navigator', { locks: fakeLocks() })
    onTestFinished(() => void vi.unstubAllGlobals())
    const store = await withWorkspace()
    const { blob } = valueOf(await writeBackup(store, acme, NOON))
    await withImporterLock(async () => {
      const restored = await restoreBackup(store, blob, { id: other, at: NOON })
      expect(restored).toEqual({ ok: false, problems: [{ code: 'import-running' }] })
      return success(null)
    })
    expect(await countsOf(store)).toEqual({ workspaces: 1 })
  })

  it('without locks in the browser the import runs', async () => {
    expect(await withImporterLock(async () => success(1), undefined)).toEqual(success(1))
  })
})

describe('a database of the first schema', () => {
  it('is taken over with all it holds: what was recorded is found, by its version too', async () => {
    const old = new Dexie('first-schema')
    old.version(1).stores({
      workspaces: 'id',
      deliveries: '[workspace+id]',
      recorded: '[workspace+delivery], [workspace+day]',
      scores: '[workspace+day+hash]',
    })
    await old.open()
    const { coverages: _, ...scored } = scores(march, 3)
    const recorded = { ...scored, workspace: acme, delivery: 7, coverage: 0.5 }
    await old.table('recorded').add(recorded)
    old.close()
    const store = await open('first-schema')
    expect(await store.recorded.toArray()).toEqual([recorded])
    expect(valueOf(await recordedVersions(store, acme))).toEqual(new Map([[7, 3]]))
    expect(await store.figures.count()).toBe(0)
    store.close()
  })
})

describe('an older page', () => {
  const upgrade = async (name: string) => {
    const newer = new Dexie(name)
    newer.version(SCHEMA_VERSION + 1).stores({ workspaces: 'id', invented: 'id' })
    await newer.open()
    const content = () => newer.table('workspaces').toArray()
    return { content, version: () => newer.verno, close: () => newer.close() }
  }

  it('does not open a newer database', async () => {
    const store = await withWorkspace()
    store.close()
    const newer = await upgrade(store.name)
    const opened = await openStore({ name: store.name, onClosed: () => {} })
    expect(opened).toEqual({
      ok: false,
      problems: [{ code: 'newer-database', found: 4, known: 3 }],
    })
    expect(newer.version()).toBe(4)
    newer.close()
  })

  it('that is open stops, and never writes again, when a newer one takes over', async () => {
    const closings: Closing[] = []
    const store = await open('taken-over', (closing) => closings.push(closing))
    await addWorkspace(store, acme)
    const newer = await upgrade(store.name)
    expect(closings).toEqual(['newer'])
    const before = await newer.content()
    const problem = { ok: false, problems: [{ code: 'newer-database', found: 4, known: 3 }] }
    expect(
      await createWorkspace(store, {
        id: other,
        name: '',
        kind: 'own',
        createdAt: NOON,
        state: 'ready',
      }),
    ).toEqual(problem)
    expect(await appendConfiguration(store, acme, NOON, configuration('Late'))).toEqual(problem)
    expect(await newer.content()).toEqual(before)
    newer.close()
  })
})

describe('erasing everything', () => {
  it('leaves no database', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    valueOf(await eraseEverything(store))
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(store.name)
  })

  it('tells other tabs, which write nothing afterwards', async () => {
    const closings: Closing[] = []
    const other = await open('erased', (closing) => closings.push(closing))
    const store = await open(other.name)
    await addWorkspace(store, acme)
    valueOf(await eraseEverything(store))
    expect(closings).toEqual(['erased'])
    expect(await appendConfiguration(other, acme, NOON, configuration('Late'))).toMatchObject({
      ok: false,
      problems: [{ code: 'storage-failed' }],
    })
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(other.name)
  })
})

it('a database that the browser cleared is not opened again as an empty one', async () => {
  const closings: Closing[] = []
  const store = await open('cleared', (closing) => closings.push(closing))
  forceCloseDatabase(store.backendDB() as never)
  await vi.waitFor(() => expect(closings).not.toEqual([]))
  expect(closings).toEqual(['lost'])
  expect(await listWorkspaces(store)).toMatchObject({
    ok: false,
    problems: [{ code: 'storage-failed' }],
  })
})

it('is asked again where the browser drops the question, as it does while it clears a database', async () => {
  const dropped = vi.spyOn(indexedDB, 'databases')
  dropped.mockReturnValueOnce(new Promise(() => {}))
  const store = await open('dropped')
  expect(dropped).toHaveBeenCalledTimes(2)
  expect(valueOf(await listWorkspaces(store))).toEqual([])
  dropped.mockRestore()
})
