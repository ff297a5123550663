import type { Flag, View } from '../core/model/configuration.ts'

/** 28 days reach the month end before, 89 the one three months ago. */
export const FLAGS: readonly Flag[] = [
  {
    id: 'renewal_at_risk',
    name: 'Renewal at risk',
    kind: 'risk',
    when: "band == 'red' and days_until(renewal_date) <= 90",
    play: {
      name: 'Save the renewal',
      steps: ['Call the decision maker', 'Agree what has to change', 'Check the offer'],
      dueDays: 7,
    },
  },
  {
    id: 'gone_quiet',
    name: 'Gone quiet',
    kind: 'risk',
    when: 'open_tickets == 0 and pct_change(logins_30d, 89) < -0.4',
    play: {
      name: 'Re-engage',
      steps: ['Call the champion', 'Find out who uses it now', 'Offer a session'],
      dueDays: 7,
    },
  },
  {
    id: 'falling',
    name: 'Falling fast',
    kind: 'risk',
    when: 'change(score, 28) <= -10',
    play: { name: 'Find the cause', steps: ['Look at what changed', 'Ask the owner'], dueDays: 5 },
  },
  {
    id: 'sponsor_lost',
    name: 'No champion, no contact',
    kind: 'risk',
    when: 'champion == false and days_since(last_contact) > 60',
    play: { name: 'Find a new champion', steps: ['Map who decides', 'Ask to be introduced'] },
  },
  {
    id: 'upsell',
    name: 'Room to grow',
    kind: 'opportunity',
    when: 'seat_use >= 0.9 and pct_change(active_users, 89) > 0.05 and score >= 70',
    play: {
      name: 'Offer more seats',
      steps: ['Show the seats in use', 'Make an offer before the renewal'],
      dueDays: 30,
    },
  },
  {
    id: 'advocate',
    name: 'Would recommend',
    kind: 'advocate',
    when: 'nps >= 9 and score >= 80 and coalesce(change(score, 89), 0) > -5',
    play: { name: 'Ask for a reference', steps: ['Ask for a quote', 'Propose a joint story'] },
  },
]

export const VIEWS: readonly View[] = [
  {
    id: 'renewing_red',
    name: 'At risk, renewing in 90 days',
    filter: "band == 'red' and days_until(renewal_date) <= 90",
    columns: ['name', 'score', 'change', 'value', 'renewal', 'owner'],
    sort: [['value', 'desc']],
  },
  {
    id: 'growing',
    name: 'Room to grow',
    filter: "has_flag('upsell')",
    columns: ['name', 'score', 'seat_use', 'value', 'owner'],
    sort: [['seat_use', 'desc']],
  },
]
