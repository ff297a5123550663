import { beforeEach, describe, expect, test } from 'vitest'
import type { Seen } from '../../workers/protocol/look.ts'
import { question, strict, twoModels } from './support/two-models.ts'
import {
  changeStored,
  configuration,
  csv,
  day,
  emptyDatabase,
  emptyTable,
  importFile,
  openEngine,
  value,
  withConfiguration,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const SEEN: readonly Seen[] = ['recorded', 'restated']

const correctedJanuary = csv(
  '2026-01-31.csv',
  'Account ID,Name,Plan,ARR,Logins,Overdue',
  '00417,Brontë Foods,Pro,1000,60,0',
  '00418,Castell & Moor,Team,2000,90,2',
)

const pointsAnew = async (seen: Seen) =>
  value(await (await openEngine()).engine.trends(question(seen))).points

const averagesAnew = async (seen: Seen) => (await pointsAnew(seen)).map(({ average }) => average)

/** Two snapshots, looked at as recorded and restated, and what was kept of them marked. */
async function markedFigures() {
  const made = await twoModels()
  for (const seen of SEEN) await pointsAnew(seen)
  await expect.poll(() => changeStored('figures', (one) => one)).toHaveLength(4)
  await changeStored('figures', (one) => ({ ...one, figures: { ...one.figures, average: 77 } }))
  return made
}

describe('what a snapshot adds up to', () => {
  test('is counted once, and the same from then on', async () => {
    await twoModels()
    for (const seen of SEEN) {
      const counted = await pointsAnew(seen)
      await expect.poll(() => changeStored('figures', (one) => one)).not.toHaveLength(0)
      expect(await pointsAnew(seen)).toEqual(counted)
      await emptyTable('figures')
    }
    await markedFigures()
    for (const seen of SEEN) expect(await averagesAnew(seen)).toEqual([77, 77])
  })

  test('of a segment is counted anew', async () => {
    const { engine } = await markedFigures()
    const segment = [{ by: 'plan', label: 'Pro' }]
    const { points } = value(await engine.trends({ ...question('restated'), segment }))
    expect(points.map(({ average }) => average)).toEqual([25, 25])
  })

  test('is counted again where the snapshot was corrected, and there alone', async () => {
    const { opened } = await markedFigures()
    await importFile(correctedJanuary, opened.workspace)
    expect(await averagesAnew('recorded')).toEqual([(60 + 39) / 2, 77])
    expect(await averagesAnew('restated')).toEqual([(30 + 39) / 2, 77])
  })

  test('is counted again under another model, other bands or another column of value', async () => {
    const { engine } = await markedFigures()
    const { value: _, ...account } = strict.account
    for (const next of [
      configuration,
      { ...strict, account },
      { ...strict, bands: configuration.bands },
    ]) {
      value(await engine.applyConfiguration(next, 'Next'))
      for (const seen of SEEN) expect(await averagesAnew(seen)).not.toContain(77)
      await expect.poll(() => changeStored('figures', (one) => one)).toHaveLength(4)
      const fresh = await pointsAnew('restated')
      await emptyTable('figures')
      expect(await pointsAnew('restated')).toEqual(fresh)
      await markAgain()
    }
  })

  test('goes when a snapshot is deleted, and when it comes back', async () => {
    const { engine } = await markedFigures()
    value(await engine.deleteSnapshot(day('2026-01-31')))
    expect(await averagesAnew('restated')).toEqual([31])
    await expect.poll(() => changeStored('figures', (one) => one)).toHaveLength(1)
    await markAgain()
    const other = await openEngine()
    value(await other.engine.undo())
    expect(await averagesAnew('restated')).toHaveLength(2)
    expect(await averagesAnew('restated')).not.toContain(77)
  })
})

test('a value that is derived is counted like one that is delivered', async () => {
  const derived = [{ id: 'twice', name: 'Twice', expression: 'arr * 2' }]
  const { engine, opened } = await withConfiguration()
  const account = { ...configuration.account, value: 'twice' }
  value(await engine.applyConfiguration({ ...configuration, account, derived }, 'Derived'))
  await importFile(correctedJanuary, opened.workspace)
  const [point] = await pointsAnew('restated')
  expect(point?.values).toEqual([4000, 2000, 0])
})

async function markAgain(): Promise<void> {
  await changeStored('figures', (one) => ({ ...one, figures: { ...one.figures, average: 77 } }))
}
