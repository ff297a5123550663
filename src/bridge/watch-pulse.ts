import type { EngineWorker } from '../../workers/protocol/engine.ts'
import { WorkerDied, type Spawned } from './spawn.ts'

const BEAT_MS = 10_000
/** A worker may compute for a while without listening; this long only one that hangs does. */
const MISSED_BEATS = 3

/**
 * Ends a worker that stops listening while it owes an answer. Beats are counted, so that a computer which slept
 * in between does not count against it. Gives what stops the watch.
 */
export function watchPulse({
  remote,
  end,
}: Pick<Spawned<Pick<EngineWorker, 'isAwake'>>, 'remote' | 'end'>): () => void {
  let missed = 0
  const timer = setInterval(() => {
    if (missed === MISSED_BEATS) return end(new WorkerDied('it did not answer any more'))
    missed++
    void remote.isAwake().then(() => (missed = 0))
  }, BEAT_MS)
  return () => clearInterval(timer)
}
