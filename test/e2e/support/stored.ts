import type { BrowserContext, Page } from '@playwright/test'

export type Stored = Readonly<Record<string, number>>

/** Scores that were kept, what they add up to and what was answered of them follow an import whenever the engine comes to it, and can be made again. */
const KEPT_SCORES = ['recorded', 'scores', 'figures', 'answers']

/** How many records each store of the page's database holds that a person brought. */
export async function stored(page: Page): Promise<Stored> {
  const counts = Object.entries(await allStored(page))
  return Object.fromEntries(counts.filter(([store]) => !KEPT_SCORES.includes(store)))
}

export async function isNothingStored(page: Page): Promise<boolean> {
  return Object.values(await allStored(page)).every((count) => count === 0)
}

/** Asked of the browser itself; nothing where there is no database. */
function allStored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases()
    const name = known.find((database) => database.name?.startsWith('hale'))?.name
    if (name === undefined) return {}
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error as DOMException)
      })
    const database = await answer(indexedDB.open(name))
    const stores = [...database.objectStoreNames]
    const transaction = database.transaction(stores, 'readonly')
    const counts = await Promise.all(
      stores.map(async (store) => [store, await answer(transaction.objectStore(store).count())]),
    )
    database.close()
    return Object.fromEntries(counts) as Record<string, number>
  })
}

/** As the browser does when it needs room, or a cleaning tool. */
export async function clearDatabase(page: Page, context: BrowserContext): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'indexeddb',
  })
}
