import type { Day } from '../core/brand.ts'
import type { Industry } from './words.ts'

export const SEGMENTS = ['Enterprise', 'Mid-market', 'Small business'] as const
export type Segment = (typeof SEGMENTS)[number]

/** Who a customer is, and what becomes of it: all that its months are made from. Months are counted as in calendar.ts. */
export interface Account {
  /** Its place in the roster, and the seed of its months. */
  readonly index: number
  readonly key: string
  readonly name: string
  readonly industry: Industry
  readonly region: string
  readonly segment: Segment
  readonly plan: string
  /** Of what a reseller's customers do little is known. */
  readonly channel: 'Direct' | 'Reseller'
  readonly type: 'Customer' | 'Partner'
  readonly owner: string
  /** At first. */
  readonly arr: number
  readonly seats: number
  readonly since: Day
  /** The first month whose delivery has it, and the first in which it has left; null: it stays. */
  readonly joins: number
  readonly leaves: number | null
  /** How it usually is: 0 is in order, 1 is very good, -2 very bad. */
  readonly health: number
  readonly slump: Slump | null
}

/** A time in which the health falls by `depth`, over so many months from `from`; afterwards it comes back, or it does not. */
export interface Slump {
  readonly from: number
  readonly months: number
  readonly depth: number
  readonly recovers: boolean
}

/** One row of a delivery. Null is an empty cell. */
export interface Cells {
  readonly key: string
  readonly name: string
  readonly industry: string
  readonly region: string
  readonly segment: string
  readonly plan: string
  readonly channel: string
  readonly stage: string
  readonly type: string
  readonly owner: string
  readonly since: Day
  readonly renewal: Day
  readonly churned: boolean
  readonly arr: number
  readonly seats: number
  readonly activeUsers: number | null
  readonly logins: number | null
  readonly features: number | null
  readonly openTickets: number | null
  readonly urgentTickets: number | null
  /** 1 to 5. */
  readonly csat: number | null
  /** One answer, 0 to 10. */
  readonly nps: number | null
  readonly overdue: number | null
  readonly daysToPay: number | null
  readonly contacts: number | null
  readonly champion: boolean | null
  readonly lastContact: Day | null
}
