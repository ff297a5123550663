import { GROUP_IDS, type GroupId } from './alias.ts'
import { toFactor, type Candidate } from './candidates.ts'
import type { AccountRoles, Configuration, Exception, Group } from '../configuration.ts'
import { leastCoverage } from './least-coverage.ts'
import { withMeaning, type MeantColumn } from './meaning.ts'
import type { Proposal, ProposalInput } from './proposal.ts'
import { proposeDerived, type DerivedSignal } from './propose-derived.ts'
import { chooseFactors, type FactorChoice } from './propose-factors.ts'
import { chosenInclude, proposeInclude } from './propose-include.ts'
import { explainChoices } from './propose-reasons.ts'
import { outcomeValues, proposeRoles, proposeSegments, type NamedRoles } from './propose-roles.ts'

/**
 * A first model from the columns of one file alone: who is a customer, what plays which part, which columns say how an account is, and a
 * scale for each from its real values. What a column means is told by its header; none that is not understood becomes a factor.
 * No rows, or nothing that says how an account is: no configuration.
 */
export function proposeConfiguration(input: ProposalInput): Proposal {
  const { columns, roles, free, taken, derived, inclusion, outcome } = playParts(input)
  const { rows } = inclusion
  const choice = chooseFactors({ columns: free, derived, taken, rows, day: input.day, outcome })
  const signals = choice.chosen.filter(isSignal).length
  const groups = signals === 0 ? [] : groupsOf(choice, rows)
  return {
    configuration:
      signals === 0 ? null : configurationOf({ roles, derived, groups, columns, choice }),
    roles,
    reasons: explainChoices({ columns, roles, inclusion, derived, choice, groups, day: input.day }),
    signals,
    advice: signals < 2 ? 'too-few-signals' : null,
  }
}

/** Only what plays which part, and who is a customer: no factors, no scales. */
export const proposeAccountRoles = (input: ProposalInput): AccountRoles => playParts(input).roles

function playParts(input: ProposalInput) {
  const columns = input.columns.map(withMeaning)
  const others = columns.filter((column) => column.id !== input.key)
  const named = input.roles ? namedRoles(input.roles) : proposeRoles(others, input.rows)
  const outcomeColumn = others.find((column) => column.id === named.outcome)
  const outcome = outcomeColumn ? outcomeValues(outcomeColumn) : null
  const taken = new Set(input.takenIn)
  const free = others.filter(({ id }) => taken.has(id) || !Object.values(named).includes(id))
  const inclusion = input.roles
    ? chosenInclude(input.roles.include, input)
    : proposeInclude(free, input, outcome)
  const derived = proposeDerived(free)
  const segments = input.roles
    ? (input.roles.segments ?? [])
    : proposeSegments(notPartOf(derived, free), inclusion.rows)
  const roles: AccountRoles = {
    key: input.key,
    ...named,
    ...(segments.length > 0 ? { segments } : {}),
    ...(inclusion.expression === null ? {} : { include: inclusion.expression }),
  }
  return { columns, roles, free, taken, derived, inclusion, outcome }
}

const namedRoles = ({
  segments: _,
  include: __,
  ...named
}: NonNullable<ProposalInput['roles']>): NamedRoles => named

const notPartOf = (derived: readonly DerivedSignal[], columns: readonly MeantColumn[]) =>
  columns.filter((column) => !derived.some(({ from }) => from.includes(column)))

/** How long somebody has been a customer is no sign by itself of how they are doing. */
const isSignal = ({ signal, isTaken }: Candidate): boolean =>
  isTaken === true || signal.form !== 'tenure'

const GROUPS: Readonly<Record<GroupId, { readonly name: string; readonly weight: number }>> = {
  usage: { name: 'Usage', weight: 40 },
  satisfaction: { name: 'Satisfaction', weight: 20 },
  support: { name: 'Support', weight: 15 },
  financial: { name: 'Financial', weight: 15 },
  relationship: { name: 'Relationship', weight: 10 },
  other: { name: 'Other', weight: 10 },
}

function groupsOf({ chosen }: FactorChoice, rows: Uint32Array): Group[] {
  return GROUP_IDS.flatMap((id) => {
    const factors = chosen
      .filter(({ signal }) => signal.group === id)
      .map((one) => toFactor(one, rows))
    return factors.length > 0 ? [{ id, ...GROUPS[id], factors }] : []
  })
}

interface Parts {
  readonly roles: AccountRoles
  readonly derived: readonly DerivedSignal[]
  readonly groups: readonly Group[]
  readonly columns: readonly MeantColumn[]
  readonly choice: FactorChoice
}

function configurationOf({ roles, derived, groups, columns, choice }: Parts): Configuration {
  const used = new Set(groups.flatMap(({ factors }) => factors.map((factor) => factor.input)))
  const made = derived.map(({ column }) => column).filter((column) => used.has(column.id))
  const exceptions = columns.flatMap(overdueInvoices)
  return {
    format: 'hale-config',
    version: 1,
    name: 'First model',
    account: roles,
    ...(made.length > 0 ? { derived: made } : {}),
    models: [
      {
        id: 'main',
        name: 'All accounts',
        minCoverage: leastCoverage(groups, choice.chosen),
        groups,
        ...(exceptions.length > 0 ? { exceptions } : {}),
      },
    ],
    bands: [
      { id: 'red', name: 'At risk', from: 0, risk: true },
      { id: 'yellow', name: 'Watch', from: 40 },
      { id: 'green', name: 'Healthy', from: 70 },
    ],
  }
}

/** The one exception that a name makes clear: invoices that are not paid outweigh whatever else looks well. */
function overdueInvoices({ id, header, column }: MeantColumn): Exception[] {
  const isCount =
    column.type === 'number' && /^(overdue|past.?due|unpaid)[ _]?invoices$/i.test(header.trim())
  if (!isCount) return []
  const reason = 'Two or more overdue invoices'
  return [{ id: 'overdue', when: `${id} >= 2`, then: { cap: 39 }, reason }]
}
