import type { WorkspaceId } from '../src/core/brand.ts'
import { failure, success, type Problem, type Result } from '../src/core/problem.ts'
import type { ReadingPlan } from '../src/core/source/plan.ts'
import { rowReport } from '../src/core/view/row-report.ts'
import { openStore, type Store } from '../src/store/database.ts'
import { guarded } from '../src/store/problems.ts'
import { csvBlob } from './csv-blob.ts'
import { newVersion } from './engine/configurations.ts'
import { inspectFile } from './import/inspect.ts'
import { readMemory } from './import/memory.ts'
import { publishStaged } from './import/publish.ts'
import { reviewStaged } from './import/review.ts'
import { fillSample } from './import/sample.ts'
import { sha256Of } from './import/sha256.ts'
import { stageFile, type Staged } from './import/stage.ts'
import { orThrow } from './portfolio/or-throw.ts'
import type { ImportHints, Importer, Progress, RoleChoices } from './protocol.ts'

export interface ImporterParts {
  /** The instant now, as an ISO text. */
  readonly now: () => string
  readonly newId: () => string
}

/** Reads one file and, once a person has checked it, writes it. */
export function createImporter({ now, newId }: ImporterParts): Importer {
  let store: Promise<Store> | null = null
  let file: File | null = null
  let digest: Promise<string> | null = null
  let workspace: WorkspaceId | null = null
  let staged: Staged | null = null

  const opened = (): Promise<Store> => (store ??= openStore({ onClosed: () => {} }).then(orThrow))

  const answer = async <T>(task: () => Promise<Result<T, Problem>>): Promise<Result<T>> => {
    const answered = await guarded({ outdated: null }, task)
    return answered.ok ? answered.value : answered
  }

  return {
    inspect: (chosen: File, hints: ImportHints) =>
      answer(async () => {
        file = chosen
        digest = null
        workspace = hints.workspace
        return inspectFile(chosen, hints, await readMemory(await opened(), workspace))
      }),

    stage: (plan: ReadingPlan, roles: RoleChoices, onProgress: (progress: Progress) => void) =>
      answer(async () => {
        if (!file) throw new Error('invalid call: stage before inspect')
        digest ??= sha256Of(file)
        const memory = await readMemory(await opened(), workspace)
        const read = await stageFile({
          file,
          sha256: await digest,
          plan,
          roles,
          memory,
          onProgress,
        })
        if (!read.ok) return read
        staged = read.value
        onProgress({ phase: 'comparing', share: 1, rows: staged.table.rows })
        return success(await reviewStaged({ staged, roles, store: await opened(), memory }))
      }),

    publish: (onProgress: (progress: Progress) => void) =>
      answer(async () => {
        if (!staged) throw new Error('invalid call: publish before stage')
        const { draft } = staged
        const configuration =
          draft.isNew && draft.configuration
            ? await newVersion(draft.configuration, noteOf(staged))
            : null
        return publishStaged(staged, {
          store: await opened(),
          workspace,
          configuration,
          now: now(),
          newId,
          onProgress,
        })
      }),

    rowProblems: () =>
      answer(async () =>
        staged
          ? success(csvBlob(rowReport(staged.problems)))
          : failure({ code: 'no-rows' } as const),
      ),

    fillSample: (onProgress: (progress: Progress) => void) =>
      answer(async () => fillSample({ store: await opened(), now: now(), newId, onProgress })),
  }
}

const noteOf = ({ draft, file }: Staged): string =>
  draft.origin === 'proposed'
    ? `Proposed from ${file.name}`
    : `Roles chosen while importing ${file.name}`
