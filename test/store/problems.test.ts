import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { listDeliveries } from '../../src/store/deliveries.ts'
import { guarded } from '../../src/store/problems.ts'
import { acme, countsOf, withWorkspace } from './build.ts'

describe('what goes wrong', () => {
  it('a full disk is said as such, however deep it lies', async () => {
    const inner = new DOMException('', 'QuotaExceededError')
    const task = () => Promise.reject(new Dexie.AbortError('aborted', inner))
    expect(await guarded({ outdated: null }, task)).toEqual({
      ok: false,
      problems: [{ code: 'storage-full' }],
    })
  })

  it('another failure keeps what the browser said', async () => {
    const task = () => Promise.reject(new DOMException('Internal error', 'UnknownError'))
    expect(await guarded({ outdated: null }, task)).toEqual({
      ok: false,
      problems: [{ code: 'storage-failed', message: 'UnknownError: Internal error' }],
    })
  })

  it.each([new TypeError('wrong code'), new DOMException('a proxy', 'DataCloneError')])(
    'a bug stays a bug: %s',
    async (bug) => {
      await expect(guarded({ outdated: null }, () => Promise.reject(bug))).rejects.toBe(bug)
    },
  )

  it('a record that is not what was put in is a problem, not a crash later', async () => {
    const store = await withWorkspace()
    await store.table('deliveries').add({ workspace: acme, id: 1, state: 'live' })
    expect(await listDeliveries(store, acme)).toEqual({
      ok: false,
      problems: [{ code: 'storage-failed', message: 'invalid record in deliveries' }],
    })
    expect(await countsOf(store)).toEqual({ workspaces: 1, deliveries: 1 })
  })
})
