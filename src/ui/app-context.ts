import { createContext } from 'svelte'
import type { Session } from '../state/session.svelte.ts'
import type { Theme } from '../state/theme.svelte.ts'

/** What the composition root hands to every component. */
export interface AppContext {
  readonly session: Session
  readonly theme: Theme
}

export const [useApp, provideApp] = createContext<AppContext>()
