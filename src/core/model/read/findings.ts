import type { Formula } from '../../formula/tree.ts'
import type { ConfigurationProblem } from '../../problem.ts'
import { LIMITS } from './limits.ts'
import { describeFound, formatPlace, type Place } from '../place.ts'
import type { FormulaShape } from './shape.ts'

/** An expression of the file, and where it stands. */
export interface PlacedFormula {
  readonly place: Place
  readonly text: string
  readonly formula: Formula
  readonly shape: FormulaShape
}

/** All that was found so far; at most LIMITS.problems of each severity. */
export class Findings {
  readonly errors: ConfigurationProblem[] = []
  readonly warnings: ConfigurationProblem[] = []
  readonly formulas: PlacedFormula[] = []

  get isFull(): boolean {
    return this.errors.length >= LIMITS.problems
  }

  add(
    place: Place,
    severity: 'error' | 'warning',
    problem: WithoutPlace<ConfigurationProblem>,
  ): void {
    const list = severity === 'error' ? this.errors : this.warnings
    if (list.length >= LIMITS.problems) return
    list.push({ place: formatPlace(place), severity, ...problem } as ConfigurationProblem)
  }

  wrong(place: Place, expected: string, found: unknown): void {
    if (found === undefined) this.add(place, 'error', { code: 'absent' })
    else this.add(place, 'error', { code: 'wrong-value', expected, found: describeFound(found) })
  }

  tooLarge(place: Place, what: 'length' | 'count' | 'depth', limit: number, found: number): void {
    this.add(place, 'error', { code: 'too-large', what, limit, found })
  }

  /** Remembers in `seen` where an id stands; an error where it stood already. */
  duplicate(id: string, here: Place, seen: Map<string, Place>): void {
    const first = seen.get(id)
    if (first === undefined) seen.set(id, here)
    else this.add(here, 'error', { code: 'duplicate-id', id, first: formatPlace(first) })
  }
}

type WithoutPlace<P> = P extends unknown ? Omit<P, 'place' | 'severity'> : never
