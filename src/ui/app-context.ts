import { createContext } from 'svelte'
import type { ImportQueue } from '../state/import-queue.svelte.ts'
import type { Preferences } from '../state/preferences.svelte.ts'
import type { Sample } from '../state/sample.svelte.ts'
import type { Session } from '../state/session.svelte.ts'
import type { Theme } from '../state/theme.svelte.ts'

/** What the composition root hands to every component. */
export interface AppContext {
  readonly session: Session
  readonly theme: Theme
  readonly preferences: Preferences
  readonly sample: Sample
  /** The files on their way in; made by `createImportQueue(session)`. Lives on while another page is looked at. */
  readonly imports: ImportQueue
  /** Loads the page again, in the newest version there is. */
  readonly reload: () => Promise<void>
}

export const [useApp, provideApp] = createContext<AppContext>()
