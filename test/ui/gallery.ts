// The app with an engine that answers from plain data, for a look at every page: `npx vite`, then /test/ui/gallery.html.
// ?rows=100000 shows a long list, ?empty the start, ?odd names and numbers that hardly fit.
import { mount } from 'svelte'
import { createImportQueue } from '../../src/state/import-of-session.ts'
import { Preferences } from '../../src/state/preferences.svelte.ts'
import { Route } from '../../src/state/route.svelte.ts'
import { Session } from '../../src/state/session.svelte.ts'
import { Sample } from '../../src/state/sample.svelte.ts'
import { Sentinel } from '../../src/state/sentinel.ts'
import { Theme } from '../../src/state/theme.svelte.ts'
import App from '../../src/ui/App.svelte'
import '../../src/ui/styles/index.css'
import { createFakeEngine } from '../support/fake-engine.ts'
import { accountRows, nothingOpened, opened } from '../support/portfolio.ts'

const asked = new URLSearchParams(location.search)
const oddRows = accountRows(12).map((row, place) => ({
  ...row,
  name:
    place % 3 === 0
      ? `${row.name} ${'Gesellschaft mit beschränkter Haftung '.repeat(3)}`
      : row.name,
  key: place === 0 ? 'x'.repeat(300) : row.key,
  value: (row.value ?? 0) * 12_345,
  owner: 'An owner with a name that is far too long for its column',
}))

const session = new Session({
  engine: createFakeEngine({
    opened: asked.has('empty') ? nothingOpened() : opened(),
    rows: asked.has('odd') ? oddRows : accountRows(Number(asked.get('rows') ?? 215)),
  }),
  spawnImporter: () => {
    throw new Error('the gallery imports nothing')
  },
  route: new Route(window),
  channel: null,
  sentinel: new Sentinel(localStorage, () => new Date().toISOString()),
})
const target = document.querySelector('#app')
if (!target) throw new Error('no element to mount the gallery in')
const theme = new Theme(document.documentElement, localStorage)
mount(App, {
  target,
  props: {
    app: {
      session,
      theme,
      preferences: new Preferences(localStorage),
      sample: new Sample(session),
      imports: createImportQueue(session),
      reload: async () => {},
    },
  },
})
await session.open()
