import { describe, expect, it } from 'vitest'
import type { Columns } from '../../formula/build.ts'
import { configurationOf, factorOf, groupOf, modelOf, numbers, simply } from '../build.ts'
import { explained, rowsOf, twice } from '../changes.ts'

const components = configurationOf([
  modelOf(
    [
      groupOf([factorOf('usage')], { id: 'usage', weight: 0.5 }),
      groupOf([factorOf('satisfaction')], { id: 'satisfaction', weight: 0.3 }),
      groupOf([factorOf('financial')], { id: 'financial', weight: 0.2 }),
    ],
    {
      exceptions: [
        { id: 'low', when: 'usage < 50', then: { cap: 39 }, reason: 'Hardly used' },
        { id: 'paid', when: 'financial == 100', then: { add: 5 }, reason: 'Paid ahead' },
      ],
    },
  ),
])

const components81: Columns = {
  usage: numbers(80),
  satisfaction: numbers(90),
  financial: numbers(70),
}

describe('a change of the score', () => {
  it('is what the data moved, factor by factor', () => {
    const now = { ...components81, usage: numbers(60), financial: numbers(75) }
    const explanation = explained(components, twice(components81, now))
    expect(rowsOf(explanation)).toEqual([
      ['usage', -10, -10],
      ['satisfaction', 0, 0],
      ['financial', 1, 1],
    ])
    expect([explanation.change?.printed, explanation.unsplit]).toEqual([-9, null])
  })

  it('shows the input of each factor before and after', () => {
    const now = { ...components81, usage: numbers(60) }
    const [usage] = explained(components, twice(components81, now)).rows
    expect(usage).toMatchObject({
      before: { input: numbers(80), row: 0, score: 80, origin: 'data' },
      after: { input: numbers(60), row: 0, score: 60, origin: 'data' },
      split: null,
    })
  })

  it('keeps apart what went missing from what the data that stayed moved', () => {
    // In common: usage and financial. 54/0.7 - 81 went away with satisfaction; usage took 0.5/0.7 of 20.
    const now = { ...components81, usage: numbers(60), satisfaction: numbers(null) }
    const explanation = explained(components, twice(components81, now))
    expect(rowsOf(explanation)).toEqual([
      ['usage', -14.285714, -14.3],
      ['financial', 0, 0],
      ['missing', -3.857143, -3.8],
    ])
    expect(explanation.change).toEqual({ exact: expect.closeTo(-18.142857, 6), printed: -18.1 })
    expect(explanation.rows.at(-1)).toMatchObject({
      gone: { points: { printed: -3.8 }, factors: [{ factor: { id: 'satisfaction' } }] },
      arrived: { points: { exact: 0, printed: 0 }, factors: [] },
    })
  })

  it('counts what arrived and what went away as one part, and says how much is which', () => {
    const then = { ...components81, financial: numbers(null) }
    const now = { ...components81, satisfaction: numbers(null) }
    // In common: usage alone, 80. Before 67/0.8 = 83.75... = (40 + 27)/0.8; after (40 + 14)/0.7.
    const [usage, missing] = explained(components, twice(then, now)).rows
    expect(usage?.points.exact).toBe(0)
    expect(missing).toMatchObject({
      kind: 'missing',
      points: { exact: expect.closeTo(54 / 0.7 - 67 / 0.8, 9), printed: -6.7 },
      gone: {
        points: { exact: expect.closeTo(80 - 67 / 0.8, 9) },
        factors: [{ factor: { id: 'satisfaction' }, cell: { score: 90 } }],
      },
      arrived: {
        points: { exact: expect.closeTo(54 / 0.7 - 80, 9) },
        factors: [{ factor: { id: 'financial' }, cell: { score: 70 } }],
      },
    })
  })

  it('keeps apart what exceptions did, and names those that held', () => {
    const now = { ...components81, usage: numbers(40) }
    const explanation = explained(components, twice(components81, now))
    // Raw 81 to 61, of which the cap takes 22.
    expect(rowsOf(explanation)).toEqual([
      ['usage', -20, -20],
      ['satisfaction', 0, 0],
      ['financial', 0, 0],
      ['exceptions', -22, -22],
    ])
    expect(explanation.rows.at(-1)).toMatchObject({ before: [], after: [{ id: 'low' }] })
  })

  it('has a row for exceptions that held on both sides, even where they did the same', () => {
    const paid = { ...components81, financial: numbers(100) }
    expect(rowsOf(explained(components, twice(paid, paid))).at(-1)).toEqual(['exceptions', 0, 0])
  })

  it('gives a changed configuration the mean of what it does before and after', () => {
    const a3 = simply([factorOf('a', { weight: 3 }), factorOf('b')])
    const history = twice({ a: numbers(80), b: numbers(40) }, { a: numbers(60), b: numbers(40) })
    // F(C1, X1) 60, F(C2, X1) 70, F(C1, X2) 50, F(C2, X2) 55.
    const explanation = explained([simply([factorOf('a'), factorOf('b')]), a3], history)
    expect(rowsOf(explanation)).toEqual([
      ['a', -12.5, -12.5],
      ['b', 0, 0],
      ['model', 7.5, 7.5],
    ])
    expect(explanation.change).toEqual({ exact: -5, printed: -5 })
  })

  it('counts a factor that one configuration does not have as 0 there', () => {
    const history = twice({ a: numbers(80), b: numbers(40) }, { a: numbers(80), b: numbers(60) })
    // Without b: 80 and 80. With b: 60 and 70.
    const explanation = explained(
      [simply([factorOf('a')]), simply([factorOf('a'), factorOf('b')])],
      history,
    )
    expect(rowsOf(explanation)).toEqual([
      ['a', 0, 0],
      ['b', 5, 5],
      ['model', -15, -15],
    ])
    expect(explanation.change?.exact).toBe(-10)
  })

  it('has no model part where two configurations say the same', () => {
    const history = twice({ a: numbers(80) }, { a: numbers(60) })
    const explanation = explained([simply([factorOf('a')]), simply([factorOf('a')])], history)
    expect(rowsOf(explanation)).toEqual([['a', -20, -20]])
  })

  it('counts a filled factor as present', () => {
    const filled = simply([factorOf('a', { missing: { score: 20 } }), factorOf('b')])
    const explanation = explained(
      filled,
      twice({ a: numbers(80), b: numbers(50) }, { a: numbers(null), b: numbers(50) }),
    )
    expect(rowsOf(explanation)).toEqual([
      ['a', -30, -30],
      ['b', 0, 0],
    ])
    expect(explanation.rows[0]).toMatchObject({ after: { score: 20, origin: 'filled' } })
  })

  it('moves a group from one factor to the other where lowest takes another', () => {
    const lowest = configurationOf([
      modelOf([groupOf([factorOf('a'), factorOf('b')], { rollup: 'lowest' })]),
    ])
    const explanation = explained(
      lowest,
      twice({ a: numbers(30), b: numbers(70) }, { a: numbers(80), b: numbers(50) }),
    )
    expect(rowsOf(explanation)).toEqual([
      ['a', -30, -30],
      ['b', 50, 50],
    ])
  })

  it('prints rows that add up to the difference of what was shown', () => {
    const history = twice(
      { a: numbers(50.04), b: numbers(0), c: numbers(0) },
      { a: numbers(60.08), b: numbers(10.04), c: numbers(10.04) },
    )
    const thirds = simply(['a', 'b', 'c'].map((id) => factorOf(id)))
    const explanation = explained(thirds, history)
    expect([explanation.before.shown, explanation.after.shown]).toEqual([16.7, 26.7])
    expect(rowsOf(explanation).map((row) => row[2])).toEqual([3.4, 3.3, 3.3])
  })

  it('is nothing, row by row, where nothing changed', () => {
    const explanation = explained(components, twice(components81, components81))
    expect(rowsOf(explanation).map((row) => row[2])).toEqual([0, 0, 0])
    expect(explanation.change).toEqual({ exact: 0, printed: 0 })
  })
})
