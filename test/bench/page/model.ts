import type { Configuration, Factor } from '../../../src/core/model/configuration.ts'

/** Twelve factors of every scale that needs no cohort, so that a database can be asked for the same scores. `usage` is what a person drags. */
export function modelWith(usage: number): Configuration {
  return {
    format: 'hale-config',
    version: 1,
    name: 'Bench',
    account: {
      key: 'account_id',
      name: 'account_name',
      value: 'arr',
      renewal: 'renewal_date',
      owner: 'owner',
      segments: ['segment'],
    },
    models: [{ id: 'all', groups: groupsWith(usage), exceptions }],
    bands: [
      { id: 'red', name: 'Red', from: 0, risk: true },
      { id: 'yellow', name: 'Yellow', from: 40 },
      { id: 'green', name: 'Green', from: 70 },
    ],
  }
}

export const RISK_BANDS = [true, false, false]

/** Three conditions, as a person filters. */
export const FILTER = 'arr > 100000 and seats >= 50 and plan in ["Pro", "Team"]'

const exceptions = [
  { id: 'overdue', when: 'overdue_invoices >= 3', then: { cap: 40 }, reason: 'Invoices overdue' },
]

const groupsWith = (usage: number) => [
  {
    id: 'usage',
    weight: usage,
    factors: [
      linear('logins', 'logins_30d', 3, [0, 2000]),
      linear('active', 'active_users / seats', 2, [0, 1]),
      linear('features', 'feature_use', 2, [0, 1]),
      factor('users', 'active_users', 1, {
        type: 'steps',
        at: [10, 100, 300],
        scores: [0, 40, 70, 100],
      }),
    ],
  },
  {
    id: 'support',
    weight: 2,
    factors: [
      linear('tickets', 'tickets_90d', 2, [30, 0]),
      linear('csat', 'csat', 2, [1, 5]),
      factor('nps', 'nps', 1, {
        type: 'target',
        zeroBelow: 0,
        fullFrom: 8,
        fullTo: 10,
        zeroAbove: 12,
      }),
    ],
  },
  {
    id: 'commercial',
    weight: 3,
    factors: [
      factor('overdue', 'overdue_invoices', 2, { type: 'decay', halfLife: 1 }),
      linear('mrr', 'mrr', 1, [0, 20000]),
      factor('arr', 'arr', 1, { type: 'steps', at: [20000, 100000], scores: [30, 60, 100] }),
    ],
  },
  {
    id: 'relationship',
    weight: 1,
    factors: [
      factor('plan', 'plan', 2, {
        type: 'categories',
        map: { Basic: 40, Pro: 70, Team: 80 },
        otherwise: 100,
      }),
      factor('stage', 'lifecycle_stage', 1, {
        type: 'categories',
        map: { Onboarding: 50, Adopting: 70, Established: 90, Renewing: 60 },
        otherwise: null,
      }),
    ],
  },
]

function factor(id: string, input: string, weight: number, scale: Factor['scale']): Factor {
  return { id, input, weight, scale }
}

function linear(id: string, input: string, weight: number, [from, to]: [number, number]): Factor {
  return factor(id, input, weight, { type: 'linear', from, to })
}
