import { expect, test } from 'vitest'
import type { Configuration } from '../../../src/core/model/configuration.ts'
import { conditionSentence, inputSentence, vocabularyOf } from '../../../src/ui/words/formula.ts'
import { aConfiguration } from '../../support/a-configuration.ts'

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ')
const say = (text: string, parts: Partial<Configuration> = {}, stored = STORED) =>
  plain(conditionSentence(text, vocabularyOf({ ...aConfiguration(), ...parts }, stored)))

const STORED = [
  { id: 'arr', label: 'Annual Revenue', type: 'number' as const },
  { id: 'tickets_90d', label: 'Tickets (90 days)', type: 'number' as const },
  { id: 'renewal_date', label: 'Renewal date', type: 'date' as const },
  { id: 'churned', label: 'Churned', type: 'boolean' as const },
]

test('stored columns are called by their headers, derived columns, bands and flags by their names', () => {
  expect(say('tickets_90d == 0 and arr > 1000.5')).toBe(
    'There were no tickets in 90 days and Annual Revenue is above 1,000.5',
  )
  expect(say("band == 'red' or has_flag('quiet')")).toBe(
    'The band is At risk or the flag Gone quiet is raised',
  )
  expect(say('churned and not is_missing(renewal_date)')).toBe(
    'Churned is yes and renewal date is known',
  )
})

test('days are written as the person writes them', () => {
  expect(say("renewal_date < '2026-03-04'")).toBe('Renewal date is before Mar 4, 2026')
})

test('a column that nobody gave a name has that of the factor that it is', () => {
  const configuration = aConfiguration()
  const [model] = configuration.models
  const [, support] = model!.groups
  const models = [{ ...model!, groups: [support!] }]
  expect(say('response_days > 2', { models }, [])).toBe('Days to answer are above 2')
  const stored = [{ id: 'response_days', label: 'Reply time', type: 'number' as const }]
  expect(say('response_days > 2', { models }, stored)).toBe('Reply time is above 2')
})

test('numbers of a rule keep all their digits', () => {
  expect(say('arr > 0.00005')).toBe('Annual Revenue is above 0.00005')
  expect(say('pct_change(arr, 30) < -0.12345')).toBe(
    'Annual Revenue fell by more than 12.345 % in 30 days',
  )
})

test('a column whose scale is in shares reads in per cent', () => {
  const configuration = aConfiguration()
  const [model] = configuration.models
  const [group] = model!.groups
  const factor = { ...group!.factors[1]!, input: 'seat_use' }
  const models = [{ ...model!, groups: [{ ...group!, factors: [factor] }] }]
  expect(say('seat_use < 0.2', { models })).toBe('Seats in use are below 20 %')
})

test('without data a column is called as the file calls it, or by its id', () => {
  const sources = [
    {
      id: 'crm',
      grain: 'account' as const,
      key: 'Account ID',
      columns: [{ id: 'seats', from: 'Licensed seats' }],
    },
  ]
  expect(say('seats > 0', { sources }, [])).toBe('There are licensed seats')
  expect(say('open_tickets > 3', {}, [])).toBe('Open tickets are above 3')
})

test('a name of any length is cut, and ids of JavaScript are names like others', () => {
  const label = 'x'.repeat(10_000)
  expect(say('arr > 1', {}, [{ id: 'arr', label, type: 'number' }]).length).toBeLessThan(120)
  expect(say('constructor > 1 and __proto__ > 1')).toBe(
    'Constructor is above 1 and proto is above 1',
  )
})

test('an input reads as a phrase, and what is no expression stays as it is', () => {
  const vocabulary = vocabularyOf(aConfiguration())
  expect(inputSentence('active_users / seats', vocabulary)).toBe('Active users divided by seats')
  expect(inputSentence('1 +', vocabulary)).toBe('1 +')
})
