import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type Page } from '@playwright/test'
import { browserLaunch } from '../../find-browser.mjs'

const running = new Set<OwnBrowser>()

/** What a test leaves running when it fails. */
export async function killOwnBrowsers(): Promise<void> {
  for (const browser of running) await browser.kill()
}

export interface OwnBrowser {
  readonly page: Page
  /** SIGKILL to all of its processes, as when the machine is switched off. */
  kill(): Promise<void>
}

/** On a busy machine a browser that has just begun may not answer: one that nobody reached yet has written nothing. */
const PATIENCE_MS = 15_000
const MOST_STARTS = 4

/** A browser of the test's own over a profile that outlives it. */
export async function openBrowser(profile: string): Promise<OwnBrowser> {
  for (let starts = 1; ; starts++) {
    const child = start(profile)
    try {
      return await reach(child)
    } catch (error) {
      await killAll(child)
      if (starts === MOST_STARTS) throw error
    }
  }
}

type Child = ReturnType<typeof start>

function start(profile: string) {
  const { executablePath, args } = browserLaunch()
  return spawn(
    executablePath,
    [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
}

async function reach(child: Child): Promise<OwnBrowser> {
  const address = await addressIn(child.stderr)
  const browser = await chromium.connectOverCDP(address, { timeout: PATIENCE_MS })
  const [context] = browser.contexts()
  if (!context) throw new Error('a browser without a context')
  const own: OwnBrowser = {
    page: await context.newPage(),
    kill: async () => {
      running.delete(own)
      await killAll(child)
    },
  }
  running.add(own)
  return own
}

/** The group: each of them could still write. */
async function killAll(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  process.kill(-(child.pid as number), 'SIGKILL')
  await exited
}

async function addressIn(stderr: AsyncIterable<Buffer>): Promise<string> {
  let said = ''
  for await (const chunk of stderr) {
    said += chunk.toString()
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address) return address
  }
  throw new Error(`the browser did not start: ${said}`)
}
