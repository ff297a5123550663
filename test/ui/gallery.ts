// The app with an engine that answers from plain data, for a look at every page: `npx vite`, then /test/ui/gallery.html.
// ?rows=100000 shows a long list, ?empty the start, ?odd names and numbers that hardly fit.
import { createFakeEngine } from '../support/fake-engine.ts'
import { accountRows, nothingOpened, opened } from '../support/portfolio.ts'
import { mountGallery } from './gallery-mount.ts'

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

await mountGallery({
  engine: createFakeEngine({
    opened: asked.has('empty') ? nothingOpened() : opened(),
    rows: asked.has('odd') ? oddRows : accountRows(Number(asked.get('rows') ?? 215)),
  }),
  spawnImporter: () => {
    throw new Error('the gallery imports nothing')
  },
})
