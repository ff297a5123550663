import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { packText } from '../../src/core/table/packed-text.ts'
import { readAccountKeys, readKeys } from '../../src/store/keys.ts'
import { publishDelivery } from '../../src/store/publish.ts'
import { stageDelivery } from '../../src/store/stage.ts'
import {
  acme,
  configuration,
  importFile,
  newDelivery,
  NOON,
  parts,
  plan,
  valueOf,
  withWorkspace,
} from './build.ts'

it('a key that is asked for alone is that of its account, whichever import brought it', async () => {
  const store = await withWorkspace()
  await importFile(store, acme, { keys: ['00123', '', 'Zoë'] })
  await importFile(store, acme, { keys: ['__proto__'] })
  await importFile(store, acme, { keys: ['漢字', '🦊', 'b'] })
  const all = valueOf(await readKeys(store, acme))
  const keys = valueOf(await readAccountKeys(store, acme))
  const cutOut = all.map((_, account) => keys.at(account))
  expect(cutOut).toEqual(['00123', '', 'Zoë', '__proto__', '漢字', '🦊', 'b'])
  expect(keys.all).toEqual(all)
  expect(all.map((_, account) => keys.at(account))).toEqual(all)
})

it.each([
  ['plain keys', ['AC-1', 'AC-2', '00123']],
  ['keys beyond ASCII', ['Zoë', '漢字', '🦊', '\uFEFFmark', 'b']],
])('%s that lie in a column are stored as others are', async (_, added) => {
  const stored = await Promise.all(
    [undefined, packText(added)].map(async (packed) => {
      const store = await withWorkspace()
      const delivery = valueOf(await stageDelivery(store, newDelivery(acme), parts))
      const keys = { from: 0, added, packed }
      const first = configuration('Proposed')
      const publication = { workspace: acme, delivery, at: NOON, keys, configuration: first, plan }
      valueOf(await publishDelivery(store, { ...publication, types: new Map() }))
      return store.keys.toArray()
    }),
  )
  expect(stored[1]).toStrictEqual(stored[0])
})
