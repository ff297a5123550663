import type { Configuration } from '../../src/core/model/configuration.ts'

/** A small configuration that has one of most things. */
export const aConfiguration = (): Configuration => ({
  format: 'hale-config',
  version: 1,
  name: 'Accounts',
  account: {
    key: 'account_id',
    name: 'account_name',
    value: 'arr',
    renewal: 'renewal_date',
    owner: 'owner',
    segments: ['type'],
  },
  models: [
    {
      id: 'main',
      name: 'All accounts',
      minCoverage: 0.3,
      groups: [
        {
          id: 'usage',
          name: 'Usage',
          weight: 60,
          factors: [
            {
              id: 'logins_30d',
              name: 'Logins',
              input: 'logins_30d',
              weight: 60,
              scale: { type: 'percentile', better: 'higher', top: 0.05 },
            },
            {
              id: 'seats',
              name: 'Seats in use',
              input: 'active_users / seats',
              weight: 40,
              scale: { type: 'linear', from: 0.1, to: 0.8 },
              missing: { carry: 60 },
            },
          ],
        },
        {
          id: 'support',
          name: 'Support',
          weight: 40,
          rollup: 'lowest',
          factors: [
            {
              id: 'tickets',
              name: 'Open tickets',
              input: 'open_tickets',
              weight: 1,
              scale: { type: 'steps', at: [1, 4, 8], scores: [100, 70, 40, 0] },
              missing: { score: 50 },
            },
            {
              id: 'response',
              name: 'Days to answer',
              input: 'response_days',
              weight: 1,
              scale: { type: 'decay', halfLife: 3 },
            },
          ],
        },
      ],
      exceptions: [
        {
          id: 'overdue',
          when: 'overdue_invoices >= 2',
          then: { cap: 39 },
          reason: 'Two or more overdue invoices',
        },
      ],
    },
  ],
  bands: [
    { id: 'red', name: 'At risk', from: 0, risk: true },
    { id: 'yellow', name: 'Watch', from: 40 },
    { id: 'green', name: 'Healthy', from: 70 },
  ],
  flags: [
    {
      id: 'quiet',
      name: 'Gone quiet',
      kind: 'risk',
      when: 'pct_change(logins_30d, 30) < -0.3',
      play: { name: 'Re-engage' },
    },
  ],
  derived: [{ id: 'seat_use', name: 'Seats in use', expression: 'active_users / seats' }],
})
