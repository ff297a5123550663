import type { Preferences } from '../../state/preferences.svelte.ts'
import { singleKey } from '../frame/single-key.ts'

const ARROWS = { ArrowDown: 1, ArrowUp: -1 } as const

const isArrow = (key: string): key is keyof typeof ARROWS => Object.hasOwn(ARROWS, key)

/** The row of a list that something stands in, counted through all of the list; -1: in none. */
export const rowOf = (target: EventTarget | null): number => {
  const line =
    target instanceof Element ? target.closest<HTMLElement>('tbody tr[data-index]') : null
  return Number(line?.dataset['index'] ?? -1)
}

/**
 * How many rows a key moves on: j and k from anywhere on the page, arrows and their like from a row, up and down with Shift too, as
 * where they pick. Undefined: the key is not for the list.
 */
export function rowsMoved(
  event: KeyboardEvent,
  preferences: Pick<Preferences, 'singleKeys'>,
  { total, inSight }: { readonly total: number; readonly inSight: number },
): number | undefined {
  const alone = { j: 1, k: -1 }[singleKey(event, preferences) ?? '']
  if (alone !== undefined) return alone
  const { key, target, shiftKey, altKey, ctrlKey, metaKey } = event
  if (rowOf(target) < 0 || altKey || ctrlKey || metaKey) return undefined
  if (shiftKey) return isArrow(key) ? ARROWS[key] : undefined
  const page = Math.max(1, inSight - 1)
  const steps: Partial<Record<string, number>> = {
    ...ARROWS,
    PageDown: page,
    PageUp: -page,
    Home: -total,
    End: total,
  }
  return steps[key]
}
