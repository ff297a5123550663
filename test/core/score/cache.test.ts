import { describe, expect, it } from 'vitest'
import type { Configuration, Scale } from '../../../src/core/model/configuration.ts'
import { createScoreCache } from '../../../src/core/score/cache.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import { asItIs, DAY, factorOf, list, numbers, simply, snapshot } from './build.ts'

const history = [snapshot(DAY, { a: numbers(10, 20, 30), b: numbers(90, 50, 70) })]

const weighing = (weight: number, scale: Scale = asItIs): Configuration =>
  simply([factorOf('a', { weight, scale }), factorOf('b')])

describe('with a cache', () => {
  it('a changed weight uses the same factor scores, and gives what a fresh scoring gives', () => {
    const cache = createScoreCache()
    const before = createScorer(weighing(1), history, cache).sheet(0)
    const after = createScorer(weighing(3), history, cache).sheet(0)
    expect(after.factors.map(({ scores }) => scores)).toEqual(
      before.factors.map(({ scores }) => scores),
    )
    expect(after.factors[0]!.scores).toBe(before.factors[0]!.scores)
    expect(after).toEqual(createScorer(weighing(3), history).sheet(0))
  })

  it.each<[string, Configuration]>([
    ['scale', weighing(1, { type: 'linear', from: 0, to: 50 })],
    ['missing-policy', simply([factorOf('a', { missing: { score: 5 } }), factorOf('b')])],
    ['input', simply([factorOf('a', { input: 'a * 2' }), factorOf('b')])],
    ['membership', simply([factorOf('a'), factorOf('b')], { appliesTo: 'a > 10' })],
    ['portfolio', { ...weighing(1), account: { key: 'id', include: 'a > 10' } }],
    [
      'derived column',
      { ...simply([factorOf('c'), factorOf('b')]), derived: [{ id: 'c', expression: 'a * 3' }] },
    ],
  ])('a changed %s is scored anew', (_, changed) => {
    const cache = createScoreCache()
    const other = {
      ...simply([factorOf('c'), factorOf('b')]),
      derived: [{ id: 'c', expression: 'a * 2' }],
    }
    for (const configuration of [weighing(1), other])
      createScorer(configuration, history, cache).sheet(0)
    expect(createScorer(changed, history, cache).sheet(0)).toEqual(
      createScorer(changed, history).sheet(0),
    )
  })

  it('twelve factors are used again in the room that there is for 1,000,000 accounts', () => {
    const rows = 1000
    const columns = Array.from({ length: 12 }, (_, i) => `c${i}`)
    const large = [
      snapshot(DAY, Object.fromEntries(columns.map((id) => [id, numbers(...Array(rows).keys())]))),
    ]
    const cache = createScoreCache(24 * rows)
    const scoredWith = (weight: number) =>
      createScorer(simply(columns.map((id) => factorOf(id, { weight }))), large, cache).sheet(0)
    const before = scoredWith(1)
    const after = scoredWith(2)
    after.factors.forEach(({ scores }, i) => expect(scores).toBe(before.factors[i]!.scores))
  })

  it('another history is another matter', () => {
    const cache = createScoreCache()
    createScorer(weighing(1), history, cache).sheet(0)
    const corrected = [snapshot(DAY, { a: numbers(40, 20, 30), b: numbers(90, 50, 70) })]
    expect(list(createScorer(weighing(1), corrected, cache).sheet(0).raw)).toEqual([65, 35, 50])
  })

  it('what was not used for longest is forgotten when there is no room', () => {
    const memory = createScoreCache(10).of(history)
    const made: string[] = []
    const recall = (key: string) => memory.recall(key, 4, () => made.push(key))
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) recall(key)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })

  it('what has no room at all is made, and kept until the next', () => {
    const memory = createScoreCache(1).of(history)
    expect([memory.recall('a', 100, () => 1), memory.recall('a', 100, () => 2)]).toEqual([1, 1])
  })
})

it('a sheet is made once', () => {
  const scorer = createScorer(weighing(1), history)
  expect(scorer.sheet(0)).toBe(scorer.sheet(0))
})

it('a sheet that is known is not made again', () => {
  const known = createScorer(weighing(1), history).sheet(0)
  const scorer = createScorer(weighing(2), history, undefined, { sheets: new Map([[0, known]]) })
  expect(scorer.sheet(0)).toBe(known)
  expect(scorer.scored(0)).toEqual({ ...known, flags: [] })
})
