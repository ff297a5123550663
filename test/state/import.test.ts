import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toWorkspaceId } from '../../src/core/brand.ts'
import { success } from '../../src/core/problem.ts'
import { WorkerDied } from '../../src/bridge/spawn.ts'
import { withRole, withType } from '../../src/state/import-choices.ts'
import { ImportReview } from '../../src/state/import.svelte.ts'
import { aFile, FakeImporter, refused } from '../support/fake-importer.ts'
import { aPlan, aReview, FEBRUARY, MARCH } from '../support/import-data.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ASKED = { kind: 'date-order', column: 3, example: '03/04/2026' } as const

function setup(prepare: (importer: FakeImporter) => void = () => {}) {
  const importers: FakeImporter[] = []
  const published = vi.fn(() => Promise.resolve())
  const review = new ImportReview({
    spawnImporter: () => {
      const importer = new FakeImporter()
      prepare(importer)
      importers.push(importer)
      return importer.job
    },
    workspace: () => toWorkspaceId('w1'),
    today: () => MARCH,
    languages: () => ['en'],
    published,
  })
  const newest = () => importers.at(-1) as FakeImporter
  return { review, importers, newest, published }
}

const pause = () => vi.advanceTimersByTimeAsync(300)

test('a file is inspected at once and read whole meanwhile', async () => {
  const { review, newest } = setup()
  await review.open(aFile())
  expect(newest().inspected[0]?.hints).toEqual({
    workspace: 'w1',
    today: MARCH,
    languages: ['en'],
    dialect: {},
  })
  expect(newest().staged).toHaveLength(1)
  expect(review.state).toMatchObject({ step: 'reviewing', staging: { kind: 'ready' } })
})

test('nothing is published before Import', async () => {
  const { review, newest, published } = setup()
  await review.open(aFile())
  review.correctPlan((plan) => withType(plan, 2, 'text'))
  await pause()
  expect(newest().published).toHaveLength(0)
  expect(published).not.toHaveBeenCalled()
})

test('Import publishes what was read, and tells who shows data', async () => {
  const { review, newest, published } = setup()
  await review.open(aFile())
  expect(review.importNow()).toBe('publishes')
  await vi.runAllTimersAsync()
  expect(newest().published).toHaveLength(1)
  expect(review.state.step).toBe('done')
  expect(published).toHaveBeenCalledOnce()
  expect(newest().cancelled).toBe(true)
})

test('corrections in quick succession are read once, with the last of them', async () => {
  const { review, newest } = setup()
  await review.open(aFile())
  review.correctPlan((plan) => withType(plan, 2, 'text'))
  review.correctPlan((plan) => withType(plan, 2, 'number'))
  review.correct((choices) => withRole(choices, 4, 'segment'))
  await pause()
  expect(newest().staged).toHaveLength(2)
  expect(newest().staged[1]?.plan.columns[2]?.type).toBe('number')
  expect(newest().staged[1]?.roles).toMatchObject({ owner: null, segments: ['type', 'owner'] })
})

test('an answer to an older reading that comes late is dropped', async () => {
  const { review, newest } = setup((importer) => (importer.holds = ['stage']))
  void review.open(aFile())
  await pause()
  review.correctPlan((plan) => withType(plan, 2, 'text'))
  await pause()
  const [older, newer] = newest().staged
  newer?.answer(success(aReview({ problemCount: 2 })))
  older?.answer(success(aReview({ problemCount: 1 })))
  older?.progress({ phase: 'reading', share: 0.5, rows: 10 })
  await pause()
  expect(review.state).toMatchObject({ staging: { kind: 'ready', review: { problemCount: 2 } } })
})

test('Import pressed while the file is read publishes once it is', async () => {
  const { review, newest } = setup((importer) => (importer.holds = ['stage']))
  void review.open(aFile())
  await pause()
  expect(review.importNow()).toBe('waits')
  expect(review.waits).toBe(true)
  expect([newest().aheads, newest().published.length]).toEqual([1, 0])
  newest().staged[0]?.answer(success(aReview()))
  await pause()
  expect(newest().published).toHaveLength(1)
})

test('what the file says is not shown while it is written to whoever did not wait for it', async () => {
  const { review, newest } = setup((importer) => (importer.holds = ['stage', 'publish']))
  void review.open(aFile())
  await pause()
  review.importNow()
  newest().staged[0]?.answer(success(aReview()))
  await pause()
  expect([review.state.step, review.review]).toEqual(['publishing', null])
  newest().published[0]?.answer(refused({ code: 'storage-full' }))
  await pause()
  expect(review.review).toEqual(aReview())
})

test('a correction after Import was pressed takes the press back', async () => {
  const { review, newest } = setup((importer) => (importer.holds = ['stage']))
  void review.open(aFile())
  await pause()
  review.importNow()
  review.correctPlan((plan) => withType(plan, 2, 'text'))
  await pause()
  newest().staged[1]?.answer(success(aReview()))
  await pause()
  expect(newest().published).toHaveLength(0)
})

