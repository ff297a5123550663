import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { History } from '../../../src/core/history/snapshot.ts'
import type { Configuration } from '../../../src/core/model/configuration.ts'
import { restate, type RestatedSnapshot } from '../../../src/core/score/restate.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import type { Column } from '../../../src/core/table/column.ts'
import { restatedFigures } from '../../../src/core/view/restated.ts'
import { DAY, factorOf, list, numbers, simply, snapshot } from './build.ts'
import { configuration, history } from './random-history.ts'

/** As a worker does it: columns are brought for each step and let go after it. `most` is how many were held at once. */
function restateLazily(
  configuration: Configuration,
  full: History,
): { readonly restated: RestatedSnapshot[]; readonly most: number; readonly left: number } {
  const columns = full.map(() => new Map<string, Column>())
  const lazy = full.map((one, at) => ({ ...one, columns: columns[at]! }))
  const held = () => columns.reduce((sum, { size }) => sum + size, 0)
  const restated: RestatedSnapshot[] = []
  let most = 0
  for (const step of restate(configuration, lazy)) {
    for (const [at, ids] of step.needed)
      for (const id of ids) {
        const column = full[at]!.columns.get(id)
        if (column) columns[at]!.set(id, column)
      }
    most = Math.max(most, held())
    restated.push(step.score())
    for (const [at, ids] of step.released) for (const id of ids) columns[at]!.delete(id)
  }
  return { restated, most, left: held() }
}

const a = simply([factorOf('a')])
const months = [
  snapshot('2025-11-30', { a: numbers(80, 30), arr: numbers(100, 900) }),
  snapshot('2025-12-31', { a: numbers(60, null), arr: numbers(100, null) }),
  snapshot(DAY, { a: numbers(45, 90, 20), arr: numbers(100, 50, 10) }),
]

describe('a restated history', () => {
  it('is every snapshot under the configuration that is asked for, oldest first', () => {
    const { restated } = restateLazily(a, months)
    expect(restated.map(({ at, shown, bands }) => [at, list(shown), [...bands]])).toEqual([
      [0, [80, 30], [2, 0]],
      [1, [60, null], [1, 255]],
      [2, [45, 90, 20], [1, 2, 0]],
    ])
  })

  it('comes with the figures of each day', () => {
    const valued = { ...a, account: { key: 'id', value: 'arr' } }
    const { restated } = restateLazily(valued, months)
    expect(
      restated
        .map((one) => restatedFigures(one, valued))
        .map(({ average, notScored, valueAtRisk }) => [average, notScored, valueAtRisk]),
    ).toEqual([
      [55, 0, 900],
      [60, 1, 0],
      [expect.closeTo(155 / 3, 9), 0, 10],
    ])
  })

  it('is what a scorer gives, whatever comes and goes and however far it looks back', () => {
    fc.assert(
      fc.property(configuration, history, (configuration, history) => {
        const scorer = createScorer(configuration, history)
        const { restated, left } = restateLazily(configuration, history)
        restated.forEach(({ shown, bands, included, accounts, day }, at) => {
          const sheet = scorer.sheet(at)
          expect({ shown, bands, included, accounts, day }).toEqual({
            shown: sheet.shown,
            bands: sheet.bands,
            included: sheet.included,
            accounts: sheet.accounts,
            day: sheet.day,
          })
        })
        expect([restated.length, left]).toEqual([history.length, 0])
      }),
      { numRuns: 40 },
    )
  })

  it('holds the columns of one snapshot at a time where nothing looks back', () => {
    expect(restateLazily(a, months)).toMatchObject({ most: 1, left: 0 })
  })

  it('holds on to what later snapshots look back to, and lets it go then', () => {
    const carried = simply([factorOf('a', { missing: { carry: 31 } })])
    const { most, left, restated } = restateLazily(carried, months)
    expect([most, left]).toEqual([2, 0])
    expect(list(restated[1]!.shown)).toEqual([60, 30])
  })

  it('needs no columns for flags, which it does not raise', () => {
    const flags = [{ id: 'f', kind: 'risk', when: 'change(score, 30) < -5 and b > 1' }] as const
    const [first] = restate({ ...a, flags }, months)
    expect(first?.needed).toEqual(new Map([[0, new Set(['a'])]]))
  })

  it('can be left off between two snapshots', () => {
    const steps = restate(a, months)
    expect(steps.next().value?.score().at).toBe(0)
    expect(steps.return()).toEqual({ done: true, value: undefined })
    expect(steps.next().done).toBe(true)
  })

  it('of no snapshots has no steps', () => {
    expect([...restate(a, [])]).toEqual([])
  })

  it('follows a derived value to its columns', () => {
    const derived: Configuration = {
      ...a,
      account: { key: 'id', value: 'double' },
      derived: [{ id: 'double', expression: 'arr * 2' }],
    }
    expect(list(restateLazily(derived, months).restated[0]!.values!)).toEqual([200, 1800])
  })
})
