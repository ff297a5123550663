import { proxy } from 'comlink'
import type { WorkspaceId } from '../core/brand.ts'
import type { Closing, Result } from '../core/problem.ts'
import type { Engine, EngineWorker, Opened, Undone } from '../../workers/protocol.ts'
import { attach, WorkerDied, type Spawned } from './spawn.ts'
import { watchPulse } from './watch-pulse.ts'

type Method = keyof Engine
type Call = (...args: never[]) => Promise<unknown>

export interface EngineOptions {
  /** The database was closed under the engine. */
  readonly onClosed: (closing: Closing) => void
  readonly spawnWorker?: () => Promise<Worker>
}

/** Asked again of a new worker where the one before died over them: they change nothing. */
const READING = methods(
  ...(['open', 'overview', 'accounts', 'account', 'model', 'segments', 'trends', 'data'] as const),
  ...(['rowProblems', 'readConfiguration', 'exportConfiguration', 'exportScores'] as const),
  'configurationVersion',
)

/** Their answers say which workspace is open. */
const OPENING = methods(
  ...(['open', 'applyConfiguration', 'restore', 'deleteSnapshot', 'removeWorkspace'] as const),
  ...(['revertConfiguration', 'undo'] as const),
)

/**
 * The page's end of the engine. Starts the worker at the first question; if it dies or hangs, the next question
 * starts it again, opening the workspace that was open.
 */
export function createEngine(options: EngineOptions): Engine {
  const line = new Line(options)
  return new Proxy({} as Engine, {
    get:
      (_, method: Method) =>
      (...args: never[]) =>
        line.ask(method, args),
  })
}

class Line {
  readonly #options: EngineOptions
  #running: Promise<Spawned<EngineWorker>> | null = null
  #workspace: WorkspaceId | null = null

  constructor(options: EngineOptions) {
    this.#options = options
  }

  async ask(method: Method, args: never[]): Promise<unknown> {
    try {
      return await this.#askOnce(method, args)
    } catch (error) {
      if (!(error instanceof WorkerDied) || !READING.has(method)) throw error
      return this.#askOnce(method, args)
    }
  }

  async #askOnce(method: Method, args: never[]): Promise<unknown> {
    const { remote, died, end } = await (this.#running ??= this.#start())
    const rest = watchPulse({ remote, end })
    const call = (remote[method] as Call)(...args)
    const answer = await Promise.race([call, died]).finally(rest)
    this.#workspace = openedBy(method, answer) ?? this.#workspace
    return answer
  }

  async #start(): Promise<Spawned<EngineWorker>> {
    const { onClosed, spawnWorker = spawnEngineWorker } = this.#options
    try {
      const spawned = attach<EngineWorker>(await spawnWorker())
      const { remote, died } = spawned
      died.catch(() => (this.#running = null))
      void remote.onClosed(proxy(onClosed))
      if (this.#workspace) await Promise.race([remote.open(this.#workspace), died])
      return spawned
    } catch (error) {
      this.#running = null
      throw error
    }
  }
}

/** The workspace that an answer says is open from now on. */
function openedBy(method: Method, answer: unknown): WorkspaceId | null {
  if (!OPENING.has(method)) return null
  const result = answer as Result<Opened | Undone>
  if (!result.ok) return null
  const opened = 'opened' in result.value ? result.value.opened : result.value
  return opened.workspace?.id ?? null
}

function methods(...names: Method[]): ReadonlySet<Method> {
  return new Set(names)
}

async function spawnEngineWorker(): Promise<Worker> {
  const { default: EngineOfBlob } = await import('../../workers/engine.worker.ts?worker&inline')
  return new EngineOfBlob({ name: 'engine' })
}
