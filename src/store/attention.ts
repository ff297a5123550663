import type { WorkspaceId } from '../core/brand.ts'
import type { Result, StoreProblem } from '../core/problem.ts'
import { appendAct } from './acts.ts'
import type { Store } from './database.ts'
import { guarded } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { AttentionRecord } from './attention-record.ts'
import type { ChoiceChange, ChoiceRecord } from './records.ts'

/** What a person put off or did, by the id of the item. */
export function readAttention(
  store: Store,
  workspace: WorkspaceId,
): Promise<Result<ReadonlyMap<string, AttentionRecord>, StoreProblem>> {
  return guarded(store, async () => {
    const all = await beginningWith(store.choices, workspace, 'attention').toArray()
    const marks = all.flatMap((one) => (one.kind === 'attention' ? (readMark(one.text) ?? []) : []))
    return new Map(marks.map((mark) => [mark.item.id, mark]))
  })
}

/** Keeps what was done about some items, as one act that can be taken back. */
export function attend(
  store: Store,
  workspace: WorkspaceId,
  marks: readonly AttentionRecord[],
  at: string,
): Promise<Result<null, StoreProblem>> {
  const keep = async () => {
    const choices: ChoiceChange[] = []
    for (const mark of marks) {
      const { id } = mark.item
      const now: ChoiceRecord = { workspace, kind: 'attention', id, text: JSON.stringify(mark) }
      const before = (await store.choices.get([workspace, 'attention', id])) ?? null
      await store.choices.put(now)
      choices.push({ now, before })
    }
    const [first] = marks
    if (first)
      await appendAct(store, workspace, at, {
        act: 'attend',
        state: first.state,
        name: first.item.name,
        choices,
      })
    return null
  }
  return guarded(store, () => store.transaction('rw', store.choices, store.acts, keep))
}

/** Null where it is not what was written. */
function readMark(text: string): AttentionRecord | null {
  try {
    const mark = JSON.parse(text) as AttentionRecord
    return typeof mark.item.id === 'string' ? mark : null
  } catch {
    return null
  }
}
