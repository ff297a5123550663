// Keeps the files of one build, so that Hale opens without a network. No page's policy holds here: it asks for nothing
// but those files. A new build is kept beside the old one and waits until the person reloads.

declare const self: ServiceWorkerGlobalScope

/** Both are written in by the build, once each. The page's files by their address from here, '' for the page itself, and what each must be. */
declare const __FILES__: Readonly<Record<string, string>>
declare const __BUILD__: string

const files = __FILES__
const { scope } = self.registration
/** Hosts share an origin between projects, and between copies of this one. */
const ours = `hale ${scope} `
const cacheName = ours + __BUILD__

self.addEventListener('install', (event) => event.waitUntil(keepFiles()))
// The first visit too goes on without a network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const name = nameOf(event.request)
  if (name !== null) event.respondWith(answer(name, event.request))
})
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting())
  if (event.data === 'started') event.waitUntil(forgetOlderBuilds())
})

/** All or none: a file that is not the one of this build, because the host is just changing over, is refused. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(
    Object.entries(files).map(
      ([name, integrity]) => new Request(scope + name, { integrity, cache: 'no-cache' }),
    ),
  )
}

/** Null for what is not ours to answer. */
function nameOf({ method, url }: Request): string | null {
  const { origin, pathname } = new URL(url)
  const address = origin + pathname
  if (method !== 'GET' || !address.startsWith(scope)) return null
  const name = address.slice(scope.length).replace(/^index\.html$/, '')
  return Object.hasOwn(files, name) || name.startsWith('assets/') ? name : null
}

/** From this build, else from another one that a tab runs, else from the host. */
async function answer(name: string, request: Request): Promise<Response> {
  const cache = name === '' ? await buildToOpen() : cacheName
  const kept = await caches.match(scope + name, { cacheName: cache })
  return kept ?? (await caches.match(scope + name)) ?? fetch(request)
}

/** Who reloads the only tab gets the build that waits, also where this one is broken and cannot offer it. */
async function buildToOpen(): Promise<string> {
  const { waiting } = self.registration
  if (!waiting || !(await isAlone())) return cacheName
  waiting.postMessage('take over')
  return (await builds()).at(-1) ?? cacheName
}

/** Only a tab that is alone can know that no other one runs them. */
async function forgetOlderBuilds(): Promise<void> {
  if (!(await isAlone())) return
  const all = await builds()
  const older = all.slice(0, Math.max(0, all.indexOf(cacheName)))
  await Promise.all(older.map((name) => caches.delete(name)))
}

async function isAlone(): Promise<boolean> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return tabs.filter(({ url }) => url.startsWith(scope)).length <= 1
}

/** The oldest first. */
const builds = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(ours))
