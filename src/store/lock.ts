import { failure, type FileProblem, type Result } from '../core/problem.ts'

const LOCK_NAME = 'hale-import'

/**
 * Runs a task while no other tab imports, restores or sweeps; else `import-running`, and the task does not run.
 * A worker that is terminated lets go of it. Without the Web Locks API the task runs.
 */
export async function withImporterLock<T, P>(
  task: () => Promise<Result<T, P>>,
  locks: Pick<LockManager, 'request'> | undefined = globalThis.navigator?.locks,
): Promise<Result<T, P | FileProblem>> {
  if (!locks) return task()
  return locks.request(LOCK_NAME, { ifAvailable: true }, async (lock) =>
    lock ? task() : failure({ code: 'import-running' } as const),
  )
}
