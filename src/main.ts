import { mount } from 'svelte'
import { createImporters } from './bridge/importer.ts'
import { keepForOffline, reloadNewest } from './bridge/offline.ts'
import { engine, hearClosings, sentinel } from './begin.ts'
import { createImportQueue } from './state/import-of-session.ts'
import { Preferences } from './state/preferences.svelte.ts'
import { Route } from './state/route.svelte.ts'
import { Sample } from './state/sample.svelte.ts'
import { Session } from './state/session.svelte.ts'
import { Theme } from './state/theme.svelte.ts'
import App from './ui/App.svelte'
import { PAGE_ENTRIES } from './ui/pages.ts'
import './ui/styles/index.css'

const importers = createImporters({
  // Without it everything is read from the store.
  inherit: (port) => void engine.inherit(port).catch(() => {}),
})
const session: Session = new Session({
  engine,
  spawnImporter: () => importers.spawn(),
  prepareImporter: () => importers.prepare(),
  route: new Route(window),
  channel: new BroadcastChannel('hale'),
  sentinel,
})
hearClosings((closing) => {
  if (closing === 'lost') importers.bereave()
  void session.closed(closing)
})
const sample = new Sample(session)
const theme = new Theme(document.documentElement, localStorage)
const preferences = new Preferences(localStorage)

window.addEventListener('unhandledrejection', (event) => showBug(event.reason))
// What a worker raises comes up here without its error; the bridge has dealt with it.
window.addEventListener('error', ({ error }) => error && showBug(error))

/** Stopping is no bug. Everything else that was thrown is one: data that is wrong comes as problems. */
function showBug(thrown: unknown): void {
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  session.toasts.show({ kind: 'bug', message })
}

// First of all: where nothing was stored the engine is fetched and started while the frame is drawn.
void begin()

const target = document.querySelector('#app')
if (!target) throw new Error('no element to mount the app in')
mount(App, {
  target,
  props: {
    app: {
      session,
      theme,
      preferences,
      sample,
      imports: createImportQueue(session),
      reload: reloadNewest,
    },
  },
})

/** `?demo` in the address leads to the sample, and keeps to the page that stands behind it. */
async function begin(): Promise<void> {
  // Afterwards, so that nothing of it comes before the first screen.
  const opening = session.open().finally(() => void keepForOffline(offerNewer))
  // Meanwhile the page is fetched. Where nothing is stored the start comes in its place.
  if (session.guard.isExpecting) void PAGE_ENTRIES[session.route.page].load().catch(() => {})
  await opening
  if (session.guard.stop) return
  if (!new URLSearchParams(location.search).has('demo')) return
  await sample.open({ stay: session.route.page !== 'start' })
}

function offerNewer(): void {
  session.toasts.show({ kind: 'newer' })
}
