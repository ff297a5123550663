import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFormula, MAX_NODES } from '../../../src/core/formula/parse.ts'
import { printFormula } from '../../../src/core/formula/print.ts'
import type { Vocabulary } from '../../../src/core/formula/vocabulary.ts'
import { formulaWords, ruleWords } from '../../../src/core/formula/words.ts'
import { toIsoDay } from '../../../src/core/table/day.ts'
import type { ColumnType } from '../../../src/core/table/column.ts'
import { trees } from './trees.ts'

const TYPES: ReadonlyMap<string, ColumnType> = new Map([
  ['plan', 'text'],
  ['renewal', 'date'],
  ['start', 'date'],
  ['churned', 'boolean'],
  ['paused', 'boolean'],
] as const)
const LABELS = new Map([
  ['arr', 'ARR'],
  ['seat_use', 'Seats in use'],
  ['renewal', 'Renewal date'],
  ['csat', 'CSAT, last 180 days'],
])

const vocabulary: Vocabulary = {
  column: (id) => ({
    label: LABELS.get(id) ?? id,
    type: TYPES.get(id) ?? null,
    isShare: id === 'seat_use',
  }),
  factor: (id) => id,
  group: (id) => id,
  flag: quotedName,
  band: (id) => ({ red: 'At risk', green: 'Healthy' })[id] ?? id,
  model: (id) => id,
  number: String,
  share: (value) => `${Number((value * 100).toFixed(6))} %`,
  day: toIsoDay,
}
function quotedName(id: string): string {
  return `“${id}”`
}

const inWords = (text: string, write = formulaWords): string => {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`invalid formula: ${text}`)
  return write(parsed.value, vocabulary)
}

const says = (title: string, cases: readonly (readonly [string, string])[]) =>
  describe(title, () => {
    test.each(cases)('%s', (text, words) => {
      expect(inWords(text)).toBe(words)
    })
  })

says('a rule reads as a sentence', [
  [
    'tickets_90d == 0 and pct_change(logins_30d, 30) < -0.3',
    'there were no tickets in 90 days and logins fell by more than 30 % in 30 days',
  ],
  ['overdue_invoices >= 2', 'overdue invoices are at least 2'],
  ['open_tickets > 0', 'there are open tickets'],
  ['5 < seats', 'seats are above 5'],
  ['arr != 0', 'ARR is not 0'],
  ['seat_use < 0.2', 'seats in use are below 20 %'],
  ['coverage < 0.5', 'the coverage is below 50 %'],
  ['csat <= 3', 'CSAT in 180 days was at most 3'],
  [
    'seats < 0.5 * average(seats, 90)',
    'seats are below 0.5 times (the average of seats over the 90 days before)',
  ],
])

says('what changed over time falls and rises', [
  ['change(seats, 30) < 0', 'seats fell in 30 days'],
  ['change(seats, 30) >= 0', 'seats did not fall in 30 days'],
  ['change(seats, 30) == 0', 'seats did not change in 30 days'],
  ['change(seats, 30) <= -5', 'seats fell by 5 or more in 30 days'],
  ['change(seats, 30) > -5', 'seats did not fall by 5 or more in 30 days'],
  ['change(seats, 1) > 5', 'seats rose by more than 5 in 1 day'],
  ['change(score, 30) <= -10', 'the score fell by 10 or more in 30 days'],
  ['change(seat_use, 30) < -0.1', 'seats in use fell by more than 10 % points in 30 days'],
  ['pct_change(logins_90d, 30) < -0.3', 'logins (90 days) fell by more than 30 % in 30 days'],
  ['-0.3 > pct_change(arr, 30)', 'ARR fell by more than 30 % in 30 days'],
  ['seats < previous(seats)', 'seats are below seats in the snapshot before'],
])

says('dates are told by the day of the snapshot, never by today', [
  ['days_since(start) > 90', 'start is more than 90 days before the day of the snapshot'],
  ['days_until(renewal) <= 1', 'renewal date is at most 1 day after the day of the snapshot'],
  ['days_until(renewal) >= 0', 'renewal date is on or after the day of the snapshot'],
  ['days_since(renewal) > 0', 'renewal date is before the day of the snapshot'],
  ["renewal < '2026-06-01'", 'renewal date is before 2026-06-01'],
  ["renewal >= '2026-06-01'", 'renewal date is not before 2026-06-01'],
  ['renewal > start', 'renewal date is after start'],
])

