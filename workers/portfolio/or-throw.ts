import type { Problem, Result, StoreProblem } from '../../src/core/problem.ts'
import { Refused } from '../../src/store/problems.ts'

/** Unwraps inside a worker; what was thrown becomes a Result again where the worker answers. */
export function orThrow<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value
  throw new Refused(result.problems[0] as StoreProblem)
}
