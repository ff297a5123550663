import type { AccountRoles, Configuration } from '../../src/core/model/configuration.ts'
import { adjustProposal } from '../../src/core/model/propose/adjust-proposal.ts'
import { proposeAccountRoles, proposeConfiguration } from '../../src/core/model/propose/propose.ts'
import type { FoundColumn, Proposal, ProposalInput } from '../../src/core/model/propose/proposal.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import { countValues } from '../../src/core/table/profile.ts'
import type { Table } from '../../src/core/table/table-builder.ts'
import type { RoleChoices } from '../protocol/review.ts'
import type { WorkspaceMemory } from './memory.ts'
import type { Draft } from './stage.ts'

interface Drafting {
  readonly table: Table
  readonly plan: ReadingPlan
  readonly roles: RoleChoices
  readonly memory: WorkspaceMemory
}

/** The configuration in force under the roles that were chosen, or a first one, as far as columns say how an account is. */
export function draftConfiguration({ table, plan, roles, memory }: Drafting): Draft {
  const { configuration } = memory
  if (configuration) {
    const changed = !sameRoles(rolesOf(configuration.account), roles)
    const value = changed ? withRoles(configuration, roles) : configuration
    return { ...unadvised, origin: 'in-force', configuration: value, isNew: changed }
  }
  if (roles.withoutModel)
    return { ...unadvised, origin: 'proposed', configuration: null, isNew: false }
  const { configuration: first, reasons, advice } = proposeFor(table, plan, roles)
  const proposed = first && adjustProposal(first, roles.adjustments ?? [])
  return { origin: 'proposed', configuration: proposed, reasons, advice, isNew: proposed !== null }
}

const unadvised = { reasons: [], advice: null }

/** A first model from the columns of a file. Roles that were chosen stand in place of guesses. */
const proposeFor = (table: Table, plan: ReadingPlan, roles: RoleChoices): Proposal =>
  proposeConfiguration({
    ...inputOf(table, plan),
    roles: toAccountRoles(roles),
    takenIn: takenInBy(roles),
  })

/** What plays which part, told by the first rows of a file. */
export const guessRoles = (table: Table, plan: ReadingPlan): RoleChoices =>
  rolesOf(proposeAccountRoles(inputOf(table, plan)))

function inputOf(table: Table, plan: ReadingPlan): ProposalInput {
  const columns = plan.columns.flatMap(({ id, header }, place): FoundColumn[] => {
    const typed = table.columns[place]
    if (!typed || typed.type === null) return []
    return [{ id, header, column: typed.column, ...countValues(typed.column) }]
  })
  const { key } = plan
  const keyColumn =
    key.by === 'column' ? plan.columns.find(({ index }) => index === key.index) : undefined
  return { key: keyColumn?.id ?? 'key', columns, rows: table.rows, day: plan.day }
}

export const takenInBy = ({ adjustments = [] }: RoleChoices): readonly string[] =>
  adjustments.flatMap(({ factor, change }) => (change === 'take-in' ? [factor] : []))

export const rolesOf = (account: AccountRoles | null): RoleChoices => ({
  name: account?.name ?? null,
  value: account?.value ?? null,
  renewal: account?.renewal ?? null,
  owner: account?.owner ?? null,
  outcome: account?.outcome ?? null,
  segments: account?.segments ?? [],
  include: account?.include ?? null,
})

const withRoles = (configuration: Configuration, roles: RoleChoices): Configuration => ({
  ...configuration,
  account: { key: configuration.account.key, ...toAccountRoles(roles) },
})

/** Parts that nothing plays are absent. */
export function toAccountRoles({
  segments,
  adjustments: _,
  withoutModel: __,
  ...roles
}: RoleChoices): Omit<AccountRoles, 'key'> {
  const chosen = Object.entries(roles).filter(([, column]) => column !== null)
  return { ...Object.fromEntries(chosen), ...(segments.length > 0 ? { segments } : {}) }
}

const sameRoles = (a: RoleChoices, b: RoleChoices): boolean =>
  JSON.stringify(toAccountRoles(a)) === JSON.stringify(toAccountRoles(b))
