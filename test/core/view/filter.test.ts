import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEvaluator } from '../../../src/core/formula/evaluate.ts'
import { MAX_LENGTH, parseFormula } from '../../../src/core/formula/parse.ts'
import { printFormula } from '../../../src/core/formula/print.ts'
import { readConditions } from '../../../src/core/view/read-filter.ts'
import { filterText } from '../../../src/core/view/write-filter.ts'
import { booleans, dates, formula, names, numbers, snapshot, texts } from '../formula/build.ts'
import { valuesOf } from '../formula/build.ts'
import { pairs, trees } from '../formula/trees.ts'

const read = (text: string) => readConditions(formula(text).root)

test.each([
  'score >= 20 and score <= 85',
  'score >= 20 and score <= 85 or is_missing(score)',
  "band == 'red'",
  "segment in ['Enterprise', 'Mid-market'] and owner != 'Kim'",
  'days_until(renewal_date) >= 0 and days_until(renewal_date) <= 180',
  "renewal_date < '2026-12-31'",
  "has_flag('quiet') and not has_flag('upsell')",
  'is_missing(nps) and not is_missing(csat)',
  "contains(name, 'north') and not contains(name, \"it's\")",
  "(band == 'red' or score < 50) and arr > 1000",
  "(plan == 'Pro' and seats > 3 or plan == 'Team') and change(score, 30) < -5",
  "factor('logins') <= 40 and group('usage') > 70 and coverage < 0.5",
  'arr / seats > 10 and abs(change(arr, 30)) >= 1',
  'if(a > 1, b, c) == 2 and not (a > 1 and b > 2)',
])('%s is written again as it was', (text) => {
  expect(filterText(read(text))).toBe(printFormula(formula(text).root))
})

test('what people filter by is a condition of its own, and the rest stays an expression', () => {
  const kinds = (text: string) => read(text).map(({ kind }) => kind)
  expect(kinds("score > 1 and score <= 9 and band in ['a'] and is_missing(x)")).toEqual([
    'range',
    'values',
    'missing',
  ])
  expect(kinds("contains(n, 'x') and has_flag('f') and not trial")).toEqual([
    'contains',
    'holds',
    'holds',
  ])
  expect(kinds('(a == 1 or b == 2) and not (a == 1 or b == 2) and a > b')).toEqual([
    'group',
    'expression',
    'expression',
  ])
})

test('the ends of a range find each other wherever they stand, also written the other way round', () => {
  expect(filterText(read("20 <= score and plan == 'Pro' and 85 > score"))).toBe(
    "score >= 20 and score < 85 and plan == 'Pro'",
  )
})

test('no condition is no expression', () => {
  expect(filterText([])).toBe('')
})

const columns = {
  a: numbers(1, -2, null, 0, 3, 0.1),
  b: numbers(1, 2, 3, null, 0, -0.3),
  t: texts('Pro', 'PRO', null, 'ï', "it's", '2026-01-15'),
  u: names('Pro', 'x', null, 'ï', '\\n', 'it'),
  d: dates('2026-01-15', null, '2026-01-31', '2025-12-01', '2026-02-02', '2026-01-15'),
  e: dates('2026-01-15', '2026-01-15', null, '2025-12-01', '2026-02-03', null),
  f: booleans(true, false, null, true, false, null),
  g: booleans(true, true, true, null, false, false),
}
const history = [snapshot('2026-01-31', columns)]

function holdsFor(text: string): boolean[] {
  const column = createEvaluator({ history, derived: new Map() }).evaluate(formula(text), 0)
  return valuesOf(column).map((value) => value === true)
}

test('an expression that is read as conditions and written again lets through whom it let through', () => {
  const conditions = fc.array(fc.oneof(trees, pairs), { minLength: 1, maxLength: 4 })
  const joined = fc
    .tuple(conditions, fc.array(fc.constantFrom(' and ', ' or '), { minLength: 4, maxLength: 4 }))
    .map(([parts, words]) =>
      parts.map((part, i) => `${i === 0 ? '' : words[i]}(${printFormula(part)})`).join(''),
    )
  fc.assert(
    fc.property(joined, (text) => {
      fc.pre(text.length < MAX_LENGTH && parseFormula(text).ok)
      const again = filterText(read(text))
      fc.pre(parseFormula(again).ok || again.length < MAX_LENGTH)
      expect(holdsFor(again)).toEqual(holdsFor(text))
      expect(filterText(read(again))).toBe(again)
    }),
    { seed: 20_260_131, numRuns: 2_000 },
  )
})