says('texts are quoted, bands and flags are named', [
  ["plan == 'Pro'", 'plan is “Pro”'],
  ["plan in ['Pro', 'Team']", 'plan is “Pro” or “Team”'],
  ["plan not in ['Pro', 'Team']", 'plan is neither “Pro” nor “Team”'],
  ["plan not in ['a', 'b', 'c']", 'plan is none of “a”, “b” and “c”'],
  ["plan in ['Pro', missing]", 'plan is “Pro”'],
  ["plan not in ['Pro', missing]", 'plan is compared with missing, which is never true'],
  ["contains(plan, 'ent')", 'plan contains “ent”'],
  ["plan < 'M'", 'plan is before “M”'],
  ["band == 'red'", 'the band is At risk'],
  ["has_flag('quiet')", 'the flag “quiet” is raised'],
  ["factor('logins') < 40", 'the score of logins is below 40'],
])

says('what is missing, and what is true or false', [
  ['is_missing(arr)', 'ARR is missing'],
  ['not is_missing(arr)', 'ARR is known'],
  ['arr == missing', 'ARR is compared with missing, which is never true'],
  ['churned', 'churned is yes'],
  ['churned == false', 'churned is no'],
  ['coalesce(churned, false)', 'churned is yes (not where that is missing)'],
  ['churned != paused', 'churned is not the same as paused'],
  ['overridden', 'the score is overridden'],
  ['true', 'always'],
])

says('a denial is carried to what it denies', [
  ['not seats >= 70', 'seats are below 70'],
  ['not (churned or seats > 5)', 'churned is no and seats are at most 5'],
  ['not (churned and paused)', 'churned is no or paused is no'],
  ['arr > 1 and not (churned or paused)', 'ARR is above 1, churned is no and paused is no'],
  ["not plan in ['a']", 'plan is not “a”'],
])

says('what is nested can be read in one way only', [
  ['churned or arr > 1 and paused', 'churned is yes or (ARR is above 1 and paused is yes)'],
  ['(churned or arr > 1) and paused', '(churned is yes or ARR is above 1) and paused is yes'],
  ["plan in ['a', 'b'] and churned", 'plan is “a” or “b”, and churned is yes'],
  ['churned and paused and arr > 1', 'churned is yes, paused is yes and ARR is above 1'],
])

says('a value reads as a phrase', [
  ['active_users / seats', 'active users divided by seats'],
  ['(a + b) * c', '(a plus b) times c'],
  ['a + b - c', 'a plus b minus c'],
  ['a - (b - c)', 'a minus (b minus c)'],
  ['a / b / c', '(a divided by b) divided by c'],
  ['-(a)', 'minus a'],
  ['min(a, b, 3)', 'the smallest of a, b and 3'],
  ['max(a, b)', 'the greater of a and b'],
  ['round(a / b, 2)', '(a divided by b) rounded to 2 decimals'],
  ['coalesce(a, 0)', 'a (where missing: 0)'],
  ['coalesce(a, b, 0)', 'the first of a, b and 0 that is not missing'],
  ['if(churned, 0, a)', '0 where churned is yes, otherwise a'],
  ['days_since(start)', 'the days from start to the day of the snapshot'],
  ['median(logins_30d, 90)', 'the median of logins (30 days) over the 90 days before'],
  ['pct_change(arr, 30)', 'the change of ARR in 30 days in %'],
])

test('a name of nothing but underscores is said as it stands', () => {
  expect(inWords('_ > 1')).toBe('_ is above 1')
  expect(inWords('__')).toBe('__')
})

test('where a rule is wanted, a column of no known type is asked whether it is so', () => {
  expect(inWords('customer', ruleWords)).toBe('customer is yes')
})

test('every expression has words', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const words = inWords(printFormula(tree))
      expect(words).not.toMatch(/undefined|null|NaN|\[object/)
      expect(words.length).toBeGreaterThan(0)
    }),
    { seed: 5, numRuns: 300 },
  )
})

test.each([
  ['least of least', `${'min('.repeat(190)}a${', 1)'.repeat(190)}`],
  ['denials', `${'not ('.repeat(90)}a > 1${')'.repeat(90)}`],
  ['choices', `${'if(a > 1, '.repeat(150)}a${', 1)'.repeat(150)}`],
  ['comparisons in choices', `${'if(('.repeat(60)}a > 1${') == true, b, c) > 1'.repeat(60)}`],
  ['a chain', Array.from({ length: MAX_NODES / 2 }, () => 'a').join('+')],
])(
  '%s inside one another are put into words without going through them again and again',
  (_, text) => {
    expect(inWords(text)).not.toBe('')
  },
)
