// The Chromium that tests, benchmarks and screenshots drive: Playwright's own, else the system's, else it is installed.
// `node test/find-browser.mjs` installs what is missing and prints the path.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { argv, env, getuid, platform, stderr } from 'node:process'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const usualPlaces = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
]

const isRoot = getuid?.() === 0

/** How every browser of the project is started. The flags keep it quiet on a closed network. */
export const chromiumArgs = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(isRoot ? ['--no-sandbox'] : []),
]

/** Playwright launch options for the browser that is here. Throws where there is none. */
export function browserLaunch() {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no Chromium here: run `node test/find-browser.mjs` once')
  return { executablePath, args: chromiumArgs, chromiumSandbox: !isRoot }
}

/**
 * The path of a Chromium that starts, without installing one. The answer is handed to child processes.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const path = env['HALE_BROWSER'] ?? candidates().find(starts)
  if (path) env['HALE_BROWSER'] = path
  return path
}

/** Finds a Chromium that starts, or installs one. Throws where neither is possible. */
export function ensureBrowser() {
  const found = findBrowser() ?? downloadWithPlaywright() ?? installFromDebian()
  if (found) return found
  throw new Error("no Chromium here, and neither Playwright's download nor apt-get gave one")
}

function candidates() {
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [chromium.executablePath(), ...onPath, ...usualPlaces].filter(isExecutable)
}

/** A download may lie there without the libraries it needs, so it has to start once. @param {string} path */
function starts(path) {
  // On Windows `--version` opens a window.
  return platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0
}

function downloadWithPlaywright() {
  stderr.write("No Chromium found, trying Playwright's download\n")
  const cli = fileURLToPath(new URL('cli.js', import.meta.resolve('playwright-core/package.json')))
  run(process.execPath, [cli, 'install', 'chromium'], 180_000)
  return findBrowser()
}

function installFromDebian() {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  stderr.write("Trying Debian's packages\n")
  const lock = ['-o', 'DPkg::Lock::Timeout=600']
  const packages = ['chromium', 'fonts-liberation']
  runAsRoot(['apt-get', ...lock, 'update'])
  runAsRoot(['apt-get', ...lock, 'install', '-y', '--no-install-recommends', ...packages])
  return findBrowser()
}

/** @param {string[]} command */
function runAsRoot(command) {
  const [program = '', ...args] = isRoot ? command : ['sudo', '-n', ...command]
  run(program, args, 900_000)
}

/** @param {string} program @param {string[]} args @param {number} timeout in milliseconds */
function run(program, args, timeout) {
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(program, args, { env: quiet, stdio: ['ignore', 2, 2], timeout })
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) console.log(ensureBrowser())
