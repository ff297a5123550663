import { dayOf } from '../core/table/day.ts'
import type { Day } from '../core/brand.ts'
import type { Account, Cells } from './account.ts'

/** Something that happens in the sample and is there to be found. */
export interface Story {
  readonly id: string
  readonly about: string
  /** The accounts it happens to: one, by its key, or a region as it is called in the first delivery. */
  readonly of: { readonly key: string } | { readonly region: string }
  /** Months of the sample, both included. */
  readonly from: number
  readonly to: number
  /** Who the account is, where the story needs it to be somebody. */
  readonly cast?: Partial<Account>
  /** What the story makes of a row, `age` months into it. */
  readonly tell?: (cells: Cells, age: number) => Partial<Cells>
}

const DIRECT = { channel: 'Direct', type: 'Customer', slump: null } as const
const day = (year: number, month: number, dayOfMonth: number): Day =>
  dayOf(year, month, dayOfMonth) as Day

export const STORIES: readonly Story[] = [
  {
    id: 'silent-giant',
    about: 'A large account logs in less every month and asks nothing; it renews in 58 days.',
    of: { key: '00419' },
    from: 6,
    to: 11,
    cast: {
      ...DIRECT,
      segment: 'Enterprise',
      plan: 'Enterprise',
      owner: 'Maren Okafor',
      arr: 312_000,
      seats: 860,
      since: day(2020, 12, 28),
      health: 0.5,
    },
    tell: ({ activeUsers, logins, features, seats }, age) => ({
      activeUsers: Math.round((activeUsers ?? seats) * (0.94 - 0.12 * age)),
      logins: Math.round((logins ?? 0) * (0.9 - 0.15 * age)),
      features: Math.max(1, (features ?? 0) - age),
      lastContact: day(2026, 5, 12),
      csat: null,
      openTickets: 0,
      urgentTickets: 0,
    }),
  },
  {
    id: 'outage',
    about: 'In June 2026 no logins came from the Nordics: the data failed, not the customers.',
    of: { region: 'Nordics' },
    from: 7,
    to: 7,
    tell: () => ({ logins: null }),
  },
  {
    id: 'upsell',
    about: 'Use grows for half a year until nearly every seat is taken.',
    of: { key: '01084' },
    from: 5,
    to: 11,
    cast: {
      ...DIRECT,
      segment: 'Mid-market',
      plan: 'Business',
      owner: 'Jonas Eberlin',
      arr: 46_800,
      seats: 140,
      since: day(2023, 3, 17),
      health: 0.9,
    },
    tell: ({ activeUsers, logins, seats }, age) => {
      const people = Math.round(seats * (0.8 + 0.03 * age))
      const each = (logins ?? 0) / Math.max(1, activeUsers ?? 0)
      return { activeUsers: people, logins: Math.round(people * each * (1 + 0.03 * age)) }
    },
  },
  {
    id: 'overdue',
    about: 'Invoices pile up at a customer that is content: capped at 39 since September 2026.',
    of: { key: '00797' },
    from: 9,
    to: 11,
    cast: {
      ...DIRECT,
      segment: 'Mid-market',
      plan: 'Team',
      owner: 'Rui Castanho',
      arr: 58_200,
      seats: 165,
      since: day(2022, 5, 9),
      health: 0.7,
    },
    tell: (_, age) => ({ overdue: age + 1, daysToPay: 47 + 14 * age, champion: true }),
  },
  {
    id: 'split',
    about: 'North America is divided into East and West in April 2026.',
    of: { region: 'North America' },
    from: 5,
    to: 11,
    tell: ({ key, region }) => ({ region: `${region} ${Number(key) % 2 ? 'East' : 'West'}` }),
  },
  {
    id: 'champion-left',
    about: 'The champion leaves in July 2026: nobody calls back, and the next survey is bad.',
    of: { key: '01830' },
    from: 8,
    to: 11,
    cast: {
      ...DIRECT,
      segment: 'Mid-market',
      plan: 'Business',
      arr: 74_500,
      seats: 210,
      health: 0.8,
    },
    tell: ({ features }, age) => ({
      champion: false,
      contacts: 1,
      lastContact: day(2026, 7, 8),
      nps: age === 0 ? 9 : 3,
      features: Math.max(2, (features ?? 0) - age),
    }),
  },
  {
    id: 'recovery',
    about: 'An account that was as good as lost in November 2025 is healthy by summer.',
    of: { key: '01364' },
    from: 0,
    to: 11,
    cast: {
      ...DIRECT,
      segment: 'Mid-market',
      plan: 'Team',
      arr: 39_900,
      seats: 118,
      health: 0.8,
      slump: { from: -7, months: 7, depth: 2.7, recovers: true },
    },
    tell: (_, age) => ({ overdue: age < 3 ? 1 : 0 }),
  },
]
