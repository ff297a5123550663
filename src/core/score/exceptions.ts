import type { Effect, Exception } from '../model/configuration.ts'

/** What an exception does to a score: the result is within 0..100. */
export function effectOf(effect: Effect): (score: number) => number {
  if ('cap' in effect) return (score) => clamp(Math.min(score, effect.cap))
  if ('floor' in effect) return (score) => clamp(Math.max(score, effect.floor))
  if ('set' in effect) return () => clamp(effect.set)
  return (score) => clamp(score + effect.add)
}

/** The kind of an effect and its number, for the words on screen. */
export function partsOfEffect(effect: Effect): {
  readonly kind: 'cap' | 'floor' | 'set' | 'add'
  readonly amount: number
} {
  if ('cap' in effect) return { kind: 'cap', amount: effect.cap }
  if ('floor' in effect) return { kind: 'floor', amount: effect.floor }
  if ('set' in effect) return { kind: 'set', amount: effect.set }
  return { kind: 'add', amount: effect.add }
}

/**
 * Turns raw scores, in place, into what they are after the exceptions that hold, in order. `held[i][row]` is 1 where exception i holds.
 * NaN, an account that is not scored, stays NaN, whatever holds.
 */
export function applyExceptions(
  scores: Float64Array,
  exceptions: readonly Exception[],
  held: readonly Uint8Array[],
  rows: Uint32Array,
): void {
  exceptions.forEach((exception, i) => {
    const changed = effectOf(exception.then)
    const holds = held[i] as Uint8Array
    for (let j = 0; j < rows.length; j++) {
      const row = rows[j] as number
      const score = scores[row] as number
      if (holds[row] === 1 && !Number.isNaN(score)) scores[row] = changed(score)
    }
  })
}

const clamp = (score: number): number => Math.min(100, Math.max(0, score))
