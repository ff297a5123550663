import { expect, it } from 'vitest'
import { toCanonicalJson } from '../../../src/core/model/canonical.ts'
import type { Example } from '../../../src/core/model/configuration.ts'
import { restoreConfiguration } from '../../../src/core/model/read/restore.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import { sampleConfiguration } from '../../../src/sample/configuration.ts'
import { SOURCE_COLUMNS } from '../../../src/sample/columns.ts'
import { plainHistory } from '../../support/plain-history.ts'
import { configuration, deliveries } from './scored-sample.ts'

it('the sample configuration loads, and nothing in it is unknown', () => {
  const restored = restoreConfiguration(JSON.stringify(sampleConfiguration()))
  const warnings = restored.ok ? restored.value.warnings : restored.problems
  expect(warnings.filter(({ code }) => code !== 'not-used-yet')).toEqual([])
  expect(restored.ok && restored.value.configuration).toEqual(configuration)
})

it('the sample configuration is the same at every call', () => {
  expect(toCanonicalJson(sampleConfiguration())).toBe(toCanonicalJson(configuration))
})

it('the sample configuration describes the files as they are', () => {
  const [source] = configuration.sources ?? []
  for (const { csv } of deliveries)
    expect(csv.slice(0, csv.indexOf('\r\n')).split(',')).toEqual(source?.headers)
})

it('logins are ranked in a frozen list of 101', () => {
  const factors = configuration.models.flatMap(({ groups }) => groups.flatMap((g) => g.factors))
  const scale = factors.find(({ id }) => id === 'logins_per_seat')?.scale
  const reference = scale?.type === 'percentile' ? scale.reference : undefined
  expect(reference).toHaveLength(101)
  expect(reference?.toSorted((a, b) => a - b)).toEqual(reference)
})

it.each(configuration.examples ?? [])('the example "$name" is scored as it says', (example) => {
  expect(scored(example)).toEqual({
    model: example.model,
    score: example.score,
    band: example.band,
  })
})

function scored({ values }: Example) {
  const types = Object.fromEntries(SOURCE_COLUMNS.map(({ id, type }) => [id, type]))
  const text = [
    ['account_id', ...Object.keys(values)].join(','),
    ['00001', ...Object.values(values)].join(','),
  ].join('\n')
  const { history } = plainHistory([{ day: '2026-10-31', text }], types)
  const sheet = createScorer(configuration, history).sheet(0)
  return {
    model: configuration.models[sheet.models[0]!]?.id,
    score: sheet.shown[0],
    band: configuration.bands[sheet.bands[0]!]?.id,
  }
}
