import { render } from 'vitest-browser-svelte'
import { createImportQueue } from '../../src/state/import-of-session.ts'
import { Preferences } from '../../src/state/preferences.svelte.ts'
import { Route } from '../../src/state/route.svelte.ts'
import { Session, type SessionParts } from '../../src/state/session.svelte.ts'
import { Sample } from '../../src/state/sample.svelte.ts'
import { Sentinel } from '../../src/state/sentinel.ts'
import { Theme } from '../../src/state/theme.svelte.ts'
import App from '../../src/ui/App.svelte'
import '../../src/ui/styles/index.css'
import { createFakeEngine, type FakeData } from './fake-engine.ts'

export const nothingKept = { getItem: () => null, setItem: () => {} }

const noImporter = () => {
  throw new Error('this test imports nothing')
}

interface Surroundings {
  readonly spawnImporter: SessionParts['spawnImporter']
  readonly prepareImporter: () => void
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
}

/** A session over an engine of plain data, at an address. */
export function createSession(
  hash = '',
  data: Partial<FakeData> = {},
  channel: SessionParts['channel'] = null,
  {
    spawnImporter = noImporter,
    prepareImporter = () => {},
    storage = nothingKept,
  }: Partial<Surroundings> = {},
): Session {
  history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash)
  const route = new Route(window)
  const sentinel = new Sentinel(storage, () => '2026-11-01T12:00:00.000Z')
  const engine = createFakeEngine(data)
  return new Session({ engine, spawnImporter, prepareImporter, route, channel, sentinel })
}

/** The whole window at an address, with what it shows already there. */
export async function showApp(
  hash: string,
  data: Partial<FakeData> = {},
  spawnImporter?: SessionParts['spawnImporter'],
) {
  const session = createSession(hash, data, null, spawnImporter ? { spawnImporter } : {})
  await session.open()
  return renderApp(session)
}

/** The whole window over a session as it stands. */
export async function renderApp(session: Session) {
  const theme = new Theme(document.documentElement, localStorage)
  const preferences = new Preferences(localStorage)
  const sample = new Sample(session)
  const imports = createImportQueue(session)
  const screen = await render(App, {
    props: { app: { session, theme, preferences, sample, imports, reload: async () => {} } },
  })
  return { session, theme, preferences, screen }
}
