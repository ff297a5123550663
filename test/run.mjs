// `npm test`: every check in order, cheap ones first, stopping at the first that fails.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './find-browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}node_modules/.cache/reports/`

/** @typedef {{ passed: number, failed: number, skipped: number, flaky?: number }} Count */
/** @typedef {{ name: string, run: () => boolean, count?: () => Count }} Step */

/** @type {Step[]} */
const steps = [
  { name: 'format', run: command('prettier', '--check', '.') },
  { name: 'lint', run: command('npm', 'run', '--silent', 'lint') },
  { name: 'unused', run: command('npm', 'run', '--silent', 'unused') },
  { name: 'types', run: command('npm', 'run', '--silent', 'types') },
  vitest('unit'),
  { name: 'browser', run: () => Boolean(ensureBrowser()) },
  vitest('component'),
  { name: 'build', run: command('vite', 'build') },
  { name: 'bundle size', run: command('node', 'test/bundle-size.mjs') },
  playwright(),
]

main()

function main() {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const total = { passed: 0, failed: 0, skipped: 0, flaky: 0 }
  for (const step of steps) {
    const fine = take(step, total)
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
function take({ name, run, count }, total) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const fine = attempt(run)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const { passed, failed, skipped, flaky = 0 } = count?.() ?? { passed: 0, failed: 0, skipped: 0 }
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  total.flaky += flaky
  console.log(`── ${name}: ${fine ? 'ok' : 'FAILED'} in ${seconds} s`)
  return fine && failed === 0
}

/** @param {() => boolean} run */
function attempt(run) {
  try {
    return run()
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
