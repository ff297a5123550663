import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../src/core/model/configuration.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import {
  booleans,
  configurationOf,
  factorOf,
  groupOf,
  modelOf,
  numbers,
  scored,
  sheetOf,
  simply,
  snapshot,
} from './build.ts'

const usage = factorOf('usage')
const nps = factorOf('nps')

describe('flags', () => {
  const flagged = (when: string, parts: Partial<Configuration> = {}) => ({
    ...simply([usage, nps]),
    ...parts,
    flags: [{ id: 'flag', kind: 'risk' as const, when }],
  })
  const raised = (when: string) => [
    ...scored(flagged(when), { usage: numbers(90, 20, null), nps: numbers(90, null, null) })
      .flags[0]!,
  ]

  it.each([
    ['score >= 70', [1, 0, 0]],
    ['is_missing(score)', [0, 0, 1]],
    ["band == 'red'", [0, 1, 0]],
    ['is_missing(band)', [0, 0, 1]],
    ['coverage < 1', [0, 1, 1]],
    ['coverage == 0', [0, 0, 1]],
    ["model == 'main'", [1, 1, 1]],
    ["factor('usage') < 50", [0, 1, 0]],
    ["is_missing(factor('nobody'))", [1, 1, 1]],
    ["group('group') == 20", [0, 1, 0]],
    ['raw == 90', [1, 0, 0]],
    ['usage < 50', [0, 1, 0]],
    ['not overridden', [1, 1, 1]],
  ])('may use %s', (when, expected) => {
    expect(raised(when)).toEqual(expected)
  })

  it('see that a score is overridden, but the computed score', () => {
    const configuration = flagged('overridden and score == 90')
    const history = [snapshot('2026-01-31', { usage: numbers(90, 90), nps: numbers(90, 90) })]
    const scorer = createScorer(configuration, history, undefined, {
      overriddenAt: () => Uint8Array.of(0, 1),
    })
    expect([...scorer.sheet(0).flags[0]!]).toEqual([0, 1])
  })

  it('see the change of the shown score since an older snapshot, to one decimal', () => {
    const history = [
      snapshot('2026-01-01', { usage: numbers(16.4, 69.94, null) }),
      snapshot('2026-01-31', { usage: numbers(6.4, 59.949, 5) }),
    ]
    const configuration = {
      ...simply([usage]),
      flags: [{ id: 'fall', kind: 'risk' as const, when: 'change(score, 30) <= -10' }],
    }
    // 16.4 to 6.4 and 69.9 to 59.9: the doubles differ by a little less than 10.
    expect([...sheetOf(configuration, history).flags[0]!]).toEqual([1, 1, 0])
  })

  it('see the score of the model an account had then', () => {
    const configuration: Configuration = {
      ...configurationOf([
        modelOf([groupOf([usage])], { id: 'new', appliesTo: 'age < 30' }),
        modelOf([groupOf([nps])], { id: 'old' }),
      ]),
      flags: [{ id: 'fall', kind: 'risk', when: 'previous(score) == 80 and score == 10' }],
    }
    const history = [
      snapshot('2026-01-01', { usage: numbers(80), nps: numbers(1), age: numbers(10) }),
      snapshot('2026-01-31', { usage: numbers(80), nps: numbers(10), age: numbers(40) }),
    ]
    expect([...sheetOf(configuration, history).flags[0]!]).toEqual([1])
  })

  it('that were raised can be asked for by filters', () => {
    const history = [snapshot('2026-01-31', { usage: numbers(90, 20), nps: numbers(90, 20) })]
    const { results } = createScorer(flagged('score > 50'), history)
    expect(results(0).hasFlag('flag')).toEqual(booleans(true, false))
    expect(results(0).hasFlag('other')).toBeNull()
  })
})

it('one factor id in two models is one thing to filters', () => {
  const configuration = configurationOf([
    modelOf([groupOf([usage])], { id: 'a', appliesTo: 'arr > 10' }),
    modelOf([groupOf([factorOf('usage', { input: 'usage / 2' })])], {
      id: 'b',
      appliesTo: 'arr > 0',
    }),
  ])
  const history = [snapshot('2026-01-31', { usage: numbers(80, 80, 80), arr: numbers(20, 5, 0) })]
  const { results } = createScorer(configuration, history)
  expect(results(0).factor('usage')).toEqual(numbers(80, 40, null))
  expect(results(0).group('group')).toEqual(numbers(80, 40, null))
  expect(results(0).group('other')).toBeNull()
})
