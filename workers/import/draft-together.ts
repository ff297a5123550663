import { toCanonicalJson } from '../../src/core/model/canonical.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { adjustProposal } from '../../src/core/model/propose/adjust-proposal.ts'
import { proposeAccountRoles, proposeConfiguration } from '../../src/core/model/propose/propose.ts'
import type { FoundColumn, ProposalInput } from '../../src/core/model/propose/proposal.ts'
import { withEventSources } from '../../src/core/model/sources/event-sources.ts'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import { countValues } from '../../src/core/table/profile.ts'
import { ADJUSTED, isUntouched, noteOfSums, PROPOSED } from '../portfolio/note-of-sums.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { RoleChoices } from '../protocol/review.ts'
import { rolesOf, takenInBy, toAccountRoles } from './draft.ts'
import type { WorkspaceMemory } from './memory.ts'
import type { Draft, Staged } from './stage.ts'

/** What is said of a version that an import puts in force. */
export const noteOfDraft = ({ draft, file }: Staged, { adjustments = [] }: RoleChoices): string =>
  draft.origin === 'proposed'
    ? `${PROPOSED}${file.name}${adjustments.length > 0 ? ADJUSTED : ''}`
    : (draft.note ?? `Roles chosen while importing ${file.name}`)

/** What the rows of a file of events come to is part of the configuration that is in force with it. */
export function withSources(staged: Staged, { choices, current }: WorkspaceMemory): Staged {
  const { draft, plan, file } = staged
  if (!draft.configuration || (!plan.events && draft.origin === 'in-force')) return staged
  const others = choices.plans.filter(({ source }) => source !== plan.source)
  const configuration = withEventSources(draft.configuration, [...others, plan])
  if (configuration === draft.configuration || !loads(configuration)) return staged
  const note = draft.isNew ? {} : { note: noteOfSums(current?.note ?? null, file.name) }
  return { ...staged, draft: { ...draft, ...note, configuration, isNew: true } }
}

/**
 * Whether the columns of earlier files, or those that events come to, belong to the proposal: where there is no model yet, or none
 * that a person has touched, and the file is the first of its source.
 */
export function isDraftedTogether({ plan }: Staged, memory: WorkspaceMemory): boolean {
  const { current, deliveries } = memory
  if (current && !isUntouched(current.note)) return false
  if (deliveries.some(({ source }) => source === plan.source)) return false
  return plan.events !== undefined || deliveries.length > 0
}

/** A file may hold more than a configuration may. */
const loads = (configuration: Configuration): boolean =>
  restoreConfiguration(toCanonicalJson(configuration)).ok

interface Drafting {
  readonly staged: Staged
  /** With the delivery as if it were published. */
  readonly portfolio: Portfolio
  readonly memory: WorkspaceMemory
  readonly roles: RoleChoices
  /** The roles as they were guessed: what differs from them was chosen. */
  readonly guessed: RoleChoices | null
}

/** A proposal from all columns of the snapshot that the delivery would give. */
export async function draftTogether(drafting: Drafting): Promise<Draft> {
  const { roles } = drafting
  if (roles.withoutModel) return { ...NOTHING, configuration: null, isNew: false }
  const input = await inputOf(drafting)
  const chosen = chosenOver(rolesOf(proposeAccountRoles(input)), drafting)
  const { configuration, reasons, advice } = proposeConfiguration({
    ...input,
    roles: toAccountRoles(chosen),
    takenIn: takenInBy(roles),
  })
  const proposed = configuration && adjustProposal(configuration, roles.adjustments ?? [])
  return { origin: 'proposed', configuration: proposed, reasons, advice, isNew: proposed !== null }
}

const NOTHING = { origin: 'proposed', reasons: [], advice: null } as const

async function inputOf({ staged, portfolio, memory }: Drafting): Promise<ProposalInput> {
  const at = portfolio.at(staged.plan.day)
  const known = portfolio.manifests[at]?.columns ?? []
  const { accounts, columns } = await portfolio.load(
    at,
    known.map(({ id }) => id),
  )
  const found = known.flatMap(({ id, label }): FoundColumn[] => {
    const column = columns.get(id)
    if (!column) return []
    const counts = countValues(column)
    return counts.present > 0 ? [{ id, header: label, column, ...counts }] : []
  })
  const key = keyOf(staged, memory)
  return { key, columns: found, rows: accounts.length, day: staged.plan.day }
}

/** The key of the list of accounts, where there is one. */
function keyOf({ plan }: Staged, { deliveries }: WorkspaceMemory): string {
  const plans = [...deliveries.map((delivery) => delivery.plan), plan]
  const { key, columns } = plans.find(({ events }) => !events) ?? plan
  if (key.by === 'row-number') return 'key'
  return columns.find(({ index }) => index === key.index)?.id ?? 'key'
}

/** What a person chose in place of a guess stands; all else is guessed from all columns. */
function chosenOver(whole: RoleChoices, { roles, guessed }: Drafting): RoleChoices {
  if (!guessed) return whole
  const changed = Object.entries(roles).filter(
    ([role, value]) =>
      role in whole && JSON.stringify(value) !== JSON.stringify(guessed[role as keyof RoleChoices]),
  )
  return { ...whole, ...Object.fromEntries(changed) }
}
