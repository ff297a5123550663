import { expect, test } from 'vitest'
import { vocabularyOf } from '../../../src/ui/words/formula.ts'
import {
  attentionSentences,
  customersWords,
  exceptionSentence,
  flagSentence,
  groupsInWords,
  modelScopeWords,
  playSentence,
} from '../../../src/ui/words/how.ts'
import { aConfiguration } from '../../support/a-configuration.ts'

const configuration = aConfiguration()
const vocabulary = vocabularyOf(configuration)
const model = configuration.models[0]!
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ')

test('who is a customer, by a rule or without one', () => {
  expect(customersWords(configuration, vocabulary)).toBe('Every account is a customer and counts.')
  const account = { ...configuration.account, include: "type == 'Customer'" }
  expect(customersWords({ ...configuration, account }, vocabulary)).toBe(
    'A customer is an account where type is “Customer”. Other accounts are kept, and are no part of scores, counts and exports.',
  )
})

test('whom a model scores, of several in turn', () => {
  expect(plain(modelScopeWords(model, 0, vocabulary))).toBe(
    'It scores every account. An account with data for less than 30 % of the weight is not scored.',
  )
  const later = { ...model, appliesTo: 'seats > 5', minCoverage: 0 }
  expect(modelScopeWords(later, 1, vocabulary)).toBe(
    'It scores accounts that no model above applies to where seats are above 5. An account without any data is not scored.',
  )
})

test('an input is told by its header, and by its id where a factor lends it its name', () => {
  const [group] = model.groups
  const [factor] = group!.factors
  const inputs = (id: string, name: string) =>
    groupsInWords(
      { ...model, groups: [{ ...group!, factors: [{ ...factor!, name, input: id }] }] },
      { ...vocabulary, column: () => ({ label: name, type: 'number', isShare: false }) },
    )[0]!.factors[0]!.input
  expect(inputs('csat', 'CSAT')).toBe('CSAT')
  expect(inputs('seat_use', 'Seats in use')).toBe('Seat use')
})

test('every factor with its share of the whole, its scale and what happens where it is missing', () => {
  const lines = groupsInWords(model, vocabulary).flatMap(({ name, rollup, factors }) => [
    [name, rollup],
    ...factors.map((one) => [
      one.name,
      Math.round(one.share * 1000) / 10,
      one.input,
      plain(one.scale),
      one.missing,
    ]),
  ])
  expect(lines).toEqual([
    ['Usage', null],
    [
      'Logins',
      36,
      'Logins in 30 days',
      'By rank, the best 5 % get 100. More is healthier.',
      'Left out, its weight is shared out',
    ],
    [
      'Seats in use',
      24,
      'Active users divided by seats',
      '0 at 10 %, 100 from 80 %. More is healthier.',
      'The latest value of 60 days back, else left out',
    ],
    ['Support', 'Only its lowest factor counts, with the whole share.'],
    [
      'Open tickets',
      20,
      'Open tickets',
      '100 below 1, 70 from 1, 40 from 4, 0 from 8. Less is healthier.',
      'Counts as 50',
    ],
    [
      'Days to answer',
      20,
      'Response days',
      '100 at 0, half of it every 3. Less is healthier.',
      'Left out, its weight is shared out',
    ],
  ])
})

test('an exception and a flag say when they hold', () => {
  expect(exceptionSentence(model.exceptions![0]!, vocabulary)).toBe(
    'Where overdue invoices are at least 2: at most 39. Two or more overdue invoices.',
  )
  expect(plain(flagSentence(configuration.flags![0]!, vocabulary))).toBe(
    'Raised where logins fell by more than 30 % in 30 days.',
  )
})

test('a play says what to do and by when', () => {
  expect(playSentence({ name: 'Re-engage' })).toBe('Play: Re-engage.')
  expect(
    playSentence({
      name: 'Re-engage',
      steps: ['Call the champion', 'Offer a session'],
      dueDays: 7,
    }),
  ).toBe('Play: Re-engage, due within 7 days: Call the champion; Offer a session.')
})

test('what else calls for attention is said as it holds, set or not', () => {
  expect(attentionSentences()).toEqual([
    'A fall of 10 points or more in 30 days.',
    'A renewal within 90 days of the snapshot, of an account at risk.',
    'Data older than 45 days.',
  ])
  expect(attentionSentences({ fall: { points: 5, days: 7 }, staleDays: 1 })).toEqual([
    'A fall of 5 points or more in 7 days.',
    'A renewal within 90 days of the snapshot, of an account at risk.',
    'Data older than 1 day.',
  ])
})
