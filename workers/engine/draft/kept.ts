import { keepDraft, keptDraft } from '../../../src/store/drafts.ts'
import { orThrow } from '../../portfolio/or-throw.ts'
import type { KeptDraft } from '../../protocol/draft.ts'
import type { OpenWorkspace } from '../open-workspace.ts'

export const draftOf = async ({ store, workspace }: OpenWorkspace): Promise<KeptDraft | null> =>
  orThrow(await keptDraft(store, workspace.id))

export const keepDraftOf = async (
  { store, workspace }: OpenWorkspace,
  draft: KeptDraft | null,
): Promise<null> => orThrow(await keepDraft(store, workspace.id, draft))
