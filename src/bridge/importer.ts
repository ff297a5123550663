import { proxy, transfer } from 'comlink'
import type { Importer, SpareImporter } from '../../workers/protocol/importer.ts'
import { createDigests } from './digests.ts'
import { createHeirs, type Heirs } from './heirs.ts'
import { aborted, attach, WorkerDied, type Spawned } from './spawn.ts'

/** An import and the way to end it: cancelling ends its worker, whatever it is doing, and its calls fail with AbortError. */
export interface ImporterHandle {
  readonly importer: Importer
  cancel(): void
}

/** A new one for every file. */
export interface Importers {
  /** Lives for one file. The worker starts at the first call, or waits already. */
  spawn(): ImporterHandle
  /** Starts the worker of the next import ahead and lets it practise, so that its file need not wait for it. */
  prepare(): void
  /** The heir died: an import that it stores for fails, as it would wait for ever. */
  bereave(): void
}

/** A worker on its way. It has its remote: a worker whose last remote is collected is told by Comlink to listen no more. */
interface Starting {
  readonly spawned: Promise<Spawned<SpareImporter>>
  /** The same once it is there. */
  started: Spawned<SpareImporter> | null
}

export interface ImporterOptions {
  /** Takes the end of a channel by which the heir stores what an import has read, and is told when it is published. */
  readonly inherit?: (port: MessagePort) => void
  readonly spawnWorker?: () => Promise<Worker>
}

export function createImporters({
  inherit = () => {},
  spawnWorker = spawnImportWorker,
}: ImporterOptions): Importers {
  const heirs = createHeirs(inherit)
  let spare: Starting | null = null

  function start(): Starting {
    const spawned = spawnWorker().then((worker) => attach<SpareImporter>(worker))
    const starting: Starting = { spawned, started: null }
    spawned.then((one) => (starting.started = one)).catch(() => {})
    return starting
  }

  function prepare(): void {
    if (spare) return
    const starting = (spare = start())
    const forget = () => {
      if (spare === starting) spare = null
    }
    starting.spawned
      .then(({ remote, died }) => {
        died.catch(forget)
        void remote.warmUp()
      })
      .catch(forget)
  }

  function take(): Starting {
    const taken = spare ?? start()
    spare = null
    return taken
  }

  return { spawn: () => handleOf(take, heirs), prepare, bereave: heirs.bereave }
}

function handleOf(take: () => Starting, heirs: Heirs): ImporterHandle {
  const cancelled = new AbortController()
  const digestOf = createDigests(cancelled.signal)
  let running: Starting | null = null
  let heir: MessagePort | null = null

  /** Null where the importer has it already. */
  function toHeir(): MessagePort | null {
    if (heir) return null
    const onLost = () => running && end(running, new WorkerDied('its heir died'))
    heir = heirs.connect(onLost, cancelled.signal)
    return transfer(heir, [heir])
  }

  async function run<T>(call: (importer: Importer) => Promise<T>): Promise<T> {
    if (cancelled.signal.aborted) throw aborted()
    // Without a wait where there is none: what is drawn meanwhile would come first.
    const starting = (running ??= take())
    const spawned = starting.started ?? (await starting.spawned)
    // Comlink's type takes the union of a Result apart; the methods are the same.
    return Promise.race([call(spawned.remote as unknown as Importer), spawned.died])
  }

  return {
    importer: {
      inspect: (file, hints) => run((remote) => remote.inspect(file, hints, digestOf(file))),
      stage: (plan, roles, onProgress) =>
        run((remote) => remote.stage(plan, roles, proxy(onProgress))),
      writeAhead: () => run((remote) => remote.writeAhead(toHeir())),
      publish: (told, oneWith) => run((one) => one.publish(proxy(told), oneWith, toHeir())),
      rowProblems: () => run((remote) => remote.rowProblems()),
      problemPage: (query) => run((remote) => remote.problemPage(query)),
      fillSample: (onProgress) => run((remote) => remote.fillSample(proxy(onProgress))),
    },
    cancel() {
      cancelled.abort()
      if (running) end(running, aborted())
    },
  }
}

function end({ spawned }: Starting, reason: Error): void {
  spawned.then((one) => one.end(reason)).catch(() => {})
}

async function spawnImportWorker(): Promise<Worker> {
  const { default: ImportWorker } = await import('../../workers/import.worker.ts?worker&inline')
  return new ImportWorker({ name: 'import' })
}
