import { expect, test } from 'vitest'
import type { ProposalInput } from '../../../../src/core/model/propose/proposal.ts'
import { foundColumns } from '../found.ts'
import { bandCounts, fill, restored, scoredBy } from './filled.ts'

const columns = (table: Readonly<Record<string, readonly (string | number | boolean)[]>>) =>
  foundColumns({ id: Object.values(table)[0]!.map((_, i) => `a${i}`), ...table })

const scores = (id: Parameters<typeof fill>[0], input: ProposalInput) => {
  const { sheet } = scoredBy(fill(id, input).configuration, [input])
  return Array.from(sheet.shown)
}

/** 0, 1 … so that scales begin and end there. */
const upTo = (most: number, count: number) =>
  Array.from({ length: count }, (_, i) => Math.round((most * i) / (count - 1)))

test('80 for usage, 90 for satisfaction and 70 for financial are 81 by 50, 30 and 20 %', () => {
  // 0.5 · 80 + 0.3 · 90 + 0.2 · 70. Of 25 to 80 % of seats 69 % are 80, CSAT goes to 100, and of 0 to 10 invoices 3 cost 30.
  const others = upTo(100, 101)
  const input = columns({
    'Active users': [69, ...others],
    Seats: [100, ...others.map(() => 100)],
    CSAT: [90, ...others],
    'Overdue invoices': [3, ...others.map((value) => (value < 80 ? 0 : 10))],
  })
  const { configuration } = fill('weighted-components', input)
  const { sheet } = scoredBy(configuration, [input])
  expect(sheet.groups[0]?.map((scores) => scores[0])).toEqual([
    expect.closeTo(80, 9),
    90,
    expect.closeTo(70, 9),
  ])
  expect(sheet.raw[0]).toBeCloseTo(81, 9)
  expect([sheet.shown[0], restored(configuration).models[0]?.exceptions?.[0]?.reason]).toEqual([
    39,
    'Invoices are overdue, so At risk at best',
  ])
})

test('the best 5 % of usage get 100, the middle stands where the reference puts it', () => {
  const logins = Array.from({ length: 101 }, (_, i) => i * 10)
  const [least, ...others] = scores('usage-rank', columns({ Logins: logins }))
  // p / 0.95: place 50 of 100 is 50 / 95.
  expect(others[49]).toBe(52.6)
  expect(others.slice(-6)).toEqual([100, 100, 100, 100, 100, 100])
  expect(others.at(-7)).toBe(98.9)
  expect(least).toBe(0)
})

test('sub-categories of 1 to 5 count as 0, 25, 50, 75, 100; product 60, relationship 40', () => {
  const product = [1, 2, 3, 4, 5]
  const input = columns({
    Adoption: product.map((grade) => grade * 20),
    CSAT: [5, 4, 3, 2, 1],
  })
  const { sheet } = scoredBy(fill('product-relationship', input).configuration, [input])
  const of = (id: string) =>
    Array.from(sheet.factors.find((factor) => factor.id === id)?.scores ?? [])
  expect(of('csat')).toEqual([100, 75, 50, 25, 0])
  expect(of('logins')).toEqual([0, 25, 50, 75, 100])
  // 0.6 · 25 + 0.4 · 75
  expect(sheet.raw[1]).toBe(45)
})

test('an answer of 0 to 10 is graded two at a time', () => {
  const input = columns({
    NPS: [0, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    Sessions: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  })
  const { sheet } = scoredBy(fill('product-relationship', input).configuration, [input])
  const nps = sheet.factors.find(({ id }) => id === 'nps')
  expect(Array.from(nps?.scores ?? [])).toEqual([0, 0, 25, 25, 50, 50, 75, 75, 100, 100])
})

test('neither no nor too many support conversations is healthy', () => {
  const tickets = [0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 20]
  const input = columns({ 'Support tickets': tickets, CSAT: tickets.map((one) => (one % 5) + 1) })
  const { sheet } = scoredBy(fill('at-risk-checklist', input).configuration, [input])
  const scored = sheet.factors.find(({ id }) => id === 'tickets')?.scores ?? []
  expect([scored[0], scored[1], scored[11], scored[19]]).toEqual([50, 100, 100, 0])
})

test('what no column plays is left out and named, in the description too; what never differs likewise', () => {
  const input = columns({ Logins: [1, 2, 3, 4, 5, 6], CSAT: [4, 4, 4, 4, 4, 4] })
  const { configuration, leftOut } = fill('weighted-components', input)
  expect(leftOut.filter(({ part }) => part !== 'flag')).toEqual([
    { part: 'factor', name: 'Seats in use', needs: ['active_users', 'seats'], why: 'not-mapped' },
    { part: 'factor', name: 'Use of the major features', needs: ['features'], why: 'not-mapped' },
    { part: 'factor', name: 'Last use', needs: ['last_use'], why: 'not-mapped' },
    { part: 'factor', name: 'Satisfaction survey', needs: [], why: 'constant' },
    { part: 'factor', name: 'Would recommend', needs: ['nps'], why: 'not-mapped' },
    { part: 'factor', name: 'Sentiment', needs: ['sentiment'], why: 'not-mapped' },
    { part: 'group', name: 'Satisfaction', needs: [], why: 'not-mapped' },
    { part: 'factor', name: 'Overdue invoices', needs: ['overdue'], why: 'not-mapped' },
    { part: 'factor', name: 'Days to pay', needs: ['days_to_pay'], why: 'not-mapped' },
    { part: 'factor', name: 'Contract term', needs: ['term'], why: 'not-mapped' },
    { part: 'group', name: 'Financial', needs: [], why: 'not-mapped' },
    { part: 'exception', name: 'Invoices are overdue', needs: ['overdue'], why: 'not-mapped' },
    { part: 'exception', name: 'Urgent tickets are open', needs: ['urgent'], why: 'not-mapped' },
  ])
  expect(configuration?.description).toContain(
    'Left out, for want of a column that says it: Seats in use,',
  )
  expect(bandCounts(configuration, [input]).notScored).toBe(0)
})

test('columns that say nothing of an account make no model', () => {
  const input = columns({ Country: ['DE', 'FR'], Website: ['a.example', 'b.example'] })
  expect(fill('weighted-components', input).configuration).toBe(null)
})

test('the milestones of a trial are reached or not, whatever tells it', () => {
  const input = columns({
    Stage: ['Trial', 'Trial', 'Established', 'Established'],
    'First invite': ['2026-01-03', '', '', ''],
    'First value': [true, false, false, true],
    'Email opens': [0, 3, 5, 9],
    Logins: [1, 2, 3, 4],
  })
  const { configuration } = fill('journey-stage', input)
  const { sheet } = scoredBy(configuration, [input])
  expect(configuration?.models.map(({ id, appliesTo }) => [id, appliesTo])).toEqual([
    ['trial', "stage == 'Trial'"],
    ['adoption', undefined],
  ])
  const of = (id: string) =>
    Array.from(sheet.factors.find((factor) => factor.id === id)?.scores ?? []).slice(0, 2)
  expect([of('first_invite'), of('first_value')]).toEqual([
    [100, 0],
    [100, 0],
  ])
})
