// A Chromium with a profile on disk: what is stored in a private window never reaches it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { browserLaunch } from '../find-browser.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */

/** @param {(browser: Browser) => Promise<void>} task */
export async function withBrowser(task) {
  const browser = await openBrowser()
  try {
    await task(browser)
  } finally {
    await browser.close()
  }
}

async function openBrowser() {
  const profile = mkdtempSync(join(tmpdir(), 'hale-bench-'))
  let context = await launch(profile)
  return {
    newPage: () => context.newPage(),
    version: () => context.browser()?.version() ?? 'of an unknown version',
    /** What IndexedDB takes on disk. */
    storedBytes: () => sizeOf(join(profile, 'Default', 'IndexedDB')),
    memory: () => memoryOf(profile),
    /** Ends the browser and starts it with the same profile. `between` runs while it is closed. */
    async restart(between = () => {}) {
      await context.close()
      between()
      context = await launch(profile)
    },
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** @param {string} profile */
const launch = (profile) =>
  chromium.launchPersistentContext(profile, {
    ...browserLaunch(),
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
  })

/** @param {string} path @returns {number} */
function sizeOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/** The bytes that the browser's processes hold for themselves or share with each other; null where the system has no /proc. @param {string} profile */
function memoryOf(profile) {
  const parents = processes()
  const main = [...parents.keys()].find((pid) => isBrowser(commandOf(pid), profile))
  if (main === undefined) return null
  let bytes = 0
  for (const pid of parents.keys()) if (descends(pid, main, parents)) bytes += heldBy(pid)
  return bytes
}

/** @returns {Map<number, number>} each process with its parent */
function processes() {
  const pids = statSync('/proc', { throwIfNoEntry: false }) ? readdirSync('/proc').map(Number) : []
  return new Map(
    pids
      .filter((pid) => pid > 0)
      .map((pid) => [pid, Number(/^PPid:\s*(\d+)/m.exec(readOf(pid, 'status'))?.[1] ?? 0)]),
  )
}

/** @param {number} pid @param {number} ancestor @param {Map<number, number>} parents */
function descends(pid, ancestor, parents) {
  for (let at = pid; at > 0; at = parents.get(at) ?? 0) if (at === ancestor) return true
  return false
}

/** Its children are told of the profile too. @param {string} command @param {string} profile */
const isBrowser = (command, profile) =>
  command.includes(`--user-data-dir=${profile}`) && !/--type=|crashpad/.test(command)

/** @param {number} pid */
const commandOf = (pid) => readOf(pid, 'cmdline')

/** Without the program itself, which is mapped from its file. @param {number} pid */
function heldBy(pid) {
  const kinds = readOf(pid, 'status').matchAll(/^Rss(?:Anon|Shmem):\s*(\d+) kB/gm)
  return [...kinds].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0)
}

/** @param {number} pid @param {string} name */
function readOf(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}
