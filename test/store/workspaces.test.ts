import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { toAccountIndex } from '../../src/core/brand.ts'
import { appendConfiguration, listConfigurations } from '../../src/store/configurations.ts'
import { listDeliveries } from '../../src/store/deliveries.ts'
import { readJudgements, saveJudgement } from '../../src/store/judgement.ts'
import { readKeys } from '../../src/store/keys.ts'
import { sweep } from '../../src/store/sweep.ts'
import {
  bringBack,
  createWorkspace,
  listWorkspaces,
  removeWorkspace,
  setAside,
} from '../../src/store/workspaces.ts'
import {
  acme,
  addWorkspace,
  april,
  configuration,
  contentOf,
  importFile,
  march,
  NOON,
  open,
  other,
  valueOf,
  withWorkspace,
} from './build.ts'

describe('workspaces', () => {
  it('do not see each other', async () => {
    const store = await withWorkspace(acme)
    await addWorkspace(store, other)
    await importFile(store, acme, { keys: ['a', 'b'], day: march })
    await importFile(store, other, { keys: ['x'], day: april })
    await appendConfiguration(store, other, NOON, configuration('Other'))
    expect(valueOf(await listDeliveries(store, acme)).map(({ id, day }) => [id, day])).toEqual([
      [1, march],
    ])
    expect(valueOf(await listDeliveries(store, other)).map(({ id, day }) => [id, day])).toEqual([
      [1, april],
    ])
    expect(valueOf(await readKeys(store, acme))).toEqual(['a', 'b'])
    expect(valueOf(await readKeys(store, other))).toEqual(['x'])
    expect(valueOf(await listConfigurations(store, acme))).toEqual([])
  })

  it('one whose id begins like that of another is removed without it', async () => {
    const store = await withWorkspace(acme)
    const longer = 'acme-2' as typeof acme
    await addWorkspace(store, longer)
    await importFile(store, longer, { keys: ['x'] })
    const before = await contentOf(store)
    await addWorkspace(store, other)
    await importFile(store, other, { keys: ['a'] })
    await appendConfiguration(store, other, NOON, configuration('One'))
    await removeWorkspace(store, other)
    expect(await contentOf(store)).toEqual(before)
    await removeWorkspace(store, acme)
    expect(valueOf(await listWorkspaces(store)).map(({ id }) => id)).toEqual([longer])
    expect(valueOf(await readKeys(store, longer))).toEqual(['x'])
  })

  it('one that is set aside is in no list; brought back it is as it was, and left aside it is swept', async () => {
    const store = await withWorkspace(acme)
    await importFile(store, acme, { keys: ['a', 'b'], day: march })
    await appendConfiguration(store, acme, NOON, configuration('Mine'))
    const before = await contentOf(store)
    valueOf(await setAside(store, acme))
    expect(valueOf(await listWorkspaces(store))).toEqual([])
    valueOf(await bringBack(store, acme))
    expect(await contentOf(store)).toEqual(before)

    valueOf(await setAside(store, acme))
    valueOf(await sweep(store, NOON))
    expect(Object.values(await contentOf(store)).flat()).toEqual([])
    expect((await bringBack(store, acme)).ok).toBe(false)
  })

  it('are listed from the oldest', async () => {
    const store = await open()
    for (const [id, createdAt] of [
      ['b', '2026-02-01T00:00:00Z'],
      ['a', '2026-03-01T00:00:00Z'],
      ['c', '2026-01-01T00:00:00Z'],
    ] as const)
      await createWorkspace(store, {
        id: id as typeof acme,
        name: id,
        kind: 'sample',
        createdAt,
        state: 'ready',
      })
    expect(valueOf(await listWorkspaces(store)).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  it('none at first', async () => {
    expect(valueOf(await listWorkspaces(await open()))).toEqual([])
  })
})

it('judgement is kept by its id, and read from the oldest', async () => {
  const store = await withWorkspace()
  const note = (id: string, at: string, text: string) =>
    ({ workspace: acme, id, account: toAccountIndex(0), author: 'me', at, text }) as const
  await saveJudgement(store, 'notes', note('b', '2026-03-02', 'second'))
  await saveJudgement(store, 'notes', note('a', '2026-03-03', 'draft'))
  await saveJudgement(store, 'notes', note('a', '2026-03-03', 'third'))
  await saveJudgement(store, 'notes', note('c', '2026-03-01', 'first'))
  expect(valueOf(await readJudgements(store, 'notes', acme)).map(({ text }) => text)).toEqual([
    'first',
    'second',
    'third',
  ])
})
