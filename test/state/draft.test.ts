import { expect, test, vi } from 'vitest'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { failure, success } from '../../src/core/problem.ts'
import { Draft } from '../../src/state/draft.svelte.ts'
import type { KeptDraft } from '../../workers/protocol/draft.ts'
import { createSession } from '../support/app.ts'
import { configuration, opened } from '../support/portfolio.ts'

/** A draft over a session whose engine remembers what it was asked to keep. */
async function begin(kept: KeptDraft | null = null) {
  const keepDraft = vi.fn((_draft: KeptDraft | null) => Promise.resolve(success(null)))
  const applyConfiguration = vi.fn((applied: Configuration) =>
    Promise.resolve(success(opened({ configuration: applied, configurationVersion: 5 }))),
  )
  const session = createSession('#/model', {
    answers: { keepDraft, applyConfiguration, keptDraft: () => Promise.resolve(success(kept)) },
  })
  await session.open()
  const draft = new Draft(session)
  await draft.load()
  return { draft, session, keepDraft, applyConfiguration }
}

const named = (name: string) => (now: Configuration) => ({ ...now, name })

test('what is dragged without a pause is one step', async () => {
  const { draft } = await begin()
  for (const name of ['A', 'B', 'C']) draft.edit('name', named(name))
  draft.settle()
  draft.step('name', named('D'))
  expect(draft.configuration?.name).toBe('D')
  draft.undo()
  expect(draft.configuration?.name).toBe('C')
  draft.undo()
  expect([draft.configuration, draft.isChanged, draft.before]).toEqual([configuration, false, null])
})

test('undone steps can be made again, until another is made', async () => {
  const { draft } = await begin()
  draft.step('name', named('A'))
  draft.step('name', named('B'))
  draft.undo()
  draft.undo()
  draft.redo()
  expect([draft.configuration?.name, draft.after?.name]).toEqual(['A', 'B'])
  draft.step('name', named('C'))
  expect(draft.after).toBeNull()
})

test('what leads back to where it began is no step', async () => {
  const { draft } = await begin()
  draft.edit('name', named('A'))
  draft.edit('name', () => ({ ...configuration }))
  draft.settle()
  expect([draft.before, draft.isChanged]).toEqual([null, false])
})

test('every step is kept, and taken up again after a reload', async () => {
  const { draft, keepDraft } = await begin()
  draft.step('name', named('A'))
  draft.step('name', named('B'))
  draft.undo()
  await expect.poll(() => keepDraft.mock.calls.length).toBe(3)
  const kept = keepDraft.mock.lastCall![0]!
  expect([kept.steps.map(({ name }) => name), kept.at]).toEqual([[configuration.name, 'A', 'B'], 1])
  const again = (await begin(kept)).draft
  expect([again.configuration?.name, again.before?.name, again.after?.name]).toEqual([
    'A',
    configuration.name,
    'B',
  ])
})

test('nothing is applied until it is saved, with its note; then there is no draft any more', async () => {
  const { draft, session, keepDraft, applyConfiguration } = await begin()
  draft.edit('name', named('A'))
  expect([session.configuration, applyConfiguration.mock.calls]).toEqual([configuration, []])
  await draft.save('Because')
  expect(applyConfiguration).toHaveBeenCalledWith({ ...configuration, name: 'A' }, 'Because')
  expect([session.configuration?.name, draft.isChanged, draft.before]).toEqual(['A', false, null])
  await expect.poll(() => keepDraft.mock.lastCall).toEqual([null])
})

test('what was kept of it is gone before another tab hears of the new model, so that what that keeps stays', async () => {
  const { draft, keepDraft, applyConfiguration } = await begin()
  draft.step('name', named('A'))
  await draft.save('')
  const lastKept = keepDraft.mock.invocationCallOrder.at(-1) ?? Infinity
  expect(keepDraft.mock.lastCall).toEqual([null])
  expect(lastKept).toBeLessThan(applyConfiguration.mock.invocationCallOrder[0] ?? 0)
  draft.keep()
  expect(keepDraft.mock.invocationCallOrder.at(-1)).toBe(lastKept)
})

test('a draft that could not be saved is kept as it was', async () => {
  const { draft, keepDraft, applyConfiguration } = await begin()
  draft.step('name', named('A'))
  await expect.poll(() => keepDraft.mock.calls.length).toBe(1)
  const [kept] = keepDraft.mock.lastCall ?? []
  applyConfiguration.mockResolvedValueOnce(failure({ code: 'storage-full' }) as never)
  expect(await draft.save('')).toBe(false)
  await expect.poll(() => keepDraft.mock.lastCall).toEqual([kept])
  expect(draft.isChanged).toBe(true)
})

test('a draft that is discarded can be brought back', async () => {
  const { draft } = await begin()
  draft.step('name', named('A'))
  draft.discard()
  expect(draft.isChanged).toBe(false)
  draft.undo()
  expect(draft.configuration?.name).toBe('A')
})

const theirs: Configuration = { ...configuration, description: 'Theirs' }
/** Another tab saves. */
async function saveElsewhere(session: Awaited<ReturnType<typeof begin>>['session']) {
  session.refresh(opened({ configuration: theirs, configurationVersion: 5 }))
}

test('a draft that was begun from another model says so, and goes on top of it', async () => {
  const { draft, session, keepDraft } = await begin()
  draft.step('name', named('A'))
  expect(draft.isBehind).toBe(false)
  await saveElsewhere(session)
  draft.follow()
  expect([draft.isBehind, draft.configuration?.name]).toEqual([true, 'A'])
  await expect.poll(() => keepDraft.mock.lastCall?.[0]?.base).toEqual(configuration)
  draft.putOnTop()
  expect([draft.isBehind, draft.configuration]).toEqual([false, { ...theirs, name: 'A' }])
  draft.undo()
  expect(draft.configuration).toEqual({ ...configuration, name: 'A' })
})

test('or gives way to it, which can be taken back', async () => {
  const { draft, session } = await begin()
  draft.step('name', named('A'))
  await saveElsewhere(session)
  draft.takeTheirs()
  expect([draft.configuration, draft.isChanged, draft.isBehind]).toEqual([theirs, false, false])
  draft.undo()
  expect(draft.configuration?.name).toBe('A')
})

test('a draft that changes nothing goes with what comes into force', async () => {
  const { draft, session } = await begin()
  draft.step('name', named('A'))
  draft.undo()
  await saveElsewhere(session)
  draft.follow()
  expect([draft.configuration, draft.after, draft.isChanged]).toEqual([theirs, null, false])
})

test('a draft that was left while another model came into force is behind when it is taken up', async () => {
  const steps = [theirs, { ...theirs, name: 'A' }]
  const { draft } = await begin({ steps, at: 1 })
  expect([draft.isBehind, draft.base]).toEqual([true, theirs])
})
