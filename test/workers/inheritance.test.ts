import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { publishDelivery } from '../../src/store/publish.ts'
import type { Store } from '../../src/store/database.ts'
import { Inheritance } from '../../workers/engine/inheritance.ts'
import {
  acme,
  newDelivery,
  NOON,
  open,
  parts,
  plan,
  valueOf,
  withWorkspace,
} from '../store/build.ts'

const making = { id: acme, name: 'Acme', kind: 'own', createdAt: NOON, state: 'staged' } as const

const inheritanceIn = (store: Store) =>
  new Inheritance(
    () => Promise.resolve(store),
    () => {},
  )

const countsIn = async (store: Store) => [
  await store.workspaces.count(),
  await store.deliveries.count(),
  await store.buffers.count(),
]

test('what an import that ended has not published goes again, and the workspace that came with it', async () => {
  const store = await open()
  const inheritance = inheritanceIn(store)
  valueOf(await inheritance.stage(newDelivery(acme), parts, making, () => {}))
  expect(await countsIn(store)).toEqual([1, 1, parts.length])
  await inheritance.forsake()
  expect(await countsIn(store)).toEqual([0, 0, 0])
})

test('a workspace that was there before stays', async () => {
  const store = await withWorkspace()
  const inheritance = inheritanceIn(store)
  valueOf(await inheritance.stage(newDelivery(acme), parts, null, () => {}))
  await inheritance.forsake()
  expect(await countsIn(store)).toEqual([1, 0, 0])
})

test('what is still being written when the import ends is written no further, and goes again', async () => {
  const store = await open()
  const inheritance = inheritanceIn(store)
  const staging = inheritance.stage(newDelivery(acme), parts, making, () => {})
  await inheritance.forsake()
  expect((await staging).ok).toBe(false)
  expect(await countsIn(store)).toEqual([0, 0, 0])
})

test('what was published stays, however soon the import ends', async () => {
  const store = await open()
  const inheritance = inheritanceIn(store)
  const delivery = valueOf(await inheritance.stage(newDelivery(acme), parts, making, () => {}))
  const keys = { from: 0, added: ['00123'] }
  const publication = { workspace: acme, delivery, at: NOON, keys, configuration: null, plan }
  valueOf(await publishDelivery(store, { ...publication, types: new Map() }))
  await inheritance.forsake()
  expect(await countsIn(store)).toEqual([1, 1, parts.length])
})
