// The built app, and beside it at bench/ the page that measures single steps of the same sources.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { cache } from './data.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(cache, 'site')

/** Both have one origin, so that the bench can fill the app's database. */
export async function openSite() {
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  await build({
    root: join(root, 'test/bench/page'),
    base: './',
    configFile: false,
    logLevel: 'error',
    worker: { format: 'iife' },
    build: { outDir: join(folder, 'bench'), emptyOutDir: true, target: 'chrome123' },
  })
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const [app] = server.resolvedUrls?.local ?? []
  if (!app) throw new Error('the preview server has no address')
  return { app, bench: `${app}bench/`, close: () => server.close() }
}
