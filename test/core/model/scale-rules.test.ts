import { describe, expect, test } from 'vitest'
import { errorAt, problemsOf, toText, withScale, wrongAt } from './build.ts'

describe('a scale is held to the rules of its type', () => {
  const place = 'models[0].groups[0].factors[0].scale'
  test.each([
    [
      'an unknown type',
      { type: 'curve' },
      'type',
      'one of linear, target, steps, categories, decay, quantiles, percentile',
      '"curve"',
    ],
    [
      'an inherited type',
      { type: 'constructor' },
      'type',
      'one of linear, target, steps, categories, decay, quantiles, percentile',
      '"constructor"',
    ],
    [
      'linear with equal ends',
      { type: 'linear', from: 1, to: 1 },
      'to',
      'a number other than from (1)',
      '1',
    ],
    [
      'target out of order',
      { type: 'target', zeroBelow: 0, fullFrom: 3, fullTo: 2, zeroAbove: 9 },
      'fullTo',
      'a number of fullFrom (3) or more',
      '2',
    ],
    [
      'target above its zero',
      { type: 'target', zeroBelow: 0, fullFrom: 1, fullTo: 2, zeroAbove: 1 },
      'zeroAbove',
      'a number of fullTo (2) or more',
      '1',
    ],
    [
      'steps with equal places',
      { type: 'steps', at: [1, 1], scores: [0, 50, 100] },
      'at[1]',
      'a number greater than the one before (1)',
      '1',
    ],
    [
      'steps without one more score',
      { type: 'steps', at: [1, 2], scores: [0, 100] },
      'scores',
      'a list of 3: one more than at',
      'a list of 2',
    ],
    [
      'steps without a place',
      { type: 'steps', at: [], scores: [0] },
      'at',
      'a list of 1 or more',
      'a list of 0',
    ],
    [
      'categories equal but for case',
      { type: 'categories', map: { Pro: 1, pro: 2 }, otherwise: null },
      'map.pro',
      'a value that differs from "Pro" by more than case',
      '"pro"',
    ],
    [
      'categories equal but for the form of an accent',
      { type: 'categories', map: { 'caf\u00e9': 1, 'cafe\u0301': 2 }, otherwise: 0 },
      'map["cafe\u0301"]',
      'a value that differs from "caf\u00e9" by more than case',
      '"cafe\u0301"',
    ],
    [
      'a category beyond 100',
      { type: 'categories', map: { Pro: 101 }, otherwise: null },
      'map.Pro',
      'a number from 0 to 100',
      '101',
    ],
    [
      'otherwise as text',
      { type: 'categories', map: { Pro: 1 }, otherwise: 'none' },
      'otherwise',
      'a number from 0 to 100 or null',
      '"none"',
    ],
    ['a half-life of 0', { type: 'decay', halfLife: 0 }, 'halfLife', 'a number above 0', '0'],
    [
      'quantiles above 1',
      { type: 'quantiles', low: 0.1, high: 90, better: 'higher' },
      'high',
      'a number from 0 to 1',
      '90',
    ],
    [
      'quantiles out of order',
      { type: 'quantiles', low: 0.5, high: 0.5, better: 'higher' },
      'high',
      'a number greater than low (0.5)',
      '0.5',
    ],
    [
      'a direction',
      { type: 'quantiles', low: 0.1, high: 0.9, better: 'more' },
      'better',
      'one of higher, lower',
      '"more"',
    ],
    [
      'a top above one half',
      { type: 'percentile', better: 'higher', top: 0.6 },
      'top',
      'a number from 0 to 0.5',
      '0.6',
    ],
    [
      'a reference of 3',
      { type: 'percentile', better: 'higher', top: 0, reference: [1, 2, 3] },
      'reference',
      'a list of 101 or more',
      'a list of 3',
    ],
    [
      'a reference that falls',
      { type: 'percentile', better: 'higher', top: 0, reference: [2, ...Array(100).fill(1)] },
      'reference[1]',
      'a number of 2 or more, as the one before',
      '1',
    ],
  ])('%s', (...[, scale, at, expected, found]) => {
    expect(problemsOf(toText(withScale(scale)))).toEqual([
      wrongAt(`${place}.${at}`, expected, found),
    ])
  })

  test('categories say what stands for any other value', () => {
    const scale = { type: 'categories', map: { __proto__: 1 } }
    expect(problemsOf(toText(withScale(scale)))).toEqual([
      errorAt(`${place}.otherwise`, { code: 'absent' }),
    ])
  })

  test('a frozen cohort may have equal neighbours', () => {
    const reference = [...Array(50).fill(0), ...Array(51).fill(7)]
    expect(
      problemsOf(toText(withScale({ type: 'percentile', better: 'lower', top: 0.05, reference }))),
    ).toEqual([])
  })
})
