import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toDeliveryId } from '../../src/core/brand.ts'
import { success } from '../../src/core/problem.ts'
import { withType } from '../../src/state/import-choices.ts'
import { ImportQueue } from '../../src/state/import-queue.svelte.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'
import {
  aColumnPlan,
  anInspection,
  aPlan,
  aReview,
  FEBRUARY,
  MARCH,
} from '../support/import-data.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const [january, february, march] = ['2026-01', '2026-02', '2026-03'].map((month) =>
  aFile(`accounts-${month}.csv`),
) as [File, File, File]

function setup(prepare: (importer: FakeImporter) => void = () => {}) {
  const importers: FakeImporter[] = []
  const finished: [string, number][] = []
  const queue = new ImportQueue({
    spawnImporter: () => {
      const importer = new FakeImporter()
      prepare(importer)
      importers.push(importer)
      return importer.job
    },
    workspace: () => null,
    today: () => MARCH,
    languages: () => ['en'],
    published: (_published, fileName, remaining) => {
      finished.push([fileName, remaining])
      return Promise.resolve()
    },
  })
  const staged = () => importers.flatMap((importer) => importer.staged)
  return { queue, importers, finished, staged }
}

const settle = () => vi.runAllTimersAsync()

test('files are reviewed one after the other, in the order of their names', async () => {
  const { queue, finished } = setup()
  await queue.add([march, january])
  expect(queue.review.state).toMatchObject({ inspection: { fileName: january.name } })
  queue.importOne()
  await settle()
  expect(finished).toEqual([[january.name, 1]])
  expect(queue.review.state).toMatchObject({ inspection: { fileName: march.name } })
})

test('files imported all at once are one act, and one by one each is its own', async () => {
  const { queue, importers } = setup()
  await queue.add([january, february, march])
  const acts = () => importers.flatMap(({ oneWith }) => oneWith)
  queue.importOne()
  await settle()
  queue.importAll()
  await settle()
  expect(acts()).toEqual([null, null, toDeliveryId(1)])
  await queue.add([march])
  queue.importOne()
  await settle()
  expect(acts().at(-1)).toBe(null)
})

test('a file that was mended and chosen again takes its own place, not one behind itself', async () => {
  const { queue, importers } = setup()
  await queue.add([january])
  await queue.add([aFile(january.name)])
  expect(queue.following).toEqual([])
  expect(importers.map(({ cancelled }) => cancelled)).toEqual([true, false])
  expect(queue.review.state).toMatchObject({ inspection: { fileName: january.name } })
})

test('monthly files with the same headers can be imported all at once, as the first was corrected', async () => {
  const { queue, finished, staged } = setup((importer) => {
    importer.inspection = (file) => {
      const day = file.name === january.name ? FEBRUARY : MARCH
      return success(anInspection({ fileName: file.name, plan: aPlan({ day }) }))
    }
  })
  await queue.add([january, february, march])
  expect(queue.canImportAll).toBe(true)
  queue.review.correctPlan((plan) => withType(plan, 2, 'text'))
  await settle()
  queue.importAll()
  await settle()
  expect(finished).toEqual([
    [january.name, 2],
    [february.name, 1],
    [march.name, 0],
  ])
  const last = staged().at(-1)?.plan
  expect(last?.columns[2]?.type).toBe('text')
  expect(last?.day).toBe(MARCH)
})

test('files of other headers, or without a date in their name, are not imported unseen', async () => {
  const other = setup((importer) => {
    importer.inspection = (file) => {
      const columns = file.name === march.name ? [aColumnPlan(0, 'ticket')] : aPlan().columns
      return success(anInspection({ fileName: file.name, plan: aPlan({ columns }) }))
    }
  })
  await other.queue.add([february, march])
  expect(other.queue.canImportAll).toBe(false)

  const undated = setup((importer) => {
    importer.inspection = (file) => {
      const { guesses } = anInspection()
      return success(anInspection({ fileName: file.name, guesses: { ...guesses, day: 'today' } }))
    }
  })
  await undated.queue.add([february, march])
  expect(undated.queue.canImportAll).toBe(false)
})

test('importing all stops at the file that needs an answer', async () => {
  const asked = { kind: 'date-order', column: 3, example: '03/04/2026' } as const
  const { queue, finished } = setup((importer) => {
    importer.review = (plan) => {
      const name = importer.inspected[0]?.file.name
      return success(aReview({ plan, questions: name === february.name ? [asked] : [] }))
    }
  })
  await queue.add([january, february, march])
  queue.importAll()
  await settle()
  expect(finished).toEqual([[january.name, 2]])
  expect(queue.review.owing).toHaveLength(1)
  expect(queue.importsAll).toBe(false)
})

test('a file that is skipped is not imported, and the next one is reviewed', async () => {
  const { queue, finished } = setup()
  await queue.add([january, february])
  await queue.skip()
  expect(queue.review.state).toMatchObject({ inspection: { fileName: february.name } })
  expect(finished).toEqual([])
})

test('looking ahead ends its workers', async () => {
  const { queue, importers } = setup()
  await queue.add([january, february, march])
  const open = importers.filter((importer) => !importer.cancelled)
  expect(open).toHaveLength(1)
})
