import type { WorkspaceId } from '../core/brand.ts'
import { dayOfInstant } from './days.ts'
import { ImportQueue } from './import-queue.svelte.ts'
import type { Session } from './session.svelte.ts'

/** Imports go into the person's own workspace, and the session shows what came of them. */
export const createImportQueue = (
  session: Session,
  now: () => Date = () => new Date(),
): ImportQueue =>
  new ImportQueue({
    spawnImporter: () => session.spawnImporter(),
    workspace: () => ownWorkspace(session),
    today: () => dayOfInstant(now()),
    languages: () => navigator.languages,
    published: async ({ workspace }, _fileName, remaining) => {
      const page = remaining === 0 ? 'overview' : null
      await session.change(() => session.engine.open(workspace), page)
    },
  })

/** Sample data is kept apart: beside it a file goes into the first workspace of one's own, or a new one. */
function ownWorkspace(session: Session): WorkspaceId | null {
  const opened = session.opened
  if (!opened) return null
  if (opened.workspace?.kind === 'own') return opened.workspace.id
  return opened.workspaces.find(({ kind }) => kind === 'own')?.id ?? null
}
