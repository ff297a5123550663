import { flushSync } from 'svelte'
import { expect, test, vi } from 'vitest'
import { toDay } from '../../src/core/brand.ts'
import { failure, success } from '../../src/core/problem.ts'
import { OverviewState } from '../../src/state/overview.svelte.ts'
import { createSession } from '../support/app.ts'
import { NEWEST, nothingOpened, opened, snapshotDays } from '../support/portfolio.ts'

const imported = { act: 'import', fileName: 'accounts.csv', day: NEWEST, files: 1 } as const

test('the newest snapshot is looked at, compared with the one before', async () => {
  const session = createSession()
  await session.open()
  expect([session.day, session.since, session.later]).toEqual([NEWEST, snapshotDays[10], null])
})

test('the address chooses another snapshot', async () => {
  const session = createSession('#/overview?day=2025-12-31')
  await session.open()
  expect([session.day, session.since]).toEqual([snapshotDays[1], snapshotDays[0]])
})

test('a day that no snapshot has shows the newest', async () => {
  const session = createSession('#/overview?day=1999-01-01')
  await session.open()
  expect(session.day).toBe(NEWEST)
})

test('one snapshot is compared with nothing, no snapshot has no day', async () => {
  const one = createSession('', { opened: opened({ snapshots: [{ day: NEWEST, accounts: 1 }] }) })
  const none = createSession('', { opened: nothingOpened() })
  await Promise.all([one.open(), none.open()])
  expect([one.day, one.since, none.day, none.since]).toEqual([NEWEST, null, null, null])
})

const offered = () => {
  let shown = opened()
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const answers = { open: () => Promise.resolve(success(shown)) }
  const session = createSession('', { answers }, null, { storage })
  const finds = (next: typeof shown) => {
    shown = next
  }
  return { session, finds }
}

test.each([
  ['the data went missing', nothingOpened()],
  [
    'only some of it is left',
    opened({ undo: imported, snapshots: [{ day: NEWEST, accounts: 1 }] }),
  ],
  ['another tab did something since', opened({ undo: { act: 'delete-snapshot', day: NEWEST } })],
])('no message offers to take back what cannot be: %s', async (_, found) => {
  const { session, finds } = offered()
  await session.open()
  session.toasts.show({ kind: 'bug', message: 'one' })
  session.refresh(opened({ undo: imported }))
  finds(opened({ undo: imported }))
  await session.open()
  expect(session.toasts.list.map(({ message }) => message.kind)).toEqual(['bug', 'acted'])
  finds(found)
  await session.closed('lost')
  expect(session.toasts.list.map(({ message }) => message.kind)).toEqual(['bug'])
})

test.each(['newer', 'erased'] as const)(
  'no message offers to take anything back in a tab that is over: %s',
  async (closing) => {
    const { session } = offered()
    await session.open()
    session.refresh(opened({ undo: imported }))
    await session.closed(closing)
    expect(session.toasts.list).toEqual([])
  },
)

test('a store that cannot be opened is said, not shown as a first visit', async () => {
  const problem = { code: 'newer-database', found: 3, known: 2 } as const
  const session = createSession('', { answers: { open: () => Promise.resolve(failure(problem)) } })
  await session.open()
  expect({ opened: session.opened, problems: session.problems }).toEqual({
    opened: null,
    problems: [problem],
  })
})

test.each([
  ['accounts.csv', 'id,arr\n1,2\n', 'import'],
  ['model.txt', '\uFEFF { "format": "hale-config" }', 'configuration'],
  ['model.json', '{ "format": "hale-config" }', 'configuration'],
  ['renamed.bin', 'hale-backup\u0001', 'restore'],
  ['damaged.hale', 'nothing that was written', 'restore'],
  ['accounts.xlsx', 'PK', 'import'],
  ['empty.csv', '', 'import'],
])('a file %s with %s goes to %s', async (name, text, page) => {
  const session = createSession()
  await session.open()
  await session.chooseFiles([new File([text], name)])
  expect(session.route.page).toBe(page)
})

