import type { AccountRoles, Group } from '../configuration.ts'
import type { RoleName } from './alias.ts'
import type { MeantColumn } from './meaning.ts'
import type { ProposalReason } from './proposal.ts'
import {
  ASIDE_REASONS,
  factorReason,
  includeReason,
  OTHER_REASONS,
  partReason,
  refusalReason,
  ROLE_REASONS,
} from './proposal-words.ts'
import type { DerivedSignal } from './propose-derived.ts'
import type { FactorChoice } from './propose-factors.ts'
import { mayBeTaken } from './taken-candidate.ts'
import type { Inclusion } from './propose-include.ts'

export interface Choices {
  readonly columns: readonly MeantColumn[]
  readonly roles: AccountRoles
  readonly inclusion: Inclusion
  readonly derived: readonly DerivedSignal[]
  readonly choice: FactorChoice
  /** None where there is no configuration. */
  readonly groups: readonly Group[]
  readonly day: number
}

/** One sentence a column, in the file's order, then those of derived columns. */
export function explainChoices(choices: Choices): ProposalReason[] {
  const factors = factorReasons(choices)
  const parts = partReasons(choices, factors)
  return [
    ...choices.columns.map(
      (column) =>
        factors.get(column.id) ??
        withDoor(parts.get(column.id) ?? leftOut(column, choices), column, choices),
    ),
    ...choices.derived.flatMap(({ column }) => factors.get(column.id) ?? []),
  ]
}

function factorReasons({ choice, groups }: Choices): Map<string, ProposalReason> {
  const scales = new Map(
    groups.flatMap(({ factors }) => factors.map(({ id, scale }) => [id, scale] as const)),
  )
  const reasons = new Map<string, ProposalReason>()
  for (const candidate of choice.chosen) {
    const { id } = candidate
    const scale = scales.get(id)
    if (scale) reasons.set(id, { column: id, factor: id, reason: factorReason(candidate, scale) })
  }
  return reasons
}

function partReasons(
  { derived }: Choices,
  factors: ReadonlyMap<string, ProposalReason>,
): Map<string, ProposalReason> {
  const reasons = new Map<string, ProposalReason>()
  for (const { column, from } of derived) {
    const factor = factors.has(column.id) ? column.id : null
    for (const { id } of from)
      if (!reasons.has(id)) reasons.set(id, { column: id, factor, reason: partReason(column.name) })
  }
  return reasons
}

const withDoor = (
  reason: ProposalReason,
  column: MeantColumn,
  { roles, inclusion, day }: Choices,
): ProposalReason =>
  column.id !== roles.key && column.id !== roles.outcome && mayBeTaken(column, inclusion.rows, day)
    ? { ...reason, mayCount: true }
    : reason

const leftOut = (column: MeantColumn, choices: Choices): ProposalReason => ({
  column: column.id,
  factor: null,
  reason: whyNot(column, choices),
})

function whyNot(column: MeantColumn, { roles, inclusion, choice }: Choices): string {
  const { id, meaning } = column
  for (const role of ['key', 'name', 'value', 'renewal', 'owner', 'outcome'] as const)
    if (roles[role] === id) return ROLE_REASONS[role]
  const clause = inclusion.clauses.find((one) => one.column.id === id)
  if (clause) return includeReason(clause)
  const refusal = choice.refused.get(id)
  if (refusal) return refusalReason(refusal)
  if (column.distinct === 0) return OTHER_REASONS.empty
  if (meaning?.as === 'aside') return ASIDE_REASONS[meaning.why]
  if (column.distinct === 1) return OTHER_REASONS.constant
  if (meaning?.as === 'attribute' && meaning.kind === 'person') return OTHER_REASONS.person
  if (roles.segments?.includes(id)) return OTHER_REASONS.segment
  if (meaning?.as === 'attribute') return OTHER_REASONS.attribute
  if (meaning?.as === 'role') return whyNotRole(meaning.role, roles)
  if (choice.unreadable.has(id)) return OTHER_REASONS.unreadable
  return meaning ? OTHER_REASONS.alone : whyUnknown(column)
}

/** Where nobody else plays the part, it was the values that did not fit it. */
function whyNotRole(role: RoleName, roles: Choices['roles']): string {
  if (roles[role] === undefined) return OTHER_REASONS.unreadable
  return role === 'value' ? OTHER_REASONS.value : OTHER_REASONS.role
}

const NEARLY_UNIQUE = 0.9

const whyUnknown = ({ column, present, distinct }: MeantColumn): string =>
  column.type === 'text' && distinct > NEARLY_UNIQUE * present
    ? OTHER_REASONS.unique
    : OTHER_REASONS.unknown
