import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Plugin } from 'vite'
import { defineConfig, type TestProjectConfiguration, type ViteUserConfig } from 'vitest/config'

// Far from UTC and with summer time, so that a test notices code that reads the local clock.
const timeZone = 'Pacific/Auckland'

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => ({
  base: './',
  plugins: [
    svelte({
      configFile: false,
      onwarn: (warning) => {
        if (warning.filename?.includes('node_modules')) return
        throw new Error(`${warning.filename}: ${warning.code}: ${warning.message}`)
      },
    }),
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
