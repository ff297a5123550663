import type { WorkspaceId } from '../core/brand.ts'
import type { Configuration } from '../core/model/configuration.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import type { Store } from './database.ts'
import { guarded } from './problems.ts'

/** A draft of a configuration: every step of it that can be gone back to, and which one is shown. */
interface Draft {
  readonly steps: readonly Configuration[]
  readonly at: number
  /** What was in force when it was begun. */
  readonly base?: Configuration
}

const keyOf = (workspace: WorkspaceId): string[] => [workspace, 'draft', 'model']

export function keptDraft(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<Draft | null, StoreProblem>> {
  return guarded(store, async () => {
    const kept = await store.choices.get(keyOf(workspace))
    return kept?.kind === 'draft' ? readDraft(kept.text) : null
  })
}

/** In place of the one before; null: there is none any more. */
export function keepDraft(
  store: Store,
  workspace: WorkspaceId,
  draft: Draft | null,
): Promise<Result<null, StoreProblem>> {
  return guarded(store, async () => {
    if (draft === null) await store.choices.delete(keyOf(workspace))
    else
      await store.choices.put({
        workspace,
        kind: 'draft',
        id: 'model',
        text: JSON.stringify(draft),
      })
    return null
  })
}

/** Null where it is not what was written: a draft is not worth a refusal. */
function readDraft(text: string): Draft | null {
  try {
    const { steps, at, base } = JSON.parse(text) as Draft
    if (!Array.isArray(steps) || steps[at] === undefined) return null
    return base === undefined ? { steps, at } : { steps, at, base }
  } catch {
    return null
  }
}
