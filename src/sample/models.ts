import type {
  Exception,
  Group,
  MissingPolicy,
  Scale,
  ScoringModel,
} from '../core/model/configuration.ts'

type Columns = readonly (readonly [
  column: string,
  name: string,
  weight: number,
  scale: Scale,
  missing?: MissingPolicy,
])[]

/** Of factors whose input is the column of their id. */
const group = (id: string, name: string, weight: number, columns: Columns): Group => ({
  id,
  name,
  weight,
  factors: columns.map(([column, title, share, scale, missing]) => ({
    id: column,
    name: title,
    input: column,
    weight: share,
    scale,
    ...(missing === undefined ? {} : { missing }),
  })),
})

const linear = (from: number, to: number): Scale => ({ type: 'linear', from, to })
const steps = (at: number[], scores: number[]): Scale => ({ type: 'steps', at, scores })

const SEATS_IN_USE = ['seat_use', 'Seats in use'] as const
const LOGINS = ['logins_per_seat', 'Logins per seat'] as const
const FEATURES = ['key_features_used', 'Key features used'] as const
const SINCE_CONTACT = ['days_since_contact', 'Days since the last contact'] as const

/** The reference freezes the rank of the logins. */
export const customerModel = (reference: readonly number[]): ScoringModel => ({
  id: 'customers',
  name: 'Customers in use',
  minCoverage: 0.3,
  groups: [
    group('usage', 'Usage', 40, [
      [...SEATS_IN_USE, 45, linear(0.25, 0.8)],
      [...LOGINS, 30, { type: 'percentile', better: 'higher', top: 0.25, reference }],
      [...FEATURES, 25, linear(1, 7.5)],
    ]),
    SATISFACTION,
    SUPPORT,
    FINANCIAL,
    RELATIONSHIP,
  ],
  exceptions: EXCEPTIONS,
})

/** An answer about recommending counts for a quarter more than it was given for. */
const SATISFACTION: Group = group('satisfaction', 'Satisfaction', 20, [
  ['csat', 'CSAT', 55, linear(3, 4.5)],
  ['nps', 'NPS answer', 45, linear(4, 9), { carry: 92 }],
])

const SUPPORT: Group = group('support', 'Support', 15, [
  ['open_tickets', 'Open tickets', 60, linear(8, 0)],
  ['urgent_tickets', 'Urgent tickets', 40, steps([1, 2, 3], [100, 50, 20, 0])],
])

const FINANCIAL: Group = group('financial', 'Financial', 15, [
  ['overdue_invoices', 'Overdue invoices', 60, steps([1, 2], [100, 40, 0])],
  ['days_to_pay', 'Days to pay', 40, linear(70, 30)],
])

const RELATIONSHIP: Group = group('relationship', 'Relationship', 10, [
  [...SINCE_CONTACT, 40, linear(120, 14)],
  [
    'champion',
    'Champion',
    35,
    { type: 'categories', map: { true: 100, false: 10 }, otherwise: null },
  ],
  ['contacts', 'Contacts', 25, steps([2, 4], [30, 70, 100])],
])

const EXCEPTIONS: readonly Exception[] = [
  {
    id: 'overdue',
    when: 'overdue_invoices >= 2',
    then: { cap: 39 },
    reason: 'Two or more overdue invoices',
  },
  {
    id: 'urgent',
    when: 'urgent_tickets >= 3',
    then: { cap: 60 },
    reason: 'Three or more urgent tickets',
  },
  {
    id: 'nobody',
    when: 'champion == false and days_until(renewal_date) <= 90',
    then: { add: -10 },
    reason: 'No champion, and the renewal is near',
  },
]

/** Whoever has just begun cannot have much: what counts is that people come in, find their way, and are spoken to. */
export const ONBOARDING_MODEL: ScoringModel = {
  id: 'onboarding',
  name: 'Onboarding',
  appliesTo: "lifecycle_stage == 'Onboarding'",
  minCoverage: 0.3,
  groups: [
    group('activation', 'Activation', 75, [
      [...SEATS_IN_USE, 60, linear(0, 0.45)],
      [...FEATURES, 40, linear(0, 4)],
    ]),
    group('attention', 'Attention', 25, [[...SINCE_CONTACT, 100, { type: 'decay', halfLife: 45 }]]),
  ],
}
