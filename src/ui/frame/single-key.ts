import type { Preferences } from '../../state/preferences.svelte.ts'
import { isTyping } from './pasted.ts'

/** The key that was pressed alone and is meant for the page; null where somebody types, a dialog is open, or single keys are off. */
export function singleKey(
  event: KeyboardEvent,
  preferences: Pick<Preferences, 'singleKeys'>,
): string | null {
  if (!preferences.singleKeys || event.defaultPrevented || isTyping(event.target)) return null
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  return document.querySelector('dialog[open]') ? null : event.key
}
