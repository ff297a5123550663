import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { appendConfiguration } from '../../src/store/configurations.ts'
import { listDeliveries } from '../../src/store/deliveries.ts'
import { saveRecorded } from '../../src/store/scores.ts'
import { sweep } from '../../src/store/sweep.ts'
import { deleteSnapshot, undoLast } from '../../src/store/undo.ts'
import {
  acme,
  configuration,
  countsOf,
  importFile,
  march,
  NOON,
  scores,
  valueOf,
  withWorkspace,
} from './build.ts'

describe('what can no longer be brought back is swept', () => {
  const deleteLongAgo = async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    await saveRecorded(store, acme, scores(march))
    await deleteSnapshot(store, acme, march, NOON)
    return store
  }

  it('not within 30 days', async () => {
    const store = await deleteLongAgo()
    const before = await countsOf(store)
    await sweep(store, '2026-03-31T12:00:00.000Z')
    expect(await countsOf(store)).toEqual(before)
  })

  it('after 30 days, with buffers and recorded scores', async () => {
    const store = await deleteLongAgo()
    await sweep(store, '2026-03-31T12:00:00.001Z')
    expect(await countsOf(store)).toEqual({ workspaces: 1, choices: 1 })
  })

  it('after 20 further acts', async () => {
    const store = await deleteLongAgo()
    for (let i = 0; i < 19; i++) await appendConfiguration(store, acme, NOON, configuration('One'))
    await sweep(store, NOON)
    expect(await countsOf(store)).toMatchObject({ deliveries: 1, acts: 20 })
    await appendConfiguration(store, acme, NOON, configuration('One'))
    await sweep(store, NOON)
    const counts = await countsOf(store)
    expect([counts['deliveries'], counts['buffers'], counts['acts']]).toEqual([
      undefined,
      undefined,
      20,
    ])
  })

  it('an import that was taken back, at the next start', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    await undoLast(store, acme)
    await sweep(store, NOON)
    expect(await countsOf(store)).toEqual({ workspaces: 1 })
  })

  it('never what is live', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    await sweep(store, '2036-03-01T12:00:00.000Z')
    expect(valueOf(await listDeliveries(store, acme))).toHaveLength(1)
  })
})
