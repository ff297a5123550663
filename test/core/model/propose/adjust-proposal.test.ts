import { describe, expect, test } from 'vitest'
import { adjustProposal, turned } from '../../../../src/core/model/propose/adjust-proposal.ts'
import type { Configuration, Scale } from '../../../../src/core/model/configuration.ts'

const linear: Scale = { type: 'linear', from: 0, to: 10 }
const factor = (id: string, scale: Scale = linear) => ({ id, input: id, weight: 1, scale })

const proposal: Configuration = {
  format: 'hale-config',
  version: 1,
  account: { key: 'id' },
  models: [
    {
      id: 'main',
      groups: [
        { id: 'usage', weight: 1, factors: [factor('logins'), factor('seats')] },
        { id: 'support', weight: 1, factors: [factor('tickets')] },
      ],
    },
  ],
  bands: [{ id: 'red', from: 0 }],
}

const idsOf = (configuration: Configuration | null) =>
  configuration?.models.map(({ groups }) =>
    groups.map(({ factors }) => factors.map(({ id }) => id)),
  )

describe('adjustProposal', () => {
  test('a factor that is left out takes its group with it when it was the only one', () => {
    const adjusted = adjustProposal(proposal, [
      { factor: 'tickets', change: 'leave-out' },
      { factor: 'seats', change: 'leave-out' },
    ])
    expect(idsOf(adjusted)).toEqual([[['logins']]])
  })

  test('with every factor left out there is no model', () => {
    const all = ['logins', 'seats', 'tickets'].map((id) => ({
      factor: id,
      change: 'leave-out' as const,
    }))
    expect(adjustProposal(proposal, all)).toBeNull()
  })

  test('a factor that is turned is healthier the other way round, the others stay', () => {
    const adjusted = adjustProposal(proposal, [{ factor: 'seats', change: 'turn' }])
    const scales = adjusted?.models[0]?.groups[0]?.factors.map(({ scale }) => scale)
    expect(scales).toEqual([linear, { type: 'linear', from: 10, to: 0 }])
  })

  test('what the proposal does not have changes nothing', () => {
    expect(adjustProposal(proposal, [{ factor: '__proto__', change: 'leave-out' }])).toEqual(
      proposal,
    )
  })
})

test.each<[Scale, Scale]>([
  [
    { type: 'steps', at: [1], scores: [100, 0] },
    { type: 'steps', at: [1], scores: [0, 100] },
  ],
  [
    { type: 'categories', map: { yes: 100, no: 20 }, otherwise: null },
    { type: 'categories', map: { yes: 0, no: 80 }, otherwise: null },
  ],
  [
    { type: 'percentile', better: 'higher', top: 0.05 },
    { type: 'percentile', better: 'lower', top: 0.05 },
  ],
  [
    { type: 'quantiles', low: 0.1, high: 0.9, better: 'lower' },
    { type: 'quantiles', low: 0.1, high: 0.9, better: 'higher' },
  ],
])('turning a scale of %o', (scale, expected) => {
  expect(turned(scale)).toEqual(expected)
})
