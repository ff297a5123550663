import { wrap, type Remote } from 'comlink'

/** Fails the questions that were open when a worker ended without being asked to. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied'
}

/** A worker and what it exposes. `died` rejects when the worker fails or is ended: Comlink alone would leave its calls pending for ever. */
export interface Spawned<T> {
  readonly remote: Remote<T>
  readonly died: Promise<never>
  end(reason: Error): void
}

export function attach<T>(worker: Worker): Spawned<T> {
  let reject: (reason: Error) => void = () => {}
  const died = new Promise<never>((_, fail) => (reject = fail))
  died.catch(() => {})
  const end = (reason: Error) => {
    worker.terminate()
    reject(reason)
  }
  worker.addEventListener('error', (event) => end(new WorkerDied(event.message)))
  worker.addEventListener('messageerror', () => end(new WorkerDied('it sent what cannot be read')))
  return { remote: wrap<T>(worker), died, end }
}

export const aborted = (): DOMException => new DOMException('cancelled', 'AbortError')
