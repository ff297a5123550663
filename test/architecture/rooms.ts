import { posix } from 'node:path'

/** The chapters of the core in the order they are read. Each may know those before it. */
const chapters = ['file', 'table', 'history', 'formula', 'source', 'model', 'score', 'view']

interface Room {
  /** The other rooms it may import from, or `page` for a file that sees the whole page. */
  readonly sees: readonly string[]
  readonly packages: readonly string[]
}

const core = ['words', ...chapters]
const uiPackages = ['svelte', '@lucide/svelte']

const rooms: Readonly<Record<string, Room>> = {
  words: { sees: [], packages: [] },
  ...Object.fromEntries(
    chapters.map((chapter, at) => [
      chapter,
      { sees: ['words', ...chapters.slice(0, at)], packages: [] },
    ]),
  ),
  sample: { sees: core, packages: [] },
  store: { sees: core, packages: ['dexie'] },
  protocol: { sees: core, packages: ['comlink'] },
  'read-csv': { sees: [...core, 'protocol', 'workers'], packages: ['papaparse'] },
  workers: {
    sees: [...core, 'sample', 'store', 'protocol', 'read-csv'],
    packages: ['comlink', 'fflate', '@noble/hashes'],
  },
  bridge: { sees: [...core, 'protocol'], packages: ['comlink'] },
  state: { sees: [...core, 'protocol', 'bridge'], packages: ['svelte'] },
  parts: {
    sees: [...core, 'protocol', 'bridge', 'state', 'ui'],
    packages: [...uiPackages, 'chart.js'],
  },
  ui: { sees: [...core, 'protocol', 'bridge', 'state', 'parts'], packages: uiPackages },
  main: {
    sees: [...core, 'sample', 'store', 'protocol', 'bridge', 'state', 'parts', 'ui'],
    packages: ['svelte'],
  },
}

/** The room a source file lies in, `undefined` where there is no place for it. */
export function roomOf(path: string): string | undefined {
  if (/^src\/(begin|main)\.ts$/.test(path)) return 'main'
  if (/^src\/core\/(problem|brand|platform\.d)\.ts$/.test(path)) return 'words'
  if (path.startsWith('workers/protocol/')) return 'protocol'
  if (path === 'workers/read-csv.ts') return 'read-csv'
  if (path.startsWith('src/ui/parts/')) return 'parts'
  const [, chapter] = /^src\/core\/(\w+)\//.exec(path) ?? []
  if (chapter) return chapters.includes(chapter) ? chapter : undefined
  if (path.startsWith('workers/')) return 'workers'
  return /^src\/(sample|store|bridge|state|ui)\//.exec(path)?.[1]
}

/** Why a file may not import this, or `undefined` where it may. */
export function objection(from: string, specifier: string): string | undefined {
  const name = roomOf(from)
  const room = name && rooms[name]
  if (!room) return `${from} has no place in the table of rooms`
  const [target = '', query] = specifier.split('?')
  if (!target.startsWith('.')) {
    return room.packages.includes(packageOf(target)) ? undefined : `${name} may not use ${target}`
  }
  const path = posix.join(posix.dirname(from), target)
  if (query?.includes('worker') || path.endsWith('.worker.ts')) return spawning(name, path, query)
  const there = roomOf(path)
  if (!there) return `${path} has no place in the table of rooms`
  return there === name || room.sees.includes(there) ? undefined : `${name} may not know ${there}`
}

/** A worker that is not started from a blob would not inherit the page's policy. */
function spawning(from: string, path: string, query: string | undefined): string | undefined {
  if (from !== 'bridge') return `${from} may not start a worker`
  const ours = /^workers\/[^/]+\.worker\.ts$/.test(path) && query === 'worker&inline'
  return ours ? undefined : `a worker is workers/….worker.ts?worker&inline, not ${path}?${query}`
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
