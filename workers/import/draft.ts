import type { AccountRoles, Configuration } from '../../src/core/model/configuration.ts'
import { proposeConfiguration } from '../../src/core/model/propose.ts'
import type { FoundColumn, Proposal } from '../../src/core/model/proposal.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import { countValues } from '../../src/core/table/profile.ts'
import type { Table } from '../../src/core/table/table-builder.ts'
import type { RoleChoices } from '../protocol.ts'
import type { WorkspaceMemory } from './memory.ts'
import type { Draft } from './stage.ts'

interface Drafting {
  readonly table: Table
  readonly plan: ReadingPlan
  readonly roles: RoleChoices
  readonly memory: WorkspaceMemory
}

/** The configuration in force under the roles that were chosen, or a first one; null where no column says how an account is. */
export function draftConfiguration({ table, plan, roles, memory }: Drafting): Draft | null {
  const { configuration } = memory
  if (configuration) {
    const changed = !sameRoles(rolesOf(configuration.account), roles)
    const value = changed ? withRoles(configuration, roles) : configuration
    return { origin: 'in-force', configuration: value, reasons: [], isNew: changed }
  }
  const proposal = proposeFor(table, plan)
  if (!proposal.configuration) return null
  return {
    origin: 'proposed',
    configuration: withRoles(proposal.configuration, roles),
    reasons: proposal.reasons,
    isNew: true,
  }
}

/** A first model from the columns of a file, or of its first rows. */
export function proposeFor(table: Table, plan: ReadingPlan): Proposal {
  const columns = plan.columns.flatMap(({ id, header }, place): FoundColumn[] => {
    const typed = table.columns[place]
    if (!typed || typed.type === null) return []
    return [{ id, header, column: typed.column, ...countValues(typed.column) }]
  })
  const { key } = plan
  const keyColumn =
    key.by === 'column' ? plan.columns.find(({ index }) => index === key.index) : undefined
  return proposeConfiguration({
    key: keyColumn?.id ?? 'key',
    columns,
    rows: table.rows,
    day: plan.day,
  })
}

export const rolesOf = (account: AccountRoles | null): RoleChoices => ({
  name: account?.name ?? null,
  value: account?.value ?? null,
  renewal: account?.renewal ?? null,
  owner: account?.owner ?? null,
  outcome: account?.outcome ?? null,
  segments: account?.segments ?? [],
  include: account?.include ?? null,
})

function withRoles(
  configuration: Configuration,
  { segments, ...roles }: RoleChoices,
): Configuration {
  const chosen = Object.entries(roles).filter(([, column]) => column !== null)
  const account = {
    key: configuration.account.key,
    ...Object.fromEntries(chosen),
    ...(segments.length > 0 ? { segments } : {}),
  } as AccountRoles
  return { ...configuration, account }
}

const sameRoles = (a: RoleChoices, b: RoleChoices): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
