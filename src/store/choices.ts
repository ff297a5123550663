import type { WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { ReadingPlan } from '../core/source/plan.ts'
import type { ColumnType } from '../core/table/column.ts'
import type { Store } from './database.ts'
import { guarded } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { ChoiceChange, ChoiceRecord } from './records.ts'
import { restoreAll } from './restore.ts'

export interface Choices {
  /** How the last file of each source was read. */
  readonly plans: readonly ReadingPlan[]
  /** The types fixed at first import, by column id. */
  readonly types: ReadonlyMap<string, ColumnType>
}

export function readChoices(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<Choices, StoreProblem>> {
  return guarded(store, async () => {
    const all = restoreAll('choices', await beginningWith(store.choices, workspace).toArray())
    const types = all.flatMap((choice) =>
      choice.kind === 'type' ? [[choice.id, choice.type] as const] : [],
    )
    return {
      plans: all.flatMap((choice) => (choice.kind === 'plan' ? [choice.plan] : [])),
      types: new Map(types),
    }
  })
}

/** Inside a transaction. */
export async function putChoices(
  store: Store,
  workspace: WorkspaceId,
  { plan, types }: { readonly plan: ReadingPlan; readonly types: ReadonlyMap<string, ColumnType> },
): Promise<ChoiceChange[]> {
  const chosen: ChoiceRecord[] = [
    { workspace, kind: 'plan', id: plan.source, plan },
    ...[...types].map(([id, type]) => ({ workspace, kind: 'type', id, type }) as const),
  ]
  const before = await store.choices.bulkGet(chosen.map(keyOf))
  await store.choices.bulkPut(chosen)
  return chosen.map((now, i) => ({ now, before: before[i] ?? null }))
}

/** Inside a transaction: as they were. */
export async function takeBackChoices(
  store: Store,
  changes: readonly ChoiceChange[],
): Promise<void> {
  const isNew = ({ before }: ChoiceChange) => before === null
  await store.choices.bulkDelete(changes.filter(isNew).map(({ now }) => keyOf(now)))
  await store.choices.bulkPut(changes.flatMap(({ before }) => before ?? []))
}

const keyOf = ({ workspace, kind, id }: ChoiceRecord): string[] => [workspace, kind, id]
