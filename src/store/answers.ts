import type { Result, StoreProblem } from '../core/problem.ts'
import type { Store } from './database.ts'
import { guarded } from './problems.ts'
import { beginningWith } from './ranges.ts'
import type { AnswerRecord } from './score-records.ts'
import { restored } from './restore.ts'
import { workspaceIn } from './workspaces.ts'

/** As many looks at one state of a workspace as are worth their place. */
const MOST_ANSWERS = 40

/** The answer to a question as it was kept, if it was made of the same; null where it was not. */
export function readAnswer(
  store: Store,
  { workspace, question, way, made }: Omit<AnswerRecord, 'answer'>,
): Promise<Result<AnswerRecord | null, StoreProblem>> {
  return guarded(store, async () => {
    const found = await store.answers.get([workspace, question])
    return found?.made === made && found.way === way ? restored('answers', found) : null
  })
}

/** Keeps an answer beside those that were made of the same; all others go. */
export function keepAnswer(
  store: Store,
  answer: AnswerRecord,
): Promise<Result<null, StoreProblem>> {
  const keep = async () => {
    // A workspace that was removed meanwhile leaves nothing behind.
    await workspaceIn(store, answer.workspace)
    const kept = await beginningWith(store.answers, answer.workspace).toArray()
    const standing = kept.filter(({ made }) => made === answer.made)
    const gone =
      standing.length < MOST_ANSWERS ? kept.filter((one) => !standing.includes(one)) : kept
    await store.answers.bulkDelete(gone.map(({ workspace, question }) => [workspace, question]))
    await store.answers.put(answer)
    return null
  }
  return guarded(store, () => store.transaction('rw', store.workspaces, store.answers, keep))
}
