import { beforeEach, expect, test } from 'vitest'
import { toCanonicalJson } from '../../src/core/model/canonical.ts'
import {
  configuration,
  day,
  emptyDatabase,
  importFile,
  january,
  openEngine,
  value,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const strict = { ...configuration, name: 'Strict', bands: [{ id: 'red', from: 0 }] }

async function withTwoVersions() {
  const { engine } = await openEngine()
  value(await engine.applyConfiguration(configuration, 'first.json'))
  const opened = value(await engine.applyConfiguration(strict, 'strict.json'))
  return { engine, opened }
}

test('an earlier version can be read beside the one in force', async () => {
  const { engine, opened } = await withTwoVersions()
  expect(opened.configuration).toEqual(strict)
  expect(value(await engine.configurationVersion(1))).toEqual(configuration)
  expect(await engine.configurationVersion(7)).toEqual({
    ok: false,
    problems: [{ code: 'no-configuration' }],
  })
})

test('going back to a version makes a new one of it, which undo takes back', async () => {
  const { engine, opened } = await withTwoVersions()
  const reverted = value(await engine.revertConfiguration(1, 'Back to model 1'))
  expect([reverted.configurationVersion, reverted.configuration]).toEqual([3, configuration])
  const { versions } = value(await engine.model(null))
  expect(versions.map(({ version, name, note, hash }) => [version, name, note, hash])).toEqual([
    [1, 'Logins', 'first.json', reverted.configurationHash],
    [2, 'Strict', 'strict.json', opened.configurationHash],
    [3, 'Logins', 'Back to model 1', reverted.configurationHash],
  ])
  const { opened: undone } = value(await engine.undo())
  expect([undone.configurationVersion, undone.configuration]).toEqual([2, strict])
  expect(await engine.revertConfiguration(9, '')).toMatchObject({ ok: false })
})

test('the examples of a configuration are run when it is read and while it is in force', async () => {
  const { engine } = await openEngine()
  const examples = [
    { name: 'Half', values: { logins: 50 }, score: 50 },
    { name: 'Wrong', values: { logins: 50 }, score: 60 },
  ]
  const text = toCanonicalJson({ ...configuration, examples })
  const differing = {
    code: 'example-differs',
    place: 'examples[1].score',
    severity: 'warning',
    example: 'Wrong',
    expected: '60',
    found: '50',
  }
  const reading = value(await engine.readConfiguration(text))
  expect(reading.problems).toEqual([differing])
  const opened = value(await engine.applyConfiguration(reading.configuration, ''))
  expect(opened.configurationProblems).toContainEqual(differing)
})

test('files that are made say by which configuration, and when', async () => {
  const { engine, opened } = await withTwoVersions()
  await importFile(january, opened.workspace)
  const { configurationHash } = value(await engine.open(null))
  const mark = configurationHash.slice(0, 8)
  expect(value(await engine.exportScores(day('2026-01-31'))).fileName).toBe(
    `my-accounts-scores-2026-01-31-${mark}.csv`,
  )
  expect(value(await engine.exportConfiguration()).fileName).toMatch(
    new RegExp(`^my-accounts-model-2-\\d{4}-\\d\\d-\\d\\d-${mark}\\.json$`),
  )
})
