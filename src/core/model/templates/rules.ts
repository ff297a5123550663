import { answered, few, fallen, troubled } from './conditions.ts'
import type { Choice, ExceptionRecipe, FlagRecipe } from './template.ts'

/** What outweighs everything else, and the best band that it leaves. */
export const USUAL_EXCEPTIONS: readonly Choice<ExceptionRecipe>[] = [
  [
    {
      id: 'overdue',
      name: 'Invoices are overdue',
      needs: ['overdue'],
      when: (kit) => troubled(kit, 'overdue', 2),
      best: 'risk',
    },
  ],
  [
    {
      id: 'nobody_comes',
      name: 'Nobody comes in',
      needs: ['logins'],
      when: (kit) => `${kit.id('logins')} == 0`,
      best: 'risk',
    },
    {
      id: 'nobody_uses',
      name: 'Nobody uses it',
      needs: ['active_users'],
      when: (kit) => `${kit.id('active_users')} == 0`,
      best: 'risk',
    },
  ],
  [
    {
      id: 'urgent',
      name: 'Urgent tickets are open',
      needs: ['urgent'],
      when: (kit) => troubled(kit, 'urgent', 3),
      best: 'watch',
    },
  ],
  [
    {
      id: 'unhappy',
      name: 'A survey was answered badly',
      needs: ['csat'],
      when: (kit) => answered(kit, 'csat', 'poor'),
      best: 'watch',
    },
    {
      id: 'would_not_recommend',
      name: 'Would not recommend',
      needs: ['nps'],
      when: (kit) => answered(kit, 'nps', 'poor'),
      best: 'watch',
    },
  ],
]

const SAVE: FlagRecipe = {
  id: 'renewal_at_risk',
  name: 'Renewal at risk',
  kind: 'risk',
  needs: ['renewal'],
  when: (kit) =>
    `band == 'red' and days_until(${kit.id('renewal')}) >= 0 and days_until(${kit.id('renewal')}) <= 90`,
  play: {
    name: 'Save the renewal',
    steps: ['Call the decision maker', 'Agree what has to change', 'Check the offer'],
    dueDays: 7,
  },
}

const FALLING: FlagRecipe = {
  id: 'falling',
  name: 'Falling fast',
  kind: 'risk',
  needs: [],
  when: () => 'change(score, 28) <= -10',
  play: { name: 'Find the cause', steps: ['Look at what changed', 'Ask the owner'], dueDays: 5 },
}

const QUIET: FlagRecipe = {
  id: 'gone_quiet',
  name: 'Gone quiet',
  kind: 'risk',
  needs: ['logins'],
  when: (kit) => fallen(kit, 'logins'),
  play: {
    name: 'Re-engage',
    steps: ['Call the champion', 'Find out who uses it now', 'Offer a session'],
    dueDays: 7,
  },
}

const MORE_SEATS = {
  name: 'Offer more',
  steps: ['Show what is used', 'Make an offer before the renewal'],
  dueDays: 30,
}

/** There is hardly a seat left; without seats, of those who come in the most. */
const UPSELL: Choice<FlagRecipe> = [
  {
    id: 'upsell',
    name: 'Room to grow',
    kind: 'opportunity',
    needs: ['active_users', 'seats'],
    reads: 'seat_use',
    when: (kit) => `${kit.derived('seat_use')} >= 0.9 and band == 'green'`,
    play: MORE_SEATS,
  },
  {
    id: 'upsell',
    name: 'Room to grow',
    kind: 'opportunity',
    needs: ['logins'],
    when: (kit) => `${kit.id('logins')} >= ${kit.quantile('logins', 0.9)} and band == 'green'`,
    play: MORE_SEATS,
  },
]

const CROSS_SELL: FlagRecipe = {
  id: 'cross_sell',
  name: 'Uses little of it, and is well',
  kind: 'opportunity',
  needs: ['features'],
  when: (kit) => `${few(kit, 'features')} and band == 'green'`,
  play: {
    name: 'Show another part',
    steps: ['Ask what they do elsewhere', 'Show the part that does it'],
    dueDays: 30,
  },
}

const ADVOCATE = {
  id: 'advocate',
  kind: 'advocate',
  play: { name: 'Ask for a reference', steps: ['Ask for a quote', 'Propose a joint story'] },
} as const

const ADVOCACY: Choice<FlagRecipe> = [
  {
    ...ADVOCATE,
    name: 'Would recommend',
    needs: ['nps'],
    when: (kit) => `${answered(kit, 'nps', 'best')} and band == 'green'`,
  },
  {
    ...ADVOCATE,
    name: 'Very satisfied',
    needs: ['csat'],
    when: (kit) => `${answered(kit, 'csat', 'best')} and band == 'green'`,
  },
  {
    ...ADVOCATE,
    name: 'Gives references',
    needs: ['references'],
    when: (kit) => `${troubled(kit, 'references', 1)} and band == 'green'`,
  },
  {
    ...ADVOCATE,
    name: 'In very good health',
    needs: [],
    when: () => 'score >= 90',
  },
]

/** One of each kind that a team looks for: risk, upsell, cross-sell, advocacy. */
export const USUAL_FLAGS: readonly Choice<FlagRecipe>[] = [
  [SAVE],
  [FALLING],
  [QUIET],
  UPSELL,
  [CROSS_SELL],
  ADVOCACY,
]
