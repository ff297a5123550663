import { render } from 'vitest-browser-svelte'
import { createImportQueue } from '../../src/state/import-of-session.ts'
import { Route } from '../../src/state/route.svelte.ts'
import { Session, type SessionParts } from '../../src/state/session.svelte.ts'
import { Sample } from '../../src/state/sample.svelte.ts'
import { Theme } from '../../src/state/theme.svelte.ts'
import App from '../../src/ui/App.svelte'
import '../../src/ui/styles/index.css'
import { createFakeEngine, type FakeData } from './fake-engine.ts'

const noImporter = () => {
  throw new Error('this test imports nothing')
}

/** A session over an engine of plain data, at an address. */
export function createSession(
  hash = '',
  data: Partial<FakeData> = {},
  channel: SessionParts['channel'] = null,
  spawnImporter: SessionParts['spawnImporter'] = noImporter,
): Session {
  history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash)
  const route = new Route(window)
  return new Session({ engine: createFakeEngine(data), spawnImporter, route, channel })
}

/** The whole window at an address, with what it shows already there. */
export async function showApp(
  hash: string,
  data: Partial<FakeData> = {},
  spawnImporter?: SessionParts['spawnImporter'],
) {
  const session = createSession(hash, data, null, spawnImporter)
  const theme = new Theme(document.documentElement, localStorage)
  await session.open()
  const screen = await render(App, {
    props: {
      app: { session, theme, sample: new Sample(session), imports: createImportQueue(session) },
    },
  })
  return { session, theme, screen }
}
