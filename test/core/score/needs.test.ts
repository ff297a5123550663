import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../src/core/model/configuration.ts'
import { columnsNeeded, columnsNeededAt } from '../../../src/core/score/needs.ts'
import {
  asItIs,
  configurationOf,
  factorOf,
  groupOf,
  modelOf,
  numbers,
  simply,
  snapshot,
} from './build.ts'

const sorted = (names: ReadonlySet<string>) => [...names].sort()
const needs = (configuration: Configuration) => {
  const { now, earlier } = columnsNeeded(configuration)
  return { now: sorted(now), earlier: sorted(earlier) }
}

const history = ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31'].map((day) =>
  snapshot(day, { a: numbers(1) }),
)
const needsAt = (configuration: Configuration) =>
  Object.fromEntries(
    [...columnsNeededAt(configuration, history, 3)].map(([at, names]) => [at, sorted(names)]),
  )

describe('scoring reads', () => {
  it('the columns of all expressions, and those that accounts are ranked within', () => {
    const configuration: Configuration = {
      ...configurationOf([
        modelOf(
          [
            groupOf([
              factorOf('f', {
                input: 'a + b',
                scale: { type: 'percentile', better: 'higher', top: 0, within: 'region' },
              }),
            ]),
          ],
          {
            appliesTo: 'stage != "x"',
            exceptions: [{ id: 'e', when: 'overdue > 1', then: { cap: 1 }, reason: 'x' }],
          },
        ),
      ]),
      account: { key: 'id', name: 'name', include: 'type == "Customer"' },
      flags: [{ id: 'q', kind: 'risk', when: "tickets == 0 and score > 5 and factor('f') > 1" }],
    }
    expect(needs(configuration)).toEqual({
      now: ['a', 'b', 'overdue', 'region', 'stage', 'tickets', 'type'],
      earlier: [],
    })
  })

  it('what derived columns read, and not the derived columns', () => {
    const configuration = {
      ...simply([factorOf('f', { input: 'use' })]),
      derived: [
        { id: 'use', expression: 'share * 2' },
        { id: 'share', expression: 'active / seats' },
        { id: 'unused', expression: 'x' },
      ],
    }
    expect(needs(configuration)).toEqual({ now: ['active', 'seats'], earlier: [] })
  })

  it('no column within which a frozen percentile does not look', () => {
    const frozen = factorOf('f', {
      scale: { type: 'percentile', better: 'higher', top: 0, within: 'region', reference: [1] },
    })
    expect(needs(simply([frozen]))).toEqual({ now: ['f'], earlier: [] })
  })

  it('earlier snapshots where an input is carried', () => {
    const configuration = simply([factorOf('a', { missing: { carry: 62 } }), factorOf('b')])
    expect(needs(configuration)).toEqual({ now: ['a', 'b'], earlier: ['a'] })
    expect(needsAt(configuration)).toEqual({ 1: ['a'], 2: ['a'], 3: ['a', 'b'] })
  })

  it('no snapshot earlier than a function over time looks at', () => {
    const reads = (input: string) => needsAt(simply([factorOf('f', { input, scale: asItIs })]))
    expect(reads('previous(a)')).toEqual({ 2: ['a'], 3: [] })
    expect(reads('change(a, 60)')).toEqual({ 1: ['a'], 3: ['a'] })
    expect(reads('pct_change(a, 1000)')).toEqual({ 3: ['a'] })
    expect(reads('median(a, 62) + b')).toEqual({ 1: ['a'], 2: ['a'], 3: ['b'] })
  })

  it('the history of a derived column as seen from the older snapshot', () => {
    const configuration = {
      ...simply([factorOf('f', { input: 'previous(step)' })]),
      derived: [{ id: 'step', expression: 'a - previous(b)' }],
    }
    expect(needsAt(configuration)).toEqual({ 1: ['b'], 2: ['a'], 3: [] })
    expect(needs(configuration)).toEqual({ now: [], earlier: ['a', 'b'] })
  })

  it('all that scoring reads in the snapshot whose score a flag looks at', () => {
    const configuration: Configuration = {
      ...simply([factorOf('a', { missing: { carry: 31 } })]),
      flags: [{ id: 'fall', kind: 'risk', when: 'change(score, 30) < -10 and tickets > 0' }],
    }
    expect(needsAt(configuration)).toEqual({ 1: ['a'], 2: ['a'], 3: ['a', 'tickets'] })
    expect(needs(configuration)).toEqual({ now: ['a', 'tickets'], earlier: ['a'] })
  })
})
