import type { Group } from '../configuration.ts'
import type { Candidate } from './candidates.ts'

const LEAST = 0.3
const STEP = 0.05

/**
 * The coverage that a proposed model asks for: 30 %, and where how long somebody has been a customer weighs as much or more, the next step
 * above that, so that nobody is scored by it alone.
 */
export function leastCoverage(groups: readonly Group[], chosen: readonly Candidate[]): number {
  const tenure = chosen.find(({ signal, isTaken }) => signal.form === 'tenure' && !isTaken)?.id
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0)
  const alone = groups.reduce((share, { weight, factors }) => {
    const all = factors.reduce((sum, factor) => sum + factor.weight, 0)
    const own = factors.find(({ id }) => id === tenure)?.weight ?? 0
    return share + (weight / whole) * (own / all)
  }, 0)
  return alone < LEAST ? LEAST : Number(((Math.floor(alone / STEP) + 1) * STEP).toFixed(2))
}