test('Import with an answer owing asks for it and writes nothing', async () => {
  const { review, newest } = setup((importer) => {
    importer.review = (plan) => success(aReview({ plan, questions: [ASKED] }))
  })
  await review.open(aFile())
  expect(review.importNow()).toBe('asks')
  expect(review.attention).toBe(1)
  expect(newest().published).toHaveLength(0)
})

test('an answered date is read as answered, and the question stays to be changed', async () => {
  const { review, newest } = setup((importer) => {
    importer.review = (plan) =>
      success(aReview({ plan, questions: plan.columns[3]?.format.date ? [] : [ASKED] }))
  })
  await review.open(aFile())
  review.answer(3, 'dmy')
  await pause()
  flushSync()
  expect(newest().staged[1]?.plan.columns[3]).toMatchObject({
    type: 'date',
    format: { date: 'dmy' },
  })
  expect(review.questions.list).toEqual([{ ...ASKED, answer: 'dmy' }])
  expect(review.owing).toEqual([])
  expect(review.importNow()).toBe('publishes')
})

test('an ambiguous date needs no answer once its column is left out', async () => {
  const { review } = setup((importer) => {
    importer.review = (plan) => success(aReview({ plan, questions: [ASKED] }))
  })
  await review.open(aFile())
  review.correct((choices) => withRole(choices, 3, 'ignored'))
  expect(review.owing).toEqual([])
})

test('Cancel ends the worker at once and leaves nothing behind', async () => {
  const { review, newest, published } = setup((importer) => (importer.holds = ['publish']))
  await review.open(aFile())
  review.importNow()
  review.cancel()
  newest().published[0]?.answer(success({} as never))
  await pause()
  expect(newest().cancelled).toBe(true)
  expect(review.state).toEqual({ step: 'idle' })
  expect(published).not.toHaveBeenCalled()
})

test('a file that cannot be read says why', async () => {
  const problem = { code: 'not-text', kind: 'xlsx' } as const
  const { review } = setup((importer) => (importer.inspection = () => refused(problem)))
  await review.open(aFile('accounts.xlsx'))
  expect(review.state).toEqual({ step: 'failed', fileName: 'accounts.xlsx', problems: [problem] })
})

test('keys that collide are shown beside what was read before, and Import leads there', async () => {
  const problem = { code: 'keys-collide', rule: 'trim-case', keys: ['a', 'A'] } as const
  const { review, newest } = setup((importer) => (importer.review = () => refused(problem)))
  await review.open(aFile())
  expect(review.state).toMatchObject({ staging: { kind: 'refused', problems: [problem] } })
  expect(review.importNow()).toBe('refused')
  expect(newest().published).toHaveLength(0)
})

test('a full disk leaves the review as it was, and Import can be pressed again', async () => {
  const { review, newest } = setup(
    (importer) => (importer.publication = refused({ code: 'storage-full' })),
  )
  await review.open(aFile())
  review.importNow()
  await pause()
  expect(review.state).toMatchObject({
    step: 'reviewing',
    staging: { kind: 'ready', unwritten: [{ code: 'storage-full' }] },
  })
  review.importNow()
  await pause()
  expect(newest().published).toHaveLength(2)
})

test('another separator inspects the file again, and only the date that was chosen is kept', async () => {
  const { review, importers, newest } = setup()
  await review.open(aFile())
  review.correctPlan((plan) => ({ ...plan, day: FEBRUARY }))
  await review.correctDialect({ delimiter: ';' })
  expect(importers).toHaveLength(2)
  expect(importers[0]?.cancelled).toBe(true)
  expect(newest().inspected[0]?.hints.dialect).toEqual({ delimiter: ';' })
  expect(newest().staged[0]?.plan).toEqual(aPlan({ day: FEBRUARY }))
})

test('where nothing can be read under a correction, what was read stays, and the next one is tried without it', async () => {
  const problem = { code: 'too-many-columns', found: 5_000, limit: 2_000 } as const
  const { review, newest } = setup((importer) => {
    const { inspection } = importer
    importer.inspection = (file) =>
      importer.inspected[0]?.hints.dialect?.delimiter === 'a' ? refused(problem) : inspection(file)
  })
  await review.open(aFile())
  await review.correctDialect({ delimiter: 'a' })
  expect(review.state).toMatchObject({ staging: { kind: 'refused', problems: [problem] } })
  expect(review.choices?.plan).toEqual(aPlan())
  await review.correctDialect({ quote: '' })
  expect(newest().inspected[0]?.hints.dialect).toEqual({ quote: '' })
  expect(review.state).toMatchObject({ staging: { kind: 'ready' } })
})

test('a worker that dies says so instead of hanging', async () => {
  const { review } = setup((importer) => {
    importer.inspect = () => Promise.reject(new WorkerDied('out of memory'))
  })
  await review.open(aFile())
  expect(review.state).toMatchObject({ step: 'failed', problems: [{ code: 'import-died' }] })
})
