import { less, more } from '../propose/alias.ts'
import { aside, both, describing, meant, playing, saying, type Need } from './need.ts'

const NUMBER = ['number'] as const
const LIKE_NUMBER = ['number', 'boolean'] as const
const DATE = ['date'] as const
const ANY = ['number', 'boolean', 'text', 'date'] as const

/** Everything that one of the templates asks for. */
export const NEEDS = {
  active_users: {
    name: 'Active users',
    hint: 'How many people use the product',
    signal: more('usage', 'active-users'),
    types: NUMBER,
    fits: [meant('usage', 'active-users')],
  },
  seats: {
    name: 'Seats',
    hint: 'How many could; with active users it gives the seats in use',
    signal: null,
    types: NUMBER,
    fits: [aside('seats')],
  },
  logins: {
    name: 'Logins or use',
    hint: 'How often they come in, or how much they use',
    signal: more('usage', 'count'),
    types: NUMBER,
    fits: [
      both(meant('usage', 'count'), saying('login, logon, session, visit, sign in, frequency')),
      both(meant('usage', 'count'), (words) => !FEATURES(words, null)),
      meant('usage', 'rate'),
    ],
  },
  features: {
    name: 'Use of the major features',
    hint: 'How many of them are used, or how often',
    signal: more('usage', 'count'),
    types: NUMBER,
    fits: [saying('feature, module'), both(meant('usage', 'count', 'rate'), saying('distinct'))],
  },
  last_use: {
    name: 'Last use',
    hint: 'The date of the last login, or the days since',
    signal: less('usage', 'date'),
    types: ['date', 'number'],
    fits: [meant('usage', 'date', 'recency', 'burden')],
  },
  csat: {
    name: 'Satisfaction survey',
    hint: 'CSAT, or another rating',
    signal: more('satisfaction', 'rating'),
    types: NUMBER,
    fits: [meant('satisfaction', 'rating')],
  },
  nps: {
    name: 'Would recommend',
    hint: 'NPS, as an answer of 0 to 10 or as −100 to 100',
    signal: more('satisfaction', 'nps'),
    types: NUMBER,
    fits: [meant('satisfaction', 'nps')],
  },
  sentiment: {
    name: 'Sentiment',
    hint: 'What the team feels: a word, a colour or a rating',
    signal: more('satisfaction', 'sentiment'),
    types: ['text', 'number'],
    fits: [meant('satisfaction', 'sentiment')],
  },
  tickets: {
    name: 'Support conversations',
    hint: 'How many tickets, cases or complaints',
    signal: less('support', 'burden'),
    types: LIKE_NUMBER,
    fits: [
      both(
        meant('support', 'burden'),
        saying('open ticket, open case, ticket, case, conversation'),
      ),
      both(meant('support', 'burden'), saying('complaint, complain')),
      both(meant('support', 'burden'), saying('call, request')),
    ],
  },
  urgent: {
    name: 'Urgent or escalated tickets',
    hint: 'How many, or whether there is one',
    signal: less('support', 'burden'),
    types: LIKE_NUMBER,
    fits: [
      both(
        meant('support', 'burden'),
        saying('urgent, escalation, escalated, incident, critical, severity, failure'),
      ),
    ],
  },
  overdue: {
    name: 'Overdue invoices',
    hint: 'How many, how many days, or whether there is one',
    signal: less('financial', 'burden'),
    types: LIKE_NUMBER,
    fits: [
      both(
        meant('financial', 'burden'),
        saying('overdue, past due, unpaid, late, delinquent, failed payment, dunning, arrear'),
      ),
      both(meant('financial', 'burden'), (_, meaning) => isLess(meaning)),
    ],
  },
  days_to_pay: {
    name: 'Days to pay',
    hint: 'How long an invoice waits',
    signal: less('financial', 'burden'),
    types: NUMBER,
    fits: [saying('day to pay, pay day, dso, payment day')],
  },
  term: {
    name: 'Contract term',
    hint: 'How long the account is bound: a word, or months',
    signal: more('relationship', 'term'),
    types: ['text', 'number'],
    fits: [meant('relationship', 'term')],
  },
  tenure: {
    name: 'Length of the relation',
    hint: 'Months as a customer, or the date it began',
    signal: more('relationship', 'tenure'),
    types: ['number', 'date'],
    fits: [meant('relationship', 'tenure')],
  },
  last_contact: {
    name: 'Last contact',
    hint: 'The date of the last meeting or call, or the days since',
    signal: less('relationship', 'date'),
    types: ['date', 'number'],
    fits: [meant('relationship', 'date', 'burden')],
  },
  champion: {
    name: 'Champion or sponsor',
    hint: 'Whether there is one, or how many',
    signal: more('relationship', 'count'),
    types: LIKE_NUMBER,
    fits: [saying('champion, sponsor')],
  },
  references: {
    name: 'References and speaking engagements',
    hint: 'How many, or whether there is one',
    signal: more('relationship', 'count'),
    types: LIKE_NUMBER,
    fits: [saying('reference, referenceable, speaking, case study, testimonial')],
  },
  stage: {
    name: 'Journey stage',
    hint: 'Trial, onboarding, adoption, renewal, or words like them',
    signal: null,
    types: ['text'],
    fits: [describing('lifecycle')],
  },
  trial: {
    name: 'On trial',
    hint: 'Whether the account only tries it',
    signal: null,
    types: ['boolean'],
    fits: [saying('trial')],
  },
  since: {
    name: 'Customer since',
    hint: 'The date on which the account began',
    signal: null,
    types: DATE,
    fits: [meant('relationship', 'tenure'), aside('record-date')],
  },
  renewal: {
    name: 'Renewal date',
    hint: 'When the contract ends',
    signal: null,
    types: DATE,
    fits: [playing('renewal')],
  },
  size: {
    name: 'Size of the account',
    hint: 'Seats, employees or revenue: from the middle on an account is large',
    signal: null,
    types: NUMBER,
    fits: [aside('seats'), aside('company-size'), playing('value')],
  },
  first_invite: {
    name: 'First invite',
    hint: 'When the first colleague was invited, or whether',
    signal: null,
    types: ANY,
    fits: [saying('first invite, invited, invite')],
  },
  first_value: {
    name: 'First value',
    hint: 'When it was first of use, or whether',
    signal: null,
    types: ANY,
    fits: [saying('first value, time to value, activated, activation, go live')],
  },
  email_opens: {
    name: 'E-mail opens',
    hint: 'How many of the first messages were opened',
    signal: more('usage', 'count'),
    types: NUMBER,
    fits: [saying('email open, mail open, e mail open')],
  },
} as const satisfies Readonly<Record<string, Need>>

export type NeedId = keyof typeof NEEDS

export const needOf = (id: NeedId): Need => NEEDS[id]

const FEATURES = saying('feature, module')
const isLess = (meaning: Parameters<Need['fits'][number]>[1]): boolean =>
  meaning?.as === 'signal' && meaning.better === 'lower'
