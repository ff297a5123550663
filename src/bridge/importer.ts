import { proxy } from 'comlink'
import type { Importer } from '../../workers/protocol/importer.ts'
import { aborted, attach, type Spawned } from './spawn.ts'

/** An import and the way to end it: cancelling ends its worker, whatever it is doing, and its calls fail with AbortError. */
export interface ImporterHandle {
  readonly importer: Importer
  cancel(): void
}

/** Lives for one file. The worker starts at the first call. */
export function spawnImporter(
  spawnWorker: () => Promise<Worker> = spawnImportWorker,
): ImporterHandle {
  const cancelled = new AbortController()
  let running: Promise<Spawned<Importer>> | null = null

  async function start(): Promise<Spawned<Importer>> {
    const spawned = attach<Importer>(await spawnWorker())
    if (cancelled.signal.aborted) spawned.end(aborted())
    cancelled.signal.addEventListener('abort', () => spawned.end(aborted()))
    return spawned
  }

  async function run<T>(call: (importer: Importer) => Promise<T>): Promise<T> {
    if (cancelled.signal.aborted) throw aborted()
    const spawned = await (running ??= start())
    // Comlink's type takes the union of a Result apart; the methods are the same.
    return Promise.race([call(spawned.remote as unknown as Importer), spawned.died])
  }

  return {
    importer: {
      inspect: (file, hints) => run((remote) => remote.inspect(file, hints)),
      stage: (plan, roles, onProgress) =>
        run((remote) => remote.stage(plan, roles, proxy(onProgress))),
      publish: (onProgress) => run((remote) => remote.publish(proxy(onProgress))),
      rowProblems: () => run((remote) => remote.rowProblems()),
      fillSample: (onProgress) => run((remote) => remote.fillSample(proxy(onProgress))),
    },
    cancel: () => cancelled.abort(),
  }
}

async function spawnImportWorker(): Promise<Worker> {
  const { default: ImportWorker } = await import('../../workers/import.worker.ts?worker&inline')
  return new ImportWorker({ name: 'import' })
}
