import type { Page, Worker } from '@playwright/test'
import { expect } from './test.ts'

/**
 * Where an import can be made to stand still. `under-the-lock`: it has the importers' lock and has written nothing;
 * else it is about to put a record into that store, its transaction open.
 */
export type Moment = 'under-the-lock' | 'workspaces' | 'buffers' | 'keys' | 'acts'

export interface Held {
  /** Waits until the worker stands still. */
  isHeld(): Promise<void>
}

const CHANNEL = 'test-hold'

/** Makes an import stand still for good at the worst moment for whatever happens then; buffers are put by the engine, which goes on answering. */
export async function holdImporter(page: Page, moment: Moment): Promise<Held> {
  await page.evaluate((name) => {
    new BroadcastChannel(name).onmessage = () => (document.documentElement.dataset['held'] = 'yes')
  }, CHANNEL)
  const worker = await workerOf(page, moment === 'buffers' ? 'engine' : 'import')
  const holds = { 'under-the-lock': holdUnderTheLock, buffers: leaveUnanswered }
  await worker.evaluate(moment in holds ? holds[moment as keyof typeof holds] : holdBefore, {
    store: moment,
    channel: CHANNEL,
  })
  return { isHeld: () => expect(page.locator('html')).toHaveAttribute('data-held', 'yes') }
}

export async function workerOf(page: Page, name: string): Promise<Worker> {
  for (const worker of page.workers())
    if ((await worker.evaluate(() => self.name)) === name) return worker
  throw new Error(`no worker of the name ${name}`)
}

interface Place {
  readonly store: string
  readonly channel: string
}

function holdUnderTheLock({ channel }: Place): void {
  const held = new BroadcastChannel(channel)
  const original = LockManager.prototype.request as (...args: unknown[]) => Promise<unknown>
  LockManager.prototype.request = function (this: LockManager, name: string, options: unknown) {
    return original.call(this, name, options, () => {
      held.postMessage(name)
      return new Promise(() => {})
    })
  } as LockManager['request']
}

/** Its transaction ends without what was to be put, and nobody hears of it. */
function leaveUnanswered({ store, channel }: Place): void {
  const held = new BroadcastChannel(channel)
  const original = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (...args) {
    if (this.name !== store) return original.apply(this, args)
    held.postMessage(store)
    return {} as IDBRequest<IDBValidKey>
  }
}

function holdBefore({ store, channel }: Place): void {
  const held = new BroadcastChannel(channel)
  for (const method of ['put', 'add'] as const) {
    const original = IDBObjectStore.prototype[method]
    IDBObjectStore.prototype[method] = function (...args) {
      if (this.name !== store) return original.apply(this, args)
      held.postMessage(store)
      for (;;);
    }
  }
}
