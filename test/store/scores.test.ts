import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { readRecorded, readScores, saveRecorded, saveScores } from '../../src/store/scores.ts'
import { undoLast } from '../../src/store/undo.ts'
import { acme, april, importFile, march, scores, valueOf, withWorkspace } from './build.ts'

describe('scores', () => {
  it('are recorded as they were seen, and replaced when they are recorded again', async () => {
    const store = await withWorkspace()
    const { id } = await importFile(store, acme)
    await saveRecorded(store, acme, scores(march, 1))
    await saveRecorded(store, acme, scores(march, 2))
    const expected = { ...scores(march, 2), workspace: acme, delivery: id }
    expect(valueOf(await readRecorded(store, acme, march))).toStrictEqual(expected)
  })

  it('of a day without a delivery are not recorded', async () => {
    const store = await withWorkspace()
    await saveRecorded(store, acme, scores(march))
    expect(valueOf(await readRecorded(store, acme, march))).toBeNull()
  })

  it('go with the correction they were recorded for: those before it are back', async () => {
    const store = await withWorkspace()
    await importFile(store, acme)
    await saveRecorded(store, acme, scores(march, 1))
    await importFile(store, acme)
    await saveRecorded(store, acme, scores(march, 2))
    await undoLast(store, acme)
    expect(valueOf(await readRecorded(store, acme, march))).toMatchObject({
      configurationVersion: 1,
    })
  })

  it('in the cache are gone when a snapshot sees something else', async () => {
    const store = await withWorkspace()
    const {
      bandIds: _,
      configurationVersion: __,
      configurationHash: hash,
      ...cached
    } = scores(march)
    await saveScores(store, { ...cached, workspace: acme, hash })
    expect(valueOf(await readScores(store, acme, march, hash))).toMatchObject({ hash })
    await importFile(store, acme, { day: april })
    expect(valueOf(await readScores(store, acme, march, hash))).toBeNull()
  })
})
