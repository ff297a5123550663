import { expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { fromIncludeExpression, toIncludeExpression } from '../../../src/state/include-rule.ts'
import { columnNote, columnsSummary } from '../../../src/ui/words/column-note.ts'
import { datesValue, numbersOf, numbersValue } from '../../../src/ui/words/dialect.ts'
import { dateReadings, readAs, sinceWords } from '../../../src/ui/words/import.ts'
import { vocabularyOf } from '../../../src/ui/words/formula.ts'
import { modelSentences, noModelWords, thinModelWords } from '../../../src/ui/words/proposal.ts'
import { aConfiguration } from '../../support/a-configuration.ts'
import { aColumnPlan, aReview, FEBRUARY } from '../../support/import-data.ts'

test('an ambiguous date is read both ways, whatever stands between its parts', () => {
  expect([
    readAs('03/04/2026', 'dmy'),
    readAs('3.4.26', 'mdy'),
    readAs('13-13-2026', 'dmy'),
  ]).toEqual(['Apr 3, 2026', 'Mar 4, 2026', '13-13-2026'])
})

test('each reading of a date says its consequence where it is known', () => {
  const consequences = (past?: { dmy: number; mdy: number }) =>
    dateReadings('03/04/2026', past).map(({ consequence }) => consequence)
  expect(consequences()).toEqual(['day first', 'month first', 'the column is not kept'])
  expect(consequences({ dmy: 0, mdy: 1_106 })[1]).toBe('month first: 1,106 already past')
})

test("a month's end is called by its month, another day by itself", () => {
  expect([sinceWords(FEBRUARY), sinceWords(toDay(20_501))]).toEqual(['Feb 2026', 'Feb 17, 2026'])
})

test('who is a customer survives the way into an expression and back', () => {
  for (const value of ['Customer', "O'Neil \\ Sons", '', '__proto__']) {
    const rule = { column: 'type', value }
    expect(fromIncludeExpression(toIncludeExpression(rule, 'text'))).toEqual(rule)
  }
  expect(toIncludeExpression({ column: 'active', value: 'true' }, 'boolean')).toBe('active == true')
})

test('an expression that says more than a rule is left as it is', () => {
  expect(fromIncludeExpression("type == 'Customer' and arr > 0")).toBeNull()
})

test('columns that write numbers in two ways are said to differ', () => {
  const comma = aColumnPlan(0, 'a', { type: 'number', format: numbersOf('comma-point') })
  const point = aColumnPlan(1, 'b', { type: 'number', format: numbersOf('point') })
  const text = aColumnPlan(2, 'c', { type: 'text' })
  expect([numbersValue([comma, text]), numbersValue([comma, point]), numbersValue([])]).toEqual([
    'comma-point',
    null,
    'point',
  ])
})

test('dates without a format are ISO dates', () => {
  expect(datesValue([aColumnPlan(0, 'a', { type: 'date' })])).toBe('ymd')
})

test('under a column stands what could not be read, with examples', () => {
  const review = aReview()
  const arr = review.columns[2]
  if (!arr) throw new Error('no such column')
  expect(columnNote(arr, { rows: review.rows, isKey: false, asked: false })).toEqual({
    tone: 'look',
    first: '12 cannot be read',
    second: 'of 4,812: “TBC”, “48k”',
    opens: 'unreadable',
  })
})

test('the columns are summed up in one line', () => {
  expect(columnsSummary(aReview(), new Set([3]))).toBe(
    '5 clean, 1 with cells to look at, 1 to answer, 1 ignored',
  )
})

test('a proposed model reads as one sentence a choice', () => {
  const [model] = aConfiguration().models
  if (!model) throw new Error('no model')
  const columns = [{ id: 'logins_30d', label: 'Logins (30 days)', type: 'number' as const }]
  const sentences = modelSentences(model, vocabularyOf(aConfiguration(), columns)).map(
    ({ title, share, clauses }) => [
      title,
      share,
      clauses.map(({ before, code, after }) =>
        `${before}${code}${after}`.replaceAll('\u202f', ' '),
      ),
    ],
  )
  expect(sentences).toEqual([
    [
      'Usage',
      0.6,
      [
        'More Logins (30 days) is healthier, by rank, the best 5 % get 100.',
        'More active users divided by seats is healthier, from 10 % to 80 %.',
      ],
    ],
    [
      'Support',
      0.4,
      [
        'Fewer Open tickets is healthier, 100 below 1, 70 from 1, 40 from 4, 0 from 8.',
        'Fewer Days to answer is healthier, 100 at 0, half of it every 3.',
      ],
    ],
    [
      'Exception',
      null,
      ['Two or more overdue invoices: when overdue invoices are at least 2, at most 39.'],
    ],
  ])
})

test('where few columns speak, other files are asked for, or those that wait are told of', () => {
  const read = aReview({ advice: { code: 'too-few-signals', reasons: [] } })
  const none = { isDeclined: false, nameOf: (column: string) => column }
  const asked =
    /add a second file, such as tickets or usage: its rows are added up for each account\./
  const told = /^(Too f|F)ew columns .* The rows of the 4 files that follow are added up/
  for (const words of [thinModelWords(read, 0), noModelWords(read, { ...none, coming: 0 })])
    expect(words).toMatch(asked)
  for (const words of [thinModelWords(read, 4), noModelWords(read, { ...none, coming: 4 })])
    expect(words).toMatch(told)
})

test('one account alone is said to have nothing to be compared with', () => {
  const read = aReview({ advice: { code: 'too-few-signals', reasons: [] } })
  const one = { ...read, rows: { ...read.rows, accepted: 1 } }
  expect(noModelWords(one, { isDeclined: false, coming: 0, nameOf: (column) => column })).toMatch(
    /^One account alone has nothing/,
  )
})
