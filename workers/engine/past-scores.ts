import type { RecordedDay } from '../../src/core/history/recorded.ts'

/** How far a long reading is, 0..1. */
export type OnProgress = (share: number) => void

/** Scores of many snapshots, each read or made once. */
export interface PastScores {
  /** By place in the history, in this order; null where there is no configuration to score by. */
  some(places: readonly number[], onProgress?: OnProgress): Promise<readonly (RecordedDay | null)[]>
}

/** The latest ones before a snapshot, oldest first; those without scores are left out. */
export async function scoresBefore(
  scores: PastScores,
  at: number,
  most: number,
): Promise<RecordedDay[]> {
  const first = Math.max(0, at - most)
  const past = await scores.some(Array.from({ length: at - first }, (_, i) => first + i))
  return past.filter((one) => one !== null)
}

/** Promises by place; those that are missing are asked for together. */
export class ByPlace<T> {
  readonly #made = new Map<number, Promise<T>>()

  some(
    places: readonly number[],
    make: (missing: readonly number[]) => Promise<ReadonlyMap<number, T>>,
  ): Promise<T[]> {
    const missing = places.filter((place) => !this.#made.has(place))
    if (missing.length > 0) {
      const together = make(missing)
      together.catch(() => missing.forEach((place) => this.#made.delete(place)))
      for (const place of missing)
        this.#made.set(
          place,
          together.then((made) => made.get(place) as T),
        )
    }
    return Promise.all(places.map((place) => this.#made.get(place) as Promise<T>))
  }
}
