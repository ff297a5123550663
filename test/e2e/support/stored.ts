import type { Page } from '@playwright/test'

export type Stored = Readonly<Record<string, number>>

/** How many records each store of the page's database holds, asked of the browser itself; nothing where there is no database. */
export function stored(page: Page): Promise<Stored> {
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

export async function isNothingStored(page: Page): Promise<boolean> {
  return Object.values(await stored(page)).every((count) => count === 0)
}
