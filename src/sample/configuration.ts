import type {
  AccountRoles,
  Configuration,
  Example,
  SourceDefinition,
} from '../core/model/configuration.ts'
import { referenceOf, sortedPresent } from '../core/table/quantiles.ts'
import { HEADERS, SOURCE_COLUMNS } from './columns.ts'
import { sampleRows } from './deliveries.ts'
import { FLAGS, VIEWS } from './flags.ts'
import { customerModel, ONBOARDING_MODEL } from './models.ts'

const CRM: SourceDefinition = {
  id: 'crm',
  name: 'CRM accounts',
  grain: 'account',
  key: 'Account ID',
  keyRule: 'exact',
  headers: HEADERS,
  columns: SOURCE_COLUMNS,
}

const ROLES: AccountRoles = {
  key: 'account_id',
  name: 'account_name',
  value: 'arr',
  renewal: 'renewal_date',
  owner: 'owner',
  outcome: 'churned',
  segments: ['segment', 'plan', 'region', 'industry', 'lifecycle_stage', 'channel'],
  include: "type == 'Customer'",
}

const TWO_OVERDUE: Example = {
  name: 'Two invoices overdue',
  values: {
    type: 'Customer',
    lifecycle_stage: 'Established',
    seats: 100,
    active_users: 78,
    key_features_used: 7,
    csat: 4.4,
    nps: 9,
    open_tickets: 1,
    urgent_tickets: 0,
    overdue_invoices: 2,
    days_to_pay: 48,
  },
  model: 'customers',
  score: 39,
  band: 'red',
}

/** A model as a customer-success team would make it for the sample's deliveries. */
export function sampleConfiguration(): Configuration {
  return {
    format: 'hale-config',
    version: 1,
    name: 'Sample accounts',
    description: 'Five groups of signals for customers in use, three signals for those that begin.',
    account: ROLES,
    sources: [CRM],
    derived: [
      { id: 'seat_use', name: 'Seats in use', expression: 'active_users / seats' },
      { id: 'logins_per_seat', name: 'Logins per seat', expression: 'logins_30d / seats' },
      {
        id: 'days_since_contact',
        name: 'Days since the last contact',
        expression: 'days_since(last_contact)',
      },
    ],
    models: [ONBOARDING_MODEL, customerModel(loginsPerSeatAtFirst())],
    bands: [
      { id: 'red', name: 'At risk', from: 0, risk: true },
      { id: 'yellow', name: 'Watch', from: 40 },
      { id: 'green', name: 'Healthy', from: 70 },
    ],
    flags: FLAGS,
    attention: { fall: { points: 10, days: 30 }, renewalDays: 90, staleDays: 45 },
    views: VIEWS,
    examples: [TWO_OVERDUE],
  }
}

/** Those of the first delivery stay the measure: a portfolio that logs in less as a whole shows it. */
function loginsPerSeatAtFirst(): number[] {
  const [first = []] = sampleRows()
  const customers = first.filter(({ type, stage }) => type === 'Customer' && stage !== 'Onboarding')
  const ratios = Float64Array.from(customers, ({ logins, seats }) => (logins ?? NaN) / seats)
  const sorted = sortedPresent(ratios, Uint32Array.from(ratios.keys()))
  return referenceOf(sorted).map((ratio) => Math.round(100 * ratio) / 100)
}
