// `npm test`: every check in order, cheap ones first, stopping at the first that fails. What only reads the sources is done two at a time.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './find-browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}node_modules/.cache/reports/`

/** @typedef {{ passed: number, failed: number, skipped: number, flaky?: number }} Count */
/** @typedef {{ name: string, run: () => boolean | Promise<boolean>, count?: () => Count }} Step */

/** @type {Step[]} */
const steps = [
  {
    name: 'lint, and beside it format, unused, types',
    run: beside(
      [['npm', 'run', '--silent', 'lint']],
      [
        ['prettier', '--check', '.'],
        ['npm', 'run', '--silent', 'unused'],
        ['npm', 'run', '--silent', 'types'],
      ],
    ),
  },
  vitest('unit'),
  { name: 'browser', run: () => Boolean(ensureBrowser()) },
  vitest('component'),
  { name: 'build', run: command('vite', 'build') },
  { name: 'bundle size', run: command('node', 'test/bundle-size.mjs') },
  playwright(),
]

await main()

async function main() {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const total = { passed: 0, failed: 0, skipped: 0, flaky: 0 }
  for (const step of steps) {
    const fine = await take(step, total)
    if (fine) continue
    // Lint and the like count no tests, but what failed has to show.
    total.failed = Math.max(1, total.failed)
    process.exitCode = 1
    break
  }
  if (total.skipped > 0) console.log(`${total.skipped} skipped`)
  if (total.flaky > 0) console.log(`${total.flaky} passed at the second try only`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
}

/** @param {Step} step @param {Required<Count>} total */
async function take({ name, run, count }, total) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const fine = await attempt(run)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const { passed, failed, skipped, flaky = 0 } = count?.() ?? { passed: 0, failed: 0, skipped: 0 }
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  total.flaky += flaky
  console.log(`── ${name}: ${fine ? 'ok' : 'FAILED'} in ${seconds} s`)
  return fine && failed === 0
}

/** @param {Step['run']} run */
async function attempt(run) {
  try {
    return await run()
  } catch (error) {
    console.error(error)
    return false
  }
}

/** @param {string} project @returns {Step} */
function vitest(project) {
  const file = `${reports}${project}.json`
  const args = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  return {
    name: project,
    run: command('vitest', 'run', '--project', project, ...args),
    count: () => {
      const report = readReport(file)
      return {
        passed: report?.numPassedTests ?? 0,
        failed: report?.numFailedTests ?? 0,
        skipped: report?.numPendingTests ?? 0,
      }
    },
  }
}

/** @returns {Step} */
function playwright() {
  const file = `${reports}e2e.json`
  const config = ['-c', 'test/playwright.config.ts']
  return {
    name: 'e2e',
    run: () => {
      process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = file
      return command('playwright', 'test', ...config, '--reporter=list,json')()
    },
    count: () => {
      const stats = readReport(file)?.stats
      return {
        passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
        failed: stats?.unexpected ?? 0,
        skipped: stats?.skipped ?? 0,
        flaky: stats?.flaky ?? 0,
      }
    },
  }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The step ended before it wrote one; its exit code says so already.
    return undefined
  }
}

/** @param {string} program of the project or the system @param {string[]} args */
function command(program, ...args) {
  return () => {
    const { status, error } = spawnSync(program, args, {
      cwd: root,
      // npm puts node_modules/.bin on the PATH; a shell finds npm.cmd and the like on Windows.
      shell: process.platform === 'win32',
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (error) throw error
    return status === 0
  }
}

/** Lanes of commands: one after the other in each until one fails, the lanes at once. @param {string[][][]} lanes */
function beside(...lanes) {
  return async () => {
    const fine = await Promise.all(
      lanes.map(async (lane) => {
        for (const line of lane) if (!(await quietly(line))) return false
        return true
      }),
    )
    return fine.every(Boolean)
  }
}

/** What it says is printed as a whole once it ended. @param {string[]} line @returns {Promise<boolean>} */
function quietly([program = '', ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, shell: process.platform === 'win32' })
    /** @type {Buffer[]} */
    const said = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said))
      resolve(status === 0)
    })
  })
}
