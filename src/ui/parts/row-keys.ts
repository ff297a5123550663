import type { Preferences } from '../../state/preferences.svelte.ts'
import { singleKey } from '../frame/single-key.ts'

/** The row of a list that something stands in, counted through all of the list; -1: in none. */
export const rowOf = (target: EventTarget | null): number => {
  const line =
    target instanceof Element ? target.closest<HTMLElement>('tbody tr[data-index]') : null
  return Number(line?.dataset['index'] ?? -1)
}

/** How many rows a key moves on: j and k from anywhere on the page, arrows and their like from a row. Undefined: the key is not for the list. */
export function rowsMoved(
  event: KeyboardEvent,
  preferences: Pick<Preferences, 'singleKeys'>,
  { total, inSight }: { readonly total: number; readonly inSight: number },
): number | undefined {
  const alone = { j: 1, k: -1 }[singleKey(event, preferences) ?? '']
  if (alone !== undefined) return alone
  const { key, target, shiftKey, altKey, ctrlKey, metaKey } = event
  if (rowOf(target) < 0 || shiftKey || altKey || ctrlKey || metaKey) return undefined
  const page = Math.max(1, inSight - 1)
  const steps: Partial<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -total,
    End: total,
  }
  return steps[key]
}
