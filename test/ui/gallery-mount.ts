import { mount } from 'svelte'
import { createImportQueue } from '../../src/state/import-of-session.ts'
import { Preferences } from '../../src/state/preferences.svelte.ts'
import { Route } from '../../src/state/route.svelte.ts'
import { Sample } from '../../src/state/sample.svelte.ts'
import { Sentinel } from '../../src/state/sentinel.ts'
import { Session, type SessionParts } from '../../src/state/session.svelte.ts'
import { Theme } from '../../src/state/theme.svelte.ts'
import App from '../../src/ui/App.svelte'
import '../../src/ui/styles/index.css'

/** The whole window over an engine and importers of plain data. */
export async function mountGallery(
  parts: Pick<SessionParts, 'engine' | 'spawnImporter'>,
): Promise<Session> {
  const session = new Session({
    ...parts,
    route: new Route(window),
    channel: null,
    sentinel: new Sentinel(localStorage, () => new Date().toISOString()),
  })
  const target = document.querySelector('#app')
  if (!target) throw new Error('no element to mount the gallery in')
  const theme = new Theme(document.documentElement, localStorage)
  const preferences = new Preferences(localStorage)
  const sample = new Sample(session)
  const imports = createImportQueue(session)
  const app = { session, theme, preferences, sample, imports, reload: async () => {} }
  mount(App, { target, props: { app } })
  await session.open()
  return session
}
