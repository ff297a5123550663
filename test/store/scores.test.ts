import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { keepScores, readRecorded, readScores, saveRecorded } from '../../src/store/scores.ts'
import type { ScoresRecord } from '../../src/store/score-records.ts'
import { deleteSnapshot, undoLast } from '../../src/store/undo.ts'
import { acme, april, importFile, march, NOON, scores, valueOf, withWorkspace } from './build.ts'

describe('scores', () => {
  it('are recorded as they were seen, and replaced when they are recorded again', async () => {
    const store = await withWorkspace()
    const { id } = await importFile(store, acme)
    await saveRecorded(store, acme, scores(march, 1))
    await saveRecorded(store, acme, scores(march, 2))
    const expected = { ...scores(march, 2), workspace: acme, delivery: id }
    expect([...valueOf(await readRecorded(store, acme, [march, april]))]).toStrictEqual([
      [march, expected],
    ])
  })

  it('of a day without a delivery are not recorded', async () => {
    const store = await withWorkspace()
    await saveRecorded(store, acme, scores(march))
    expect(valueOf(await readRecorded(store, acme, [march])).size).toBe(0)
  })

  it('go with the correction they were recorded for: those before it are back', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    await saveRecorded(store, acme, scores(march, 1))
    await importFile(store, acme)
    await saveRecorded(store, acme, scores(march, 2))
    await undoLast(store, acme)
    expect(valueOf(await readRecorded(store, acme, [march])).get(march)).toMatchObject({
      configurationVersion: 1,
    })
  })

  it('in the cache are found by day, configuration and what they were made of', async () => {
    const store = await withWorkspace()
    await keepScores(store, acme, [cached('new'), cached('new', april)], 'in force')
    const found = valueOf(
      await readScores(store, acme, 'new', [cached('new'), cached('new', april)]),
    )
    expect([...found]).toStrictEqual([
      [march, cached('new')],
      [april, cached('new', april)],
    ])
    const others = [{ day: march, inputs: 'corrected' }]
    expect(valueOf(await readScores(store, acme, 'new', others)).size).toBe(0)
    expect(valueOf(await readScores(store, acme, 'old', [cached('new')])).size).toBe(0)
  })

  it('in the cache are those of two configurations: the one in force, and the one asked for last', async () => {
    const store = await withWorkspace()
    for (const hash of ['in force', 'first', 'second'])
      await keepScores(store, acme, [cached(hash)], 'in force')
    const hashes = (await store.scores.toArray()).map(({ hash }) => hash)
    expect(hashes.sort()).toEqual(['in force', 'second'])
  })

  it('in the cache go when a snapshot is deleted', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    await keepScores(store, acme, [cached('new')], 'new')
    await deleteSnapshot(store, acme, march, NOON)
    expect(await store.scores.count()).toBe(0)
  })
})

function cached(hash: string, day = march): ScoresRecord {
  const { bandIds: _, configurationVersion: __, configurationHash: ___, ...rest } = scores(day)
  return { ...rest, workspace: acme, hash }
}
