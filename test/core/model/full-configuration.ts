import type { Configuration } from '../../../src/core/model/configuration.ts'

/** Every known key at least once, and every kind of scale, policy and effect. */
export const fullConfiguration: Configuration = {
  format: 'hale-config',
  version: 1,
  name: 'SaaS accounts',
  description: 'For the tests',
  account: {
    key: 'account_id',
    name: 'account_name',
    value: 'arr',
    renewal: 'renewal_date',
    owner: 'owner',
    outcome: 'churned',
    segments: ['plan', 'region'],
    include: "type == 'Customer'",
  },
  types: { account_id: 'text', renewal_date: 'date', churned: 'boolean' },
  sources: [
    {
      id: 'crm',
      name: 'CRM accounts',
      grain: 'account',
      key: 'Account ID',
      keyRule: 'exact',
      headers: ['Account ID', 'Annual Revenue'],
      columns: [
        {
          id: 'arr',
          from: 'Annual Revenue',
          type: 'number',
          format: { decimal: '.', group: ',', percent: false },
          missing: ['', 'n/a'],
        },
        { id: 'renewal_date', from: 'Renewal', type: 'date', format: { date: 'dmy' } },
        { id: 'notes', from: 'Notes', ignore: true },
      ],
    },
    {
      id: 'subscriptions',
      grain: 'event',
      key: 'account_id',
      id_column: 'subscription_id',
      date: 'start_date',
      columns: [
        {
          id: 'seats',
          aggregate: 'sum',
          from: 'seats',
          type: 'number',
          where: 'is_missing(end_date)',
        },
      ],
    },
    {
      id: 'usage',
      grain: 'event',
      key: 'subscription_id',
      through: 'subscriptions',
      date: 'usage_date',
      columns: [
        { id: 'logins_30d', aggregate: 'count', windowDays: 30, empty: 0 },
        { id: 'active_users', aggregate: 'distinct', from: 'user' },
      ],
    },
  ],
  manual: [
    {
      id: 'csm_pulse',
      name: 'CSM pulse',
      type: 'number',
      min: 1,
      max: 5,
      staleAfterDays: 90,
      reasons: ['Sponsor left'],
    },
  ],
  derived: [{ id: 'seat_use', name: 'Seats in use', expression: 'active_users / seats' }],
  models: [
    {
      id: 'main',
      name: 'All accounts',
      appliesTo: "lifecycle_stage != 'Onboarding'",
      minCoverage: 0.3,
      groups: [
        {
          id: 'usage',
          name: 'Usage',
          weight: 50,
          rollup: 'mean',
          factors: [
            {
              id: 'seat_use',
              name: 'Seats in use',
              input: 'seat_use',
              weight: 60,
              scale: { type: 'linear', from: 0.1, to: 0.8 },
              missing: 'exclude',
            },
            {
              id: 'logins',
              input: 'logins_30d',
              weight: 40,
              scale: { type: 'percentile', better: 'higher', top: 0.05, within: 'plan' },
              missing: { carry: 60 },
            },
            {
              id: 'rank',
              input: 'arr',
              weight: 1,
              scale: {
                type: 'percentile',
                better: 'lower',
                top: 0,
                reference: Array.from({ length: 101 }, (_, i) => i),
              },
            },
          ],
        },
        {
          id: 'support',
          weight: 50,
          rollup: 'lowest',
          factors: [
            {
              id: 'tickets',
              input: 'tickets_90d',
              weight: 1,
              scale: { type: 'target', zeroBelow: 0, fullFrom: 1, fullTo: 3, zeroAbove: 10 },
              missing: { score: 50 },
            },
            {
              id: 'csat',
              input: 'csat',
              weight: 1,
              scale: { type: 'steps', at: [2, 4], scores: [0, 50, 100] },
            },
            {
              id: 'plan',
              input: 'plan',
              weight: 0,
              scale: { type: 'categories', map: { Pro: 80, Free: 20 }, otherwise: null },
            },
            { id: 'age', input: 'age', weight: 1, scale: { type: 'decay', halfLife: 30 } },
            {
              id: 'spend',
              input: 'spend',
              weight: 1,
              scale: { type: 'quantiles', low: 0.1, high: 0.9, better: 'higher' },
            },
          ],
        },
      ],
      exceptions: [
        { id: 'overdue', when: 'overdue >= 2', then: { cap: 39 }, reason: 'Overdue' },
        { id: 'new', when: 'age < 30', then: { floor: 50 }, reason: 'New' },
        { id: 'vip', when: 'arr > 1000', then: { add: 5 }, reason: 'Important' },
        { id: 'gone', when: 'churned', then: { set: 0 }, reason: 'Gone' },
      ],
    },
  ],
  bands: [
    { id: 'red', name: 'At risk', from: 0, risk: true },
    { id: 'green', name: 'Healthy', from: 70 },
  ],
  flags: [
    {
      id: 'quiet',
      name: 'Gone quiet',
      kind: 'risk',
      when: 'score < 40 and pct_change(logins_30d, 30) < -0.3',
      play: { name: 'Re-engage', steps: ['Call'], dueDays: 7 },
    },
  ],
  attention: { fall: { points: 10, days: 30 }, renewalDays: 90, staleDays: 45 },
  views: [
    {
      id: 'mine',
      name: 'Mine',
      filter: "band == 'red' and owner == 'Kim'",
      columns: ['name', 'score'],
      sort: [['score', 'asc']],
    },
  ],
  examples: [
    {
      name: 'Silent giant',
      values: { arr: 90000, logins_30d: 0, plan: 'Pro', churned: false, csat: null },
      model: 'main',
      score: 12.5,
      band: 'red',
    },
  ],
}
