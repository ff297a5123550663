const OWN_PREFIX = 'hale'

/** Wipes what the page keeps beside the database. Hosts share an origin between projects, so only what bears our name goes. */
export async function forgetPage(window: Window): Promise<void> {
  const { localStorage, caches, navigator } = window
  // First, as it would still be filling the caches.
  const worker = await navigator.serviceWorker?.getRegistration()
  await worker?.unregister()
  for (const name of (await caches?.keys()) ?? []) if (isOwn(name)) await caches.delete(name)
  for (const key of Object.keys(localStorage)) if (isOwn(key)) localStorage.removeItem(key)
}

const isOwn = (name: string): boolean => name.toLowerCase().startsWith(OWN_PREFIX)
