import { proxy, transfer } from 'comlink'
import type { WorkspaceId } from '../core/brand.ts'
import type { Closing, Result } from '../core/problem.ts'
import type { Engine, EngineWorker } from '../../workers/protocol/engine.ts'
import type { Opened, Undone } from '../../workers/protocol/opened.ts'
import { attach, WorkerDied, type Spawned } from './spawn.ts'
import { watchPulse } from './watch-pulse.ts'

type Method = keyof Engine
type Call = (...args: never[]) => Promise<unknown>

export interface EngineOptions {
  /** The database was closed under the engine, or the engine died. */
  readonly onClosed: (closing: Closing) => void
  readonly spawnWorker?: () => Promise<Worker>
  /** Asks at once for what `open(null)` asks for first. */
  readonly opensAhead?: boolean
}

/** What only reads is asked again of a new worker where the one before died over it. */
const KINDS: Readonly<Record<Method, 'reads' | 'writes'>> = {
  open: 'reads',
  inherit: 'writes',
  overview: 'reads',
  accounts: 'reads',
  facets: 'reads',
  accountsFile: 'reads',
  account: 'reads',
  deliveredCells: 'reads',
  model: 'reads',
  segments: 'reads',
  drift: 'reads',
  attention: 'reads',
  attend: 'writes',
  thinning: 'reads',
  thin: 'writes',
  averageChange: 'reads',
  behindAverage: 'reads',
  accountHistory: 'reads',
  movement: 'reads',
  renewals: 'reads',
  trends: 'reads',
  data: 'reads',
  profile: 'reads',
  rowProblems: 'reads',
  problemPage: 'reads',
  readConfiguration: 'reads',
  applyConfiguration: 'writes',
  configurationVersion: 'reads',
  revertConfiguration: 'writes',
  draft: 'reads',
  keptDraft: 'reads',
  keepDraft: 'writes',
  exportConfiguration: 'reads',
  exportScores: 'reads',
  backUp: 'reads',
  restore: 'writes',
  deleteSnapshot: 'writes',
  undo: 'writes',
  setAside: 'writes',
  bringBack: 'writes',
  removeWorkspace: 'writes',
  resum: 'writes',
  eraseEverything: 'writes',
}

/**
 * The page's end of the engine. Starts the worker at the first question; if it dies or hangs, the next question
 * starts it again, opening the workspace that was open. Whoever listens to `onClosed` asks one.
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
  #started: Spawned<EngineWorker> | null = null
  #workspace: WorkspaceId | null = null

  #ahead: Promise<unknown> | null = null

  constructor(options: EngineOptions) {
    this.#options = options
    if (!options.opensAhead) return
    this.#ahead = this.ask('open', [null as never])
    // Who asks for it hears it.
    this.#ahead.catch(() => {})
  }

  async ask(method: Method, args: never[]): Promise<unknown> {
    if (method === 'open') {
      const ahead = args[0] === null ? this.#ahead : null
      this.#ahead = null
      if (ahead) return ahead
    }
    try {
      return await this.#askOnce(method, args)
    } catch (error) {
      if (!(error instanceof WorkerDied) || KINDS[method] !== 'reads') throw error
      return this.#askOnce(method, args)
    }
  }

  async #askOnce(method: Method, args: never[]): Promise<unknown> {
    // Without a wait where there is none: what is drawn meanwhile would come first.
    const { remote, died, end } = this.#started ?? (await (this.#running ??= this.#start()))
    const rest = watchPulse({ remote, end })
    const call = (remote[method] as Call)(...args.map(carried))
    const answer = await Promise.race([call, died]).finally(rest)
    this.#workspace = openedBy(answer) ?? this.#workspace
    return answer
  }

  async #start(): Promise<Spawned<EngineWorker>> {
    const { onClosed, spawnWorker = spawnEngineWorker } = this.#options
    try {
      const spawned = attach<EngineWorker>(await spawnWorker())
      const { remote, died } = spawned
      let isAlive = true
      died.catch(() => {
        isAlive = false
        this.#running = this.#started = null
        onClosed('lost')
      })
      void remote.onClosed(proxy(onClosed))
      if (this.#workspace) await Promise.race([remote.open(this.#workspace), died])
      if (isAlive) this.#started = spawned
      return spawned
    } catch (error) {
      this.#running = null
      throw error
    }
  }
}

/** A function is called back from the worker; a port is moved there. */
function carried(arg: unknown): never {
  if (typeof arg === 'function') return proxy(arg) as never
  return (arg instanceof MessagePort ? transfer(arg, [arg]) : arg) as never
}

/** The workspace that an answer says is open from now on. */
function openedBy(answer: unknown): WorkspaceId | null {
  const result = answer as Result<object | null>
  if (!result.ok || !result.value) return null
  const { opened = result.value } = result.value as Partial<Undone>
  return (opened as Partial<Opened>).workspace?.id ?? null
}

export async function spawnEngineWorker(): Promise<Worker> {
  const { default: EngineOfBlob } = await import('../../workers/engine.worker.ts?worker&inline')
  return new EngineOfBlob({ name: 'engine' })
}
