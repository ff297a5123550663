import type { Account, Cells } from './account.ts'
import { anniversaryAfter, lastDayOf, MONTHS } from './calendar.ts'
import { contractOf, paymentsOf, relationshipOf } from './dealings.ts'
import { supportOf, surveysOf, usageOf } from './habits.ts'
import { healthOf } from './health.ts'
import { storiesOf } from './telling.ts'

/** For how many months one that left is still in the deliveries. */
const KEPT_AFTER_LEAVING = 3
/** Months before the first delivery: tickets, invoices and answers do not begin with it. */
const WARM_UP = 9

/** The rows of one account by month; null where the delivery does not have it. */
export function courseOf(account: Account): (Cells | null)[] {
  const { joins, leaves } = account
  const cellsIn = monthsOf(account)
  const tell = storiesOf(account)
  if (joins === 0) for (let month = -WARM_UP; month < 0; month++) cellsIn(month)
  return Array.from({ length: MONTHS }, (_, month) => {
    if (month < joins) return null
    const cells = cellsIn(month)
    if (leaves === null || month < leaves) return tell(cells, month)
    if (month >= leaves + KEPT_AFTER_LEAVING) return null
    return tell({ ...cells, ...goneSince(account, leaves) }, month)
  })
}

/** What nobody measures of one that left, and what its reseller does not tell. */
const UNKNOWN = {
  activeUsers: null,
  logins: null,
  features: null,
  openTickets: null,
  urgentTickets: null,
  csat: null,
  nps: null,
  overdue: null,
  daysToPay: null,
  champion: null,
  lastContact: null,
}

function monthsOf(account: Account): (month: number) => Cells {
  const health = healthOf(account)
  const contract = contractOf(account)
  const usage = usageOf(account)
  const support = supportOf(account)
  const surveys = surveysOf(account)
  const payments = paymentsOf(account)
  const relationship = relationshipOf(account)
  const identity = identityOf(account)
  const isUnknown = account.channel === 'Reseller' || account.type === 'Partner'
  return (month) => {
    const healthNow = health(month)
    const terms = contract(month, healthNow)
    const now = { month, health: healthNow, seats: terms.seats }
    const standing = { stage: stageOf(account, terms.renewal, month), churned: false }
    // Object.assign, since a literal of many spreads takes five times as long.
    const measured = Object.assign(usage(now), support(now), surveys(now))
    const dealings = Object.assign(terms, payments(now), relationship(now))
    const cells = Object.assign(standing, identity, measured, dealings)
    return isUnknown ? { ...cells, ...UNKNOWN } : cells
  }
}

const identityOf = (account: Account) => ({
  key: account.key,
  name: account.name,
  industry: account.industry.name,
  region: account.region,
  segment: account.segment,
  plan: account.plan,
  channel: account.channel,
  type: account.type,
  owner: account.owner,
  since: account.since,
})

function stageOf({ since }: Account, renewal: number, month: number): string {
  const age = lastDayOf(month) - since
  if (age < 92) return 'Onboarding'
  if (renewal - lastDayOf(month) <= 60) return 'Renewing'
  return age < 365 ? 'Adopting' : 'Established'
}

const goneSince = ({ since }: Account, leaves: number) => ({
  ...UNKNOWN,
  type: 'Former customer',
  stage: 'Left',
  churned: true,
  arr: 0,
  seats: 0,
  contacts: null,
  renewal: anniversaryAfter(since, lastDayOf(leaves - 1)),
})
