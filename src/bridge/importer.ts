import { proxy } from 'comlink'
import type { Importer } from '../../workers/protocol/importer.ts'
import { aborted, attach, type Spawned } from './spawn.ts'

/** An import and the way to end it: cancelling ends its worker, whatever it is doing, and its calls fail with AbortError. */
export interface ImporterHandle {
  readonly importer: Importer
  cancel(): void
}

/** A new one for every file. */
export interface Importers {
  /** Lives for one file. The worker starts at the first call, or waits already. */
  spawn(): ImporterHandle
  /** Starts the worker of the next import ahead, so that its file need not wait for it. */
  prepare(): void
}

type Starting = Promise<Spawned<Importer>>

export function createImporters(spawnWorker: () => Promise<Worker> = spawnImportWorker): Importers {
  /** With its remote: a worker whose last remote is collected is told by Comlink to listen no more. */
  let spare: Starting | null = null

  const start = async (): Starting => attach<Importer>(await spawnWorker())

  function prepare(): void {
    const started = (spare ??= start())
    const forget = () => {
      if (spare === started) spare = null
    }
    started.then(({ died }) => died.catch(forget)).catch(forget)
  }

  function take(): Starting {
    const taken = spare ?? start()
    spare = null
    return taken
  }

  return { spawn: () => handleOf(take), prepare }
}

function handleOf(take: () => Starting): ImporterHandle {
  const cancelled = new AbortController()
  let running: Starting | null = null
  let started: Spawned<Importer> | null = null

  async function start(): Starting {
    const spawned = await take()
    if (cancelled.signal.aborted) spawned.end(aborted())
    cancelled.signal.addEventListener('abort', () => spawned.end(aborted()))
    return (started = spawned)
  }

  async function run<T>(call: (importer: Importer) => Promise<T>): Promise<T> {
    if (cancelled.signal.aborted) throw aborted()
    // Without a wait where there is none: what is drawn meanwhile would come first.
    const spawned = started ?? (await (running ??= start()))
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
      problemPage: (query) => run((remote) => remote.problemPage(query)),
      fillSample: (onProgress) => run((remote) => remote.fillSample(proxy(onProgress))),
    },
    cancel: () => cancelled.abort(),
  }
}

async function spawnImportWorker(): Promise<Worker> {
  const { default: ImportWorker } = await import('../../workers/import.worker.ts?worker&inline')
  return new ImportWorker({ name: 'import' })
}
