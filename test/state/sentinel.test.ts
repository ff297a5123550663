import { expect, test } from 'vitest'
import { toDay, toWorkspaceId } from '../../src/core/brand.ts'
import { Sentinel } from '../../src/state/sentinel.ts'
import type { Opened, WorkspaceSummary } from '../../workers/protocol/opened.ts'
import { nothingOpened, opened } from '../support/portfolio.ts'

const FIRST = '2026-11-01T12:00:00.000Z'
const LATER = '2026-11-02T12:00:00.000Z'

const workspace = (id: string): WorkspaceSummary => ({
  id: toWorkspaceId(id),
  name: `Workspace ${id}`,
  kind: 'own',
})

/** Two workspaces, the first one open. */
const withSnapshots = (...accounts: number[]): Opened =>
  opened({
    workspaces: [workspace('a'), workspace('b')],
    workspace: workspace('a'),
    snapshots: accounts.map((count, day) => ({ day: toDay(day), accounts: count })),
  })

function setup(kept: string | null = null) {
  let text = kept
  let instant = FIRST
  const storage = {
    getItem: () => text,
    setItem: (_: string, value: string) => void (text = value),
  }
  return {
    sentinel: new Sentinel(storage, () => instant),
    text: () => text,
    later: () => (instant = LATER),
  }
}

test('a first visit misses nothing', () => {
  expect(setup().sentinel.missing(nothingOpened())).toBeNull()
})

test('whether something is stored is known before it is opened', () => {
  const { sentinel } = setup()
  expect(sentinel.isRemembering).toBe(false)
  sentinel.remember(withSnapshots(3))
  expect(sentinel.isRemembering).toBe(true)
  sentinel.remember(nothingOpened())
  expect(sentinel.isRemembering).toBe(false)
})

test('a database that is empty where something was stored misses all of it', () => {
  const { sentinel } = setup()
  sentinel.remember(withSnapshots(3, 4))
  expect(sentinel.missing(nothingOpened())).toEqual({
    remembered: { workspaces: 2, snapshots: 2, rows: 4 },
    found: { workspaces: 0, snapshots: 0, rows: 0 },
    lastWrite: FIRST,
  })
})

test.each([
  ['the same', withSnapshots(3, 4), null],
  ['more snapshots', withSnapshots(3, 4, 1), null],
  ['more accounts', withSnapshots(3, 5), null],
  ['fewer snapshots', withSnapshots(9), { workspaces: 2, snapshots: 1, rows: 9 }],
  ['fewer accounts', withSnapshots(3, 2), { workspaces: 2, snapshots: 2, rows: 2 }],
  [
    'fewer workspaces',
    { ...withSnapshots(3, 4), workspaces: [workspace('a')] },
    { workspaces: 1, snapshots: 2, rows: 4 },
  ],
])('found with %s', (_, found, left) => {
  const { sentinel } = setup()
  sentinel.remember(withSnapshots(3, 4))
  expect(sentinel.missing(found)?.found ?? null).toEqual(left)
})

test('a workspace that is not open is known by what it held when it was', () => {
  const { sentinel } = setup()
  sentinel.remember(withSnapshots(3, 4))
  sentinel.remember({ ...withSnapshots(7), workspace: workspace('b') })
  expect(sentinel.missing(nothingOpened())?.remembered).toEqual({
    workspaces: 2,
    snapshots: 3,
    rows: 11,
  })
})

test('what is only looked at leaves the time of the last write', () => {
  const { sentinel, later } = setup()
  sentinel.remember(withSnapshots(3, 4))
  later()
  sentinel.confirm(withSnapshots(3, 4))
  expect(sentinel.missing(nothingOpened())?.lastWrite).toBe(FIRST)
  sentinel.confirm(withSnapshots(3, 4, 5))
  expect(sentinel.missing(nothingOpened())?.lastWrite).toBe(LATER)
})

test('counts and random ids are kept, and no name', () => {
  const { sentinel, text } = setup()
  sentinel.remember(withSnapshots(3, 4))
  expect(JSON.parse(text() ?? '')).toEqual({
    lastWrite: FIRST,
    workspaces: [
      { id: 'a', snapshots: 2, rows: 4 },
      { id: 'b', snapshots: 0, rows: 0 },
    ],
  })
})

test.each([
  '',
  'null',
  '7',
  '{',
  '[]',
  '{"lastWrite":1,"workspaces":[]}',
  '{"lastWrite":"2026","workspaces":[{"id":"a","snapshots":"2"}]}',
  '{"__proto__":{"lastWrite":"2026","workspaces":[]}}',
])('a note that is not ours counts as none: %s', (text) => {
  expect(setup(text).sentinel.missing(nothingOpened())).toBeNull()
})

test('where the browser refuses to keep anything, nothing fails', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  const sentinel = new Sentinel({ getItem: refuse, setItem: refuse }, () => FIRST)
  sentinel.remember(withSnapshots(3))
  expect(sentinel.missing(nothingOpened())).toBeNull()
})
