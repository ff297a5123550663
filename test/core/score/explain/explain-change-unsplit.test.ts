import { describe, expect, it } from 'vitest'
import type { ChangeExplanation } from '../../../../src/core/score/explain/change-explanation.ts'
import type { Columns } from '../../formula/build.ts'
import { configurationOf, factorOf, groupOf, modelOf, numbers, simply } from '../build.ts'
import { explained, rowsOf, twice } from '../changes.ts'

describe('an override', () => {
  const history = twice({ a: numbers(80) }, { a: numbers(60) })
  const a = simply([factorOf('a')])

  it('adds what it stands for beyond the computed score', () => {
    const explanation = explained(a, history, { overrides: [null, 25] })
    expect(rowsOf(explanation)).toEqual([
      ['a', -20, -20],
      ['override', -35, -35],
    ])
    expect(explanation.change).toEqual({ exact: -55, printed: -55 })
  })

  it('that is lifted gives back what it took', () => {
    expect(rowsOf(explained(a, history, { overrides: [25, null] }))).toEqual([
      ['a', -20, -20],
      ['override', 55, 55],
    ])
  })

  it('of an account that is not scored is a change in one lump', () => {
    const unscored = twice({ a: numbers(80) }, { a: numbers(null) })
    const explanation = explained(a, unscored, { overrides: [null, 70] })
    expect(explanation).toMatchObject({
      change: { exact: -10, printed: -10 },
      rows: [],
      unsplit: { why: 'not-scored', side: 'after' },
    })
  })
})

describe('there is no split', () => {
  const two = configurationOf(
    [
      modelOf([groupOf([factorOf('a')])], { id: 'small', appliesTo: 'size < 10' }),
      modelOf([groupOf([factorOf('a'), factorOf('b', { weight: 0 })])], {
        id: 'large',
        appliesTo: 'size >= 10',
      }),
    ],
    { account: { key: 'id', include: 'size > 0' } },
  )
  const then: Columns = { size: numbers(5), a: numbers(80), b: numbers(10) }
  const whyOf = (now: Columns, rows: readonly [number, number] = [0, 0]) =>
    explained(two, twice(then, now), { rows }).unsplit

  it.each<[string, Columns, ChangeExplanation['unsplit']]>([
    [
      'an account is not scored',
      { ...then, a: numbers(null) },
      { why: 'not-scored', side: 'after', under: 'after' },
    ],
    [
      'it is no customer any more',
      { ...then, size: numbers(0) },
      { why: 'left-out', side: 'after', under: 'after' },
    ],
    [
      'another model applies to it',
      { ...then, size: numbers(10), a: numbers(80) },
      { why: 'other-model', under: 'after' },
    ],
  ])('where %s', (_, now, unsplit) => {
    expect(whyOf(now)).toEqual(unsplit)
  })

  it('where the account was not there, or is there no more', () => {
    expect([whyOf(then, [-1, 0]), whyOf(then, [0, -1])]).toEqual([
      { why: 'absent', side: 'before', under: 'after' },
      { why: 'absent', side: 'after', under: 'after' },
    ])
    expect(explained(two, twice(then, then), { rows: [-1, 0] }).before).toEqual({
      model: null,
      final: null,
      shown: null,
      override: null,
    })
  })

  it('where no model applies to it', () => {
    const only = configurationOf([modelOf([groupOf([factorOf('a')])], { appliesTo: 'a > 50' })])
    const history = twice({ a: numbers(40) }, { a: numbers(80) })
    expect(explained(only, history).unsplit).toEqual({
      why: 'no-model',
      side: 'before',
      under: 'after',
    })
  })

  it('where nothing that weighs anything is present on both sides', () => {
    const configuration = simply([factorOf('a'), factorOf('b'), factorOf('c', { weight: 0 })])
    const history = twice(
      { a: numbers(80), b: numbers(null), c: numbers(1) },
      { a: numbers(null), b: numbers(60), c: numbers(1) },
    )
    expect(explained(configuration, history)).toMatchObject({
      change: { exact: -20, printed: -20 },
      rows: [],
      unsplit: { why: 'nothing-in-common', under: 'after' },
    })
  })

  it('where the other configuration does not score a side', () => {
    const history = twice({ a: numbers(80), b: numbers(null) }, { a: numbers(60), b: numbers(50) })
    const [a, b] = [simply([factorOf('a')]), simply([factorOf('b')])]
    expect(explained([a, b], history)).toMatchObject({
      change: { exact: -30 },
      unsplit: { why: 'not-scored', side: 'before', under: 'after' },
    })
  })
})
