import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { DeliveryId } from '../../src/core/brand.ts'
import { lastAct } from '../../src/store/acts.ts'
import { readChoices } from '../../src/store/choices.ts'
import {
  appendConfiguration,
  currentConfiguration,
  listConfigurations,
} from '../../src/store/configurations.ts'
import type { Store } from '../../src/store/database.ts'
import { listDeliveries } from '../../src/store/deliveries.ts'
import { publishDelivery } from '../../src/store/publish.ts'
import { readRecorded, saveRecorded } from '../../src/store/scores.ts'
import { stageDelivery } from '../../src/store/stage.ts'
import { sweep } from '../../src/store/sweep.ts'
import { deleteSnapshot, undoLast } from '../../src/store/undo.ts'
import { listWorkspaces } from '../../src/store/workspaces.ts'
import {
  acme,
  addWorkspace,
  april,
  configuration,
  countsOf,
  fillDiskAt,
  importFile,
  march,
  newDelivery,
  NOON,
  open,
  parts,
  plan,
  scores,
  valueOf,
  withWorkspace,
} from './build.ts'

/** What people can see. */
const visible = async (store: Store) => ({
  workspaces: valueOf(await listWorkspaces(store)).map(({ id, configuration }) => [
    id,
    configuration,
  ]),
  deliveries: valueOf(await listDeliveries(store, acme)),
  configuration: valueOf(await currentConfiguration(store, acme)),
  choices: valueOf(await readChoices(store, acme)),
  recorded: valueOf(await readRecorded(store, acme, [march])),
})

describe('undo restores the exact state before', () => {
  it('an import, with the configuration, plan and types that came with it', async () => {
    const store = await withWorkspace()
    await importFile(store, acme, { keys: ['a', 'b'] })
    const before = await visible(store)
    const delivery = valueOf(await stageDelivery(store, newDelivery(acme, { day: april }), parts))
    await publishDelivery(store, {
      workspace: acme,
      delivery,
      at: NOON,
      keys: { from: 2, added: ['c'] },
      configuration: configuration('Proposed'),
      plan: { ...plan, sourceName: 'Renamed' },
      types: new Map([['arr', 'text']]),
    })
    expect(await visible(store)).not.toEqual(before)
    await undoLast(store, acme)
    expect(await visible(store)).toEqual(before)
  })

  it('several imports that were one act, and none of those before', async () => {
    const store = await withWorkspace()
    await importFile(store, acme, { keys: ['a', 'b'] })
    const before = await visible(store)
    let from = 2
    const next = async (key: string, oneWith: DeliveryId | null) => {
      const delivery = valueOf(await stageDelivery(store, newDelivery(acme, { day: april }), parts))
      const keys = { from: from++, added: [key] }
      const rest = { configuration: configuration(key), plan, types: new Map() }
      valueOf(
        await publishDelivery(store, {
          ...{ workspace: acme, delivery, at: NOON, keys },
          ...{ ...rest, oneWith },
        }),
      )
      return delivery
    }
    const first = await next('c', null)
    await next('d', first)
    await next('e', first)
    expect(valueOf(await undoLast(store, acme))).toMatchObject({ together: { first, files: 3 } })
    expect(await visible(store)).toEqual(before)
    expect(valueOf(await lastAct(store, acme))).not.toHaveProperty('together')
  })

  it('the first import, with the workspace that came with it', async () => {
    const store = await open()
    await addWorkspace(store, acme, 'staged')
    await importFile(store, acme, { keys: ['a'] })
    await undoLast(store, acme)
    expect(await countsOf(store)).toEqual({})
  })

  it('a deleted snapshot, with its recorded scores', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    await importFile(store, acme, { source: 'support' })
    await importFile(store, acme, { day: april })
    await saveRecorded(store, acme, scores(march))
    const before = await visible(store)
    await deleteSnapshot(store, acme, march, NOON)
    expect((await visible(store)).deliveries.map(({ day }) => day)).toEqual([april])
    await undoLast(store, acme)
    expect(await visible(store)).toEqual(before)
  })

  it('an applied configuration; its version stays in the list', async () => {
    const store = await withWorkspace()
    await appendConfiguration(store, acme, NOON, configuration('One'))
    const before = await visible(store)
    await appendConfiguration(store, acme, NOON, configuration('Two'))
    await undoLast(store, acme)
    expect(await visible(store)).toEqual(before)
    const versions = valueOf(await listConfigurations(store, acme))
    expect(versions.map(({ version, name }) => [version, name])).toEqual([
      [1, 'One'],
      [2, 'Two'],
    ])
  })

  it('the first configuration: none is in force again', async () => {
    const store = await withWorkspace()
    await appendConfiguration(store, acme, NOON, configuration('One'))
    await undoLast(store, acme)
    expect(valueOf(await currentConfiguration(store, acme))).toBeNull()
  })

  it('one act after the other, the last one first', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    await appendConfiguration(store, acme, NOON, configuration('One'))
    await deleteSnapshot(store, acme, march, NOON)
    const undone = []
    for (let i = 0; i < 3; i++) undone.push(valueOf(await undoLast(store, acme)).act)
    expect(undone).toEqual(['delete-snapshot', 'apply-configuration', 'import'])
    expect(await undoLast(store, acme)).toEqual({
      ok: false,
      problems: [{ code: 'nothing-to-undo' }],
    })
  })

  it('also after a reload', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    store.close()
    const later = await open(store.name)
    await sweep(later, NOON)
    expect(valueOf(await lastAct(later, acme))).toMatchObject({
      act: 'import',
      fileName: 'accounts.csv',
      day: march,
    })
    await undoLast(later, acme)
    expect(valueOf(await listDeliveries(later, acme))).toEqual([])
  })

  it('whole or not at all', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    const before = await visible(store)
    store.workspaces.hook('updating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await undoLast(store, acme)).toEqual({ ok: false, problems: [{ code: 'storage-full' }] })
    expect(await visible(store)).toEqual(before)
    expect(valueOf(await lastAct(store, acme))).toMatchObject({ act: 'import' })
  })
})

it('a disk that is full when a snapshot is deleted leaves it where it is', async () => {
  const store = await withWorkspace()
  await importFile(store, acme)
  fillDiskAt(store, 'acts')
  expect(await deleteSnapshot(store, acme, march, NOON)).toEqual({
    ok: false,
    problems: [{ code: 'storage-full' }],
  })
  expect(valueOf(await listDeliveries(store, acme))).toHaveLength(1)
})

it('deleting a day that has no snapshot changes nothing', async () => {
  const store = await withWorkspace()
  await deleteSnapshot(store, acme, march, NOON)
  expect(valueOf(await lastAct(store, acme))).toBeNull()
})
