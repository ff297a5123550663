import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { restoreBackup } from '../../src/store/backup/restore.ts'
import { SCHEMA_VERSION } from '../../src/store/database.ts'
import { stageDelivery } from '../../src/store/stage.ts'
import { sweep } from '../../src/store/sweep.ts'
import { listWorkspaces } from '../../src/store/workspaces.ts'
import {
  acme,
  addWorkspace,
  contentOf,
  fillDiskAt,
  newDelivery,
  NOON,
  open,
  parts,
  valueOf,
} from './build.ts'
import { backupOf, copy, filled, forged, restoring, said } from './build-backup.ts'

describe('a file that is not a whole backup changes nothing', () => {
  const refuse = async (blob: Blob) => {
    const store = await filled()
    const before = await contentOf(store)
    const result = await restoreBackup(store, blob, restoring)
    expect(await contentOf(store)).toEqual(before)
    return result.ok ? [] : result.problems
  }

  it.each([0.1, 0.5, 0.9, 0.999])('cut off after %d of its length', async (share) => {
    const { blob } = await backupOf(await filled())
    const [problem] = await refuse(blob.slice(0, Math.floor(blob.size * share)))
    expect(problem).toMatchObject({ code: 'damaged-backup' })
  })

  it('with one bit that differs, wherever it is', async () => {
    const { blob } = await backupOf(await filled())
    const bytes = new Uint8Array(await blob.arrayBuffer())
    for (const share of [0.05, 0.3, 0.6, 0.95]) {
      const damaged = bytes.slice()
      const at = Math.floor(share * bytes.length)
      damaged[at] = (damaged[at] ?? 0) ^ 4
      const [problem] = await refuse(new Blob([damaged]))
      expect(problem).toMatchObject({ code: 'damaged-backup' })
    }
  })

  it.each(['', 'hale', 'id,name\n1,Acme\n', 'hale-backup'])(
    'that is something else: %j',
    async (text) => {
      expect(await refuse(new Blob([text]))).toEqual([{ code: 'not-a-backup' }])
    },
  )

  it('of a newer version', async () => {
    expect(await refuse(new Blob(['hale-backup', Uint8Array.of(2)]))).toEqual([
      { code: 'newer-backup', found: 2, known: 1 },
    ])
  })

  it('of a newer database', async () => {
    const blob = await forged([{ head: { at: NOON, schema: 9 } }])
    expect(await refuse(blob)).toEqual([{ code: 'newer-backup', found: 9, known: SCHEMA_VERSION }])
  })

  it('with a full disk', async () => {
    const { blob } = await backupOf(await filled())
    const store = await open()
    fillDiskAt(store, 'recorded')
    expect(await restoreBackup(store, blob, restoring)).toEqual({
      ok: false,
      problems: [{ code: 'storage-full' }],
    })
    expect(Object.values(await contentOf(store)).flat()).toEqual([])
  })

  it('when the tab dies in the middle of it', async () => {
    const store = await open()
    await addWorkspace(store, copy, 'staged')
    await stageDelivery(store, newDelivery(copy), parts)
    expect(valueOf(await listWorkspaces(store))).toEqual([])
    await sweep(store, NOON)
    expect(Object.values(await contentOf(store)).flat()).toEqual([])
  })
})

describe('a forged backup', () => {
  const head = { head: { at: NOON, schema: 1 } }
  const workspace = {
    table: 'workspaces',
    record: {
      name: '',
      kind: 'own',
      createdAt: NOON,
      state: 'ready',
      configuration: null,
      deliveries: 1,
      keys: 2,
    },
  }
  const buffer = (part: string, value: unknown) => ({
    table: 'buffers',
    record: { delivery: 1, part, value },
  })

  const refusal = async (...frames: unknown[]) => {
    const store = await filled()
    const before = await contentOf(store)
    const result = await restoreBackup(store, await forged([head, ...frames]), restoring)
    expect(await contentOf(store)).toEqual(before)
    return result.ok ? null : result.problems[0]
  }

  it.each([
    ['has no workspace', [buffer('lines', new Uint32Array(1))], 'buffers'],
    ['has two workspaces', [workspace, workspace], 'workspaces'],
    [
      'names accounts that do not exist',
      [workspace, buffer('accounts', Uint32Array.of(0, 4_000_000_000))],
      'buffers',
    ],
    [
      'has a column of another shape',
      [workspace, buffer('column:1', { type: 'number', values: [1, 2] })],
      'buffers',
    ],
    [
      'has a part that does not exist',
      [workspace, buffer('__proto__', new Uint32Array(1))],
      'buffers',
    ],
    ['has a table that does not exist', [workspace, { table: '__proto__', record: {} }], 'record'],
    [
      'has a journal',
      [workspace, { table: 'acts', record: { number: 1, at: NOON, act: 'restore' } }],
      'record',
    ],
    ['has records that are no records', [workspace, 7], 'record'],
    ['does not end', [workspace], 'end'],
    ['ends early', [workspace, { end: { records: 2, hash: '' } }], 'end'],
  ])('that %s is refused', async (_, frames, part) => {
    expect(await refusal(...frames)).toEqual({ code: 'damaged-backup', part })
  })

  it('cannot write into another workspace', async () => {
    const note = { table: 'notes', record: { ...said, id: 'n', text: 'forged' } }
    expect(await refusal(workspace, note)).toEqual({ code: 'damaged-backup', part: 'end' })
  })

  it('cannot take the place of a workspace by its id', async () => {
    const store = await filled()
    const before = await contentOf(store)
    const { blob } = await backupOf(store)
    expect(await restoreBackup(store, blob, { ...restoring, id: acme })).toMatchObject({
      ok: false,
    })
    expect(await contentOf(store)).toEqual(before)
  })
})
