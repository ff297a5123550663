import type { Engine } from '../../workers/protocol.ts'
import { attach, type Spawned } from './spawn.ts'

type Method = keyof Engine
type Call = (...args: never[]) => Promise<unknown>

/**
 * The page's end of the engine. Starts the worker at the first question; if it dies, the question fails,
 * and the next one starts it again, opening the workspace that was open.
 */
export function createEngine(spawnWorker: () => Promise<Worker> = spawnEngineWorker): Engine {
  let running: Promise<Spawned<Engine>> | null = null
  let lastOpened: Parameters<Engine['open']> | null = null

  async function start(): Promise<Spawned<Engine>> {
    const spawned = attach<Engine>(await spawnWorker())
    spawned.died.catch(() => (running = null))
    if (lastOpened) await Promise.race([spawned.remote.open(...lastOpened), spawned.died])
    return spawned
  }

  async function ask(method: Method, args: never[]): Promise<unknown> {
    if (method === 'open') lastOpened = null
    const spawned = await (running ??= start())
    const answer = await Promise.race([(spawned.remote[method] as Call)(...args), spawned.died])
    if (method === 'open') lastOpened = args as unknown as Parameters<Engine['open']>
    return answer
  }

  return new Proxy({} as Engine, {
    get:
      (_, method: Method) =>
      (...args: never[]) =>
        ask(method, args),
  })
}

async function spawnEngineWorker(): Promise<Worker> {
  const { default: EngineWorker } = await import('../../workers/engine.worker.ts?worker&inline')
  return new EngineWorker({ name: 'engine' })
}
