import { expect, test } from 'vitest'
import {
  directionOf,
  effectWords,
  inputWriter,
  missingWords,
  scaleWords,
} from '../../../src/ui/words/scale.ts'
import type { Scale } from '../../../src/core/model/configuration.ts'

const say = (scale: Scale) => scaleWords(scale, inputWriter(scale)).replace(/[\u202f\u00a0]/g, ' ')

test.each<[Scale, string]>([
  [{ type: 'linear', from: 0.1, to: 0.8 }, '0 at 10 %, 100 from 80 %'],
  [{ type: 'linear', from: 0.125, to: 1 }, '0 at 12.5 %, 100 from 100 %'],
  [{ type: 'linear', from: 0, to: 1 }, '0 at 0, 100 from 1'],
  [{ type: 'linear', from: 8, to: 0 }, '100 up to 0, 0 from 8'],
  [
    { type: 'target', zeroBelow: 1, fullFrom: 4, fullTo: 8, zeroAbove: 20 },
    '100 from 4 to 8, 0 below 1 and above 20',
  ],
  [
    { type: 'target', zeroBelow: 1, fullFrom: 4, fullTo: 4, zeroAbove: 20 },
    '100 at 4, 0 below 1 and above 20',
  ],
  [{ type: 'steps', at: [1, 4], scores: [100, 70, 0] }, '100 below 1, 70 from 1, 0 from 4'],
  [{ type: 'steps', at: [], scores: [50] }, '50 always'],
  [
    { type: 'categories', map: { Pro: 80, Free: 20 }, otherwise: null },
    'Pro 80, Free 20, others missing',
  ],
  [{ type: 'categories', map: { Pro: 80 }, otherwise: 10 }, 'Pro 80, others 10'],
  [{ type: 'decay', halfLife: 14 }, '100 at 0, half of it every 14'],
  [
    { type: 'quantiles', low: 0.1, high: 0.9, better: 'lower' },
    'Between the 10 % mark and the 90 % mark of all accounts, lower is better',
  ],
  [{ type: 'percentile', better: 'higher', top: 0.05 }, 'By rank, the best 5 % get 100'],
  [
    { type: 'percentile', better: 'lower', top: 0, within: 'plan' },
    'By rank within the same plan, lower is better',
  ],
])('%o reads "%s"', (scale, words) => {
  expect(say(scale)).toBe(words)
})

test('a scale that rises and falls has no healthier direction', () => {
  expect(directionOf({ type: 'steps', at: [1, 2], scores: [0, 100, 0] })).toBeNull()
  expect(directionOf({ type: 'steps', at: [1, 2], scores: [100, 50, 0] })).toBe('fewer')
  expect(directionOf({ type: 'linear', from: 8, to: 0 })).toBe('fewer')
})

test('what happens where an input is missing is said in words', () => {
  expect([missingWords(), missingWords({ score: 50 }), missingWords({ carry: 1 })]).toEqual([
    'Left out, its weight is shared out',
    'Counts as 50',
    'The latest value of 1 day back, else left out',
  ])
})

test('an exception says what it does to the score', () => {
  expect(
    [{ cap: 39 }, { floor: 70 }, { set: 0 }, { add: -5 }, { add: 5 }].map((effect) =>
      effectWords(effect as Parameters<typeof effectWords>[0]),
    ),
  ).toEqual(['at most 39', 'at least 70', 'set to 0', '5 points off', '5 points more'])
})
