import type { History } from '../history/snapshot.ts'

/** Vectors that a later scoring can use again: those of other factors, while one weight or scale is being moved. */
export interface ScoreCache {
  /** The memory for one history, by identity. Asking for another one forgets the first. */
  of(history: History): Memory
}

export interface Memory {
  /** What `make` gave for this key before, or gives now. `cells` says how many numbers it holds. */
  recall<T>(key: string, cells: number, make: () => T): T
}

/**
 * 190 MB: twelve factors of 1,000,000 accounts, who is scored by what, and room for what is being moved. Without that room each vector
 * would push out the one that is needed next, and nothing would ever be used again.
 */
const LIMIT_IN_CELLS = 24_000_000

/** A cache that outlives scorers: what was not used for longest is forgotten first once `limit` numbers are held. */
export function createScoreCache(limit: number = LIMIT_IN_CELLS): ScoreCache {
  let remembered: { readonly history: History; readonly memory: Memory } | null = null
  return {
    of(history) {
      if (remembered?.history !== history) remembered = { history, memory: createMemory(limit) }
      return remembered.memory
    },
  }
}

function createMemory(limit: number): Memory {
  // A Map keeps the order of insertion: the first entry is the one not used for longest.
  const entries = new Map<string, { readonly value: unknown; readonly cells: number }>()
  let held = 0
  return {
    recall<T>(key: string, cells: number, make: () => T): T {
      const known = entries.get(key)
      entries.delete(key)
      const entry = known ?? { value: make(), cells }
      entries.set(key, entry)
      if (known) return known.value as T
      held += cells
      for (const [oldest, { cells: freed }] of entries) {
        if (held <= limit || oldest === key) break
        entries.delete(oldest)
        held -= freed
      }
      return entry.value as T
    },
  }
}
