import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { toDeliveryId } from '../../src/core/brand.ts'
import { readChoices } from '../../src/store/choices.ts'
import { currentConfiguration } from '../../src/store/configurations.ts'
import { listDeliveries, readColumns, readPart, usedBytes } from '../../src/store/deliveries.ts'
import { readKeys } from '../../src/store/keys.ts'
import { publishDelivery } from '../../src/store/publish.ts'
import { stageDelivery } from '../../src/store/stage.ts'
import { sweep } from '../../src/store/sweep.ts'
import { listWorkspaces } from '../../src/store/workspaces.ts'
import {
  acme,
  addWorkspace,
  april,
  configuration,
  contentOf,
  countsOf,
  fillDiskAt,
  importFile,
  march,
  newDelivery,
  NOON,
  open,
  parts,
  plan,
  valueOf,
  withWorkspace,
} from './build.ts'

const publication = {
  workspace: acme,
  delivery: toDeliveryId(1),
  at: NOON,
  keys: { from: 0, added: ['00123', '__proto__'] },
  configuration: configuration('Proposed'),
  plan,
  types: new Map([['arr', 'number']] as const),
}

describe('what is read again', () => {
  it('is what was staged, NaN, negative zero and the smallest day included', async () => {
    const store = await withWorkspace()
    const { id } = await importFile(store, acme)
    for (const [part, value] of parts)
      expect(valueOf(await readPart(store, acme, id, part))).toStrictEqual(value)
  })

  it('comes in the order it was asked for', async () => {
    const store = await withWorkspace()
    const { id } = await importFile(store, acme)
    const columns = valueOf(await readColumns(store, acme, id, [3, 1]))
    expect(columns.map((column) => column.type)).toEqual(['boolean', 'number'])
  })

  it('a part that is not there is a problem, not an empty column', async () => {
    const store = await withWorkspace()
    const { id } = await importFile(store, acme)
    expect(await readColumns(store, acme, id, [99])).toEqual({
      ok: false,
      problems: [{ code: 'storage-failed', message: 'column:99 is gone' }],
    })
  })

  it('of a typed array that shows a part of a buffer, only that part is stored', async () => {
    const store = await withWorkspace()
    const whole = Float64Array.from({ length: 1_000 }, (_, i) => i)
    const column = { type: 'number', values: whole.subarray(2, 4) } as const
    const id = valueOf(await stageDelivery(store, newDelivery(acme), [['column:0', column]]))
    const [read] = valueOf(await readColumns(store, acme, id, [0]))
    expect(read).toEqual({ type: 'number', values: Float64Array.of(2, 3) })
    expect(read?.type === 'number' && read.values.buffer.byteLength).toBe(16)
  })

  it('account keys come back to the byte, in the order they were numbered', async () => {
    const store = await withWorkspace()
    const first = ['00123', '', 'Zoë\r\n', '\ud800', '__proto__']
    await importFile(store, acme, { keys: first })
    await importFile(store, acme, { keys: [] })
    await importFile(store, acme, { keys: ['12345678901234567890'] })
    expect(valueOf(await readKeys(store, acme))).toEqual([...first, '12345678901234567890'])
  })
})

