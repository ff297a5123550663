import { Dexie } from 'dexie'
import { failure, success, type Problem, type Result, type StoreProblem } from '../core/problem.ts'

/** Thrown inside a transaction to take it back whole; what comes out is its problem. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(JSON.stringify(problem))
    this.problem = problem
  }
}

/** Runs a task and gives what can go wrong with storage as a problem, and what was refused on the way. Bugs are thrown on. */
export async function guarded<T, P extends Problem = StoreProblem>(
  store: { readonly outdated: StoreProblem | null },
  task: () => PromiseLike<T>,
): Promise<Result<T, P>> {
  try {
    return success(await task())
  } catch (error) {
    const problem = toProblem(error)
    if (!problem) throw error
    // P is what the task refuses with, which the compiler cannot see.
    return failure((store.outdated ?? problem) as P)
  }
}

/** Null for a bug. */
function toProblem(error: unknown): Problem | null {
  if (error instanceof Refused) return error.problem
  const causes = causesOf(error)
  if (causes.some((cause) => cause.name === 'QuotaExceededError')) return { code: 'storage-full' }
  if (!causes.some(isFromStorage)) return null
  return {
    code: 'storage-failed',
    message: causes.map((cause) => `${cause.name}: ${cause.message}`).join('; '),
  }
}

/** An error and what lies in it: a full disk is an AbortError with a QuotaExceededError inside, or one failure of many. */
function causesOf(error: unknown): Error[] {
  if (!isError(error)) return []
  const { inner, failures } = error as {
    readonly inner?: unknown
    readonly failures?: readonly unknown[]
  }
  return [error, ...causesOf(inner), ...causesOf(failures?.[0])]
}

/** DOMException is no Error in every engine. */
const isError = (value: unknown): value is Error =>
  typeof value === 'object' && value !== null && 'name' in value && 'message' in value

/** Errors that only wrong code can cause. */
const BUGS = new Set([
  'DataCloneError',
  'DataError',
  'InvalidArgumentError',
  'InvalidTableError',
  'NotFoundError',
  'PrematureCommitError',
  'ReadOnlyError',
  'SchemaError',
  'SubTransactionError',
  'TransactionInactiveError',
  'TypeError',
])

const isFromStorage = (error: Error): boolean =>
  (error instanceof Dexie.DexieError || error instanceof DOMException) && !BUGS.has(error.name)
