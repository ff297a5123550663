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

/** A browser of the test's own over a profile that outlives it. */
export async function openBrowser(profile: string): Promise<OwnBrowser> {
  const { executablePath, args } = browserLaunch()
  const child = spawn(
    executablePath,
    [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const exited = once(child, 'exit')
  const browser = await chromium.connectOverCDP(await addressIn(child.stderr))
  const [context] = browser.contexts()
  if (!context) throw new Error('a browser without a context')
  const own: OwnBrowser = {
    page: await context.newPage(),
    kill: async () => {
      running.delete(own)
      // The group: each of them could still write.
      process.kill(-(child.pid as number), 'SIGKILL')
      await exited
    },
  }
  running.add(own)
  return own
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
