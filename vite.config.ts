import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig, type TestProjectConfiguration, type ViteUserConfig } from 'vitest/config'

type CodeSplittingGroup = Rolldown.CodeSplittingGroup
type ChunkingContext = Rolldown.ChunkingContext

const root = dirname(fileURLToPath(import.meta.url))

// Far from UTC and with summer time, so that a test notices code that reads the local clock.
const timeZone = 'Pacific/Auckland'

export default defineConfig(async ({ mode, command }): Promise<ViteUserConfig> => ({
  base: './',
  // While developing nothing is kept: the sources change under it.
  define: { __ENGINE__: JSON.stringify(command === 'build' ? hashOfEngine() : '') },
  plugins: [
    svelte({
      configFile: false,
      onwarn: (warning) => {
        if (warning.filename?.includes('node_modules')) return
        throw new Error(`${warning.filename}: ${warning.code}: ${warning.message}`)
      },
    }),
    fetchAhead(),
    contentSecurityPolicy(),
    serviceWorker(),
  ],
  // 'iife' makes a worker one self-contained script: it is started from a blob, where no import() would resolve.
  worker: { format: 'iife' },
  build: {
    // The first versions with light-dark(); older targets would have it rewritten.
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // Its fetch() is what the policy forbids, and every target preloads modules itself.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: fewFiles() } } },
  },
  test: { projects: mode === 'test' ? [unit(), await component()] : [] },
}))

function contentSecurityPolicy(): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html default',
  ].join('; ')
  const charset = '<meta charset="utf-8" />'
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: (html) => {
      if (!html.includes(charset)) throw new Error(`index.html has no ${charset}`)
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`
      return html.replace(charset, `${charset}\n    ${meta}`)
    },
  }
}

/** What is run second is on its way from the start, as if the page named it: all that src/main.ts imports, and its styles. */
function fetchAhead(): Plugin {
  return {
    name: 'fetch-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
        const main = chunks.filter(({ moduleIds }) => moduleIds.includes(join(root, 'src/main.ts')))
        if (main.length !== 1) throw new Error('src/main.ts was not built')
        for (const { imports } of main)
          main.push(
            ...chunks.filter((one) => imports.includes(one.fileName) && !main.includes(one)),
          )
        const found = main.filter(({ fileName }) => !html.includes(fileName))
        const styles = new Set(
          found.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
        )
        const links = [
          ...found.map(({ fileName }) => ['modulepreload', fileName]),
          ...[...styles].map((fileName) => ['stylesheet', fileName]),
        ].map(([rel, fileName]) => `<link rel="${rel}" crossorigin href="./${fileName}">`)
        return html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`)
      },
    },
  }
}

/**
 * What the page runs first is one file; others are the frame, what a first visit begins with, and what pages share beyond these: many
 * small ones would each be asked for, and answered by the service worker, by itself. Chart.js and the templates are large, and wanted
 * by few.
 */
function fewFiles(): CodeSplittingGroup[] {
  return [
    { name: allOf('begin', 'src/begin.ts'), priority: 4 },
    { name: allOf('frame', 'src/main.ts'), priority: 3 },
    { name: allOf('start', 'src/ui/start/StartPage.svelte'), priority: 2 },
    {
      name: (id) => (/chart\.js|draw-chart|templates/.test(id) ? null : 'parts'),
      minShareCount: 2,
      priority: 1,
    },
  ]
}

function allOf(name: string, entry: string): CodeSplittingGroup['name'] {
  let reached: ReadonlySet<string> | null = null
  return (id, context) => {
    reached ??= reachedFrom(join(root, entry), context)
    // Rolldown does not say that begin.ts imports by it.
    const isHelper = name === 'begin' && id.includes('vite/preload-helper')
    return isHelper || reached.has(id) ? name : null
  }
}

/** All modules that run before this one does, itself included. */
function reachedFrom(id: string, context: ChunkingContext, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const next of context.getModuleInfo(id)?.importedIds ?? []) reachedFrom(next, context, found)
  return found
}

/** Writes into the service worker which files were built, each with its hash: those it keeps for offline. */
function serviceWorker(): Plugin {
  const fileName = 'service-worker.js'
  return {
    name: 'service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'workers/service-worker.ts', fileName })
    },
    writeBundle({ dir = 'dist' }) {
      const names = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== fileName)
        .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .sort()
      const files = names.map((name) => [
        // Some hosts lead from index.html to its folder, and a page may not be kept with that detour.
        name === 'index.html' ? '' : name,
        `sha256-${sha256(readFileSync(join(dir, name)), 'base64')}`,
      ])
      const list = JSON.stringify(Object.fromEntries(files))
      const script = join(dir, fileName)
      const text = readFileSync(script, 'utf8')
        .replace('__FILES__', () => list)
        .replace('__BUILD__', () => `'${sha256(list, 'hex').slice(0, 12)}'`)
      writeFileSync(script, text)
    },
  }
}

/** Of all that the engine answers by: what another one has kept is not taken over. */
const hashOfEngine = (): string =>
  sha256(
    ['src/core', 'src/store', 'workers', 'package-lock.json']
      .flatMap(filesIn)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n'),
    'hex',
  ).slice(0, 16)

function filesIn(name: string): string[] {
  const path = join(root, name)
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((each) => filesIn(join(name, each)))
}

const sha256 = (data: string | Buffer, encoding: 'base64' | 'hex'): string =>
  createHash('sha256').update(data).digest(encoding)

function unit(): TestProjectConfiguration {
  process.env['TZ'] = timeZone
  return {
    extends: true,
    test: {
      name: 'unit',
      environment: 'node',
      setupFiles: ['test/support/seed.ts'],
      // One less, the usual number, would leave half of a small machine idle.
      maxWorkers: availableParallelism(),
      // A hang, not a slow machine, is what this ends.
      testTimeout: 30_000,
      include: ['test/{architecture,core,store,workers}/**/*.test.ts'],
    },
  }
}

async function component(): Promise<TestProjectConfiguration> {
  const { playwright } = await import('@vitest/browser-playwright')
  const { chromiumArgs, findBrowser } = await import('./test/find-browser.mjs')
  const executablePath = findBrowser()
  return {
    extends: true,
    // Found late they would make Vite reload in the middle of a test.
    optimizeDeps: {
      include: ['chart.js', 'comlink', 'dexie', 'papaparse'],
      exclude: ['@lucide/svelte'],
    },
    test: {
      name: 'component',
      include: ['test/{state,ui}/**/*.test.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
          contextOptions: { locale: 'en-US', timezoneId: timeZone },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }
}