describe('an import lands whole or not at all', () => {
  it('nobody sees a delivery before it is published', async () => {
    const store = await withWorkspace()
    await stageDelivery(store, newDelivery(acme), parts)
    expect(valueOf(await listDeliveries(store, acme))).toEqual([])
  })

  it('published, it is there with its keys, its configuration and its choices', async () => {
    const store = await withWorkspace()
    await stageDelivery(store, newDelivery(acme), parts)
    const published = valueOf(await publishDelivery(store, publication))
    expect(valueOf(await listDeliveries(store, acme))).toEqual([published])
    expect(published).toMatchObject({ id: 1, state: 'live', importedAt: NOON })
    expect(valueOf(await readKeys(store, acme))).toEqual(['00123', '__proto__'])
    expect(valueOf(await currentConfiguration(store, acme))).toMatchObject({
      version: 1,
      name: 'Proposed',
    })
    expect(valueOf(await readChoices(store, acme))).toEqual({
      plans: [plan],
      types: publication.types,
    })
  })

  it.each(['keys', 'configurations', 'choices', 'acts'] as const)(
    'a disk that is full when %s are written leaves everything as it was',
    async (table) => {
      const store = await withWorkspace()
      await stageDelivery(store, newDelivery(acme), parts)
      const before = await contentOf(store)
      fillDiskAt(store, table)
      expect(await publishDelivery(store, publication)).toEqual({
        ok: false,
        problems: [{ code: 'storage-full' }],
      })
      expect(await contentOf(store)).toEqual(before)
    },
  )

  it('a disk that fills up while columns are written leaves no delivery behind', async () => {
    const store = await withWorkspace()
    fillDiskAt(store, 'buffers')
    const staged = await stageDelivery(store, newDelivery(acme), parts)
    expect(staged).toEqual({ ok: false, problems: [{ code: 'storage-full' }] })
    expect(await countsOf(store)).toEqual({ workspaces: 1 })
  })

  it('a delivery that was staged and never published is gone after the next start', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    const before = await countsOf(store)
    await stageDelivery(store, newDelivery(acme), parts)
    const later = await open(store.name)
    await sweep(later, NOON)
    expect(await countsOf(later)).toEqual(before)
  })

  it('a workspace that came with an import which never landed is gone too', async () => {
    const store = await open()
    await addWorkspace(store, acme, 'staged')
    await stageDelivery(store, newDelivery(acme), parts)
    expect(valueOf(await listWorkspaces(store))).toEqual([])
    await sweep(store, NOON)
    expect(await countsOf(store)).toEqual({})
  })

  it('a workspace that came with an import is there once it has landed', async () => {
    const store = await open()
    await addWorkspace(store, acme, 'staged')
    await importFile(store, acme)
    expect(valueOf(await listWorkspaces(store)).map(({ id, state }) => [id, state])).toEqual([
      [acme, 'ready'],
    ])
  })

  it('keys that were numbered before another import are a bug, and change nothing', async () => {
    const store = await withWorkspace()
    await importFile(store, acme, { keys: ['a'] })
    await stageDelivery(store, newDelivery(acme), parts)
    const before = await contentOf(store)
    const late = { ...publication, delivery: toDeliveryId(2) }
    await expect(publishDelivery(store, late)).rejects.toThrow('invalid first key: 0, expected 1')
    expect(await contentOf(store)).toEqual(before)
  })

  it('into a workspace that was removed meanwhile it is a problem', async () => {
    const store = await open()
    expect(await stageDelivery(store, newDelivery(acme), parts)).toEqual({
      ok: false,
      problems: [{ code: 'storage-failed', message: 'workspace acme is gone' }],
    })
  })
})

describe('writing', () => {
  it('says how many parts are safe', async () => {
    const store = await withWorkspace()
    const large = { type: 'number', values: new Float64Array(700_000) } as const
    const progress: number[] = []
    await stageDelivery(
      store,
      newDelivery(acme),
      [
        ['column:0', large],
        ['column:1', large],
        ['column:2', large],
      ],
      { onProgress: (count) => progress.push(count) },
    )
    expect(progress).toEqual([1, 2, 3])
  })

  it('deliveries are listed in the order they came, whatever their day', async () => {
    const store = await withWorkspace()
    await importFile(store, acme, { day: april })
    await importFile(store, acme, { day: march })
    const listed = valueOf(await listDeliveries(store, acme))
    expect(listed.map(({ id, day }) => [id, day])).toEqual([
      [1, april],
      [2, march],
    ])
  })

  it('the bytes of all deliveries are counted', async () => {
    const store = await withWorkspace()
    const values = new Float64Array(100)
    await stageDelivery(store, newDelivery(acme), [['column:0', { type: 'number', values }]])
    await stageDelivery(store, newDelivery(acme), [['accounts', new Uint32Array(10)]])
    // 100 numbers of 8 bytes and the name of the type, 10 accounts of 4 bytes.
    expect(valueOf(await usedBytes(store))).toBe(800 + 2 * 'number'.length + 40)
  })
})