test('several tables wait for their import in the order they came', async () => {
  const session = createSession()
  const [first, second] = [new File(['a,b'], 'a.csv'), new File(['a,b'], 'b.csv')]
  await session.chooseFiles([first])
  await session.chooseFiles([second])
  expect(session.files).toEqual([first, second])
})

test('what was done is told to the other tabs, and can be taken back', async () => {
  const posted = vi.fn()
  const channel = { postMessage: posted, addEventListener: () => {} }
  const session = createSession('', { opened: opened({ undo: imported }) }, channel)
  session.refresh(opened({ undo: imported }))
  expect(posted).toHaveBeenCalledWith({ changed: 'w1' })
  expect(session.toasts.list.map(({ message }) => message)).toEqual([
    { kind: 'acted', act: imported },
  ])
  await session.undo()
  expect(session.toasts.list.map(({ message }) => message)).toEqual([
    { kind: 'undone', act: imported },
  ])
  expect(session.opened?.undo).toBeNull()
})

test('what is on screen is asked for again when the accounts were written to, though it is the same snapshot', async () => {
  const session = createSession('', { answers: { open: async () => success(opened()) } })
  await session.open()
  const before = session.look
  await session.open()
  expect(session.look).toEqual(before)
  expect(session.look).not.toBe(before)
})

test('another tab that wrote makes this one read again', async () => {
  let hear: () => void = () => {}
  const channel = {
    postMessage: () => {},
    addEventListener: (_: string, listener: unknown) => (hear = listener as () => void),
  } as unknown as Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>
  const open = vi.fn(() => Promise.resolve(success(opened())))
  const session = createSession('', { answers: { open } }, channel)
  await session.open()
  hear()
  expect(open).toHaveBeenCalledTimes(2)
})

test('a change that fails leaves everything as it was and says why', async () => {
  const problem = { code: 'storage-full' } as const
  const answers = { deleteSnapshot: () => Promise.resolve(failure(problem)) }
  const session = createSession('', { answers })
  await session.open()
  const before = session.opened
  expect(await session.deleteSnapshot(toDay(1))).toBe(false)
  flushSync()
  expect(session.opened).toBe(before)
  expect(session.toasts.list[0]?.message).toEqual({ kind: 'problems', problems: [problem] })
})

test('problems pile up until they are dismissed; what was done gives way to what was done next', () => {
  const { toasts } = createSession()
  toasts.show({ kind: 'bug', message: 'one' })
  toasts.show({ kind: 'said', text: 'two' })
  toasts.show({ kind: 'said', text: 'three' })
  expect(toasts.list.map(({ message }) => message)).toEqual([
    { kind: 'bug', message: 'one' },
    { kind: 'said', text: 'three' },
  ])
  toasts.dismiss(toasts.list[0]?.id ?? -1)
  expect(toasts.list).toHaveLength(1)
})

test('the overview that a change leads to is asked for before its page is there, and once', async () => {
  const overview = vi.fn(() => Promise.resolve(failure({ code: 'no-workspace' } as const)))
  const session = createSession('#/import?day=2025-12-31', { answers: { overview } })
  await session.open()
  await session.change(() => Promise.resolve(success(opened())), 'overview')
  expect([session.route.page, overview.mock.calls]).toEqual(['overview', [[session.look]]])
  const page = new OverviewState(session)
  await page.load()
  expect(overview).toHaveBeenCalledOnce()
  await page.load()
  expect(overview).toHaveBeenCalledTimes(2)
})

test('an overview that was asked for ahead of a later change is not shown', async () => {
  const overview = vi.fn(() => Promise.resolve(failure({ code: 'no-workspace' } as const)))
  const session = createSession('', { answers: { overview } })
  await session.change(() => Promise.resolve(success(opened())), 'overview')
  session.refresh(opened())
  await new OverviewState(session).load()
  expect(overview).toHaveBeenCalledTimes(2)
})
