import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const built = fileURLToPath(new URL('../../../dist/', import.meta.url))

/** Not the root: the page has to work under any path. */
const folder = '/some/path/'

const bare = '<!doctype html><title>Bare</title><link rel="icon" href="data:,">'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

export interface Site {
  readonly url: string
  /** An empty page of the same origin without the built page's policy. */
  readonly withoutPolicy: string
  /** What is served, by its path from `url`; what is put here is served from then on. */
  readonly files: Map<string, Buffer>
  close(): Promise<void>
}

/** Serves the built page as it was at this moment: a build that runs meanwhile does not disturb the tests. */
export async function serveBuilt(): Promise<Site> {
  const files = readBuilt()
  files.set('without-policy.html', Buffer.from(bare))
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://host').pathname
    const name = path.replace(folder, '').replace(/^$/, 'index.html')
    const file = path.startsWith(folder) ? files.get(name) : undefined
    const type = types[extname(name)] ?? 'application/octet-stream'
    if (file) response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
    else response.writeHead(404)
    response.end(file)
  })
  const origin = await listen(server)
  return {
    url: origin + folder,
    withoutPolicy: `${origin}${folder}without-policy.html`,
    files,
    close: () => close(server),
  }
}

export interface Sink {
  readonly url: string
  /** The paths that were asked for, without their slash, each once. */
  arrived(): string[]
  close(): Promise<void>
}

/** Another origin on this machine that takes whatever reaches it. */
export async function openSink(): Promise<Sink> {
  const arrived = new Set<string>()
  const server = createServer((request, response) => {
    arrived.add((request.url ?? '').slice(1))
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end()
  })
  return { url: await listen(server), arrived: () => [...arrived], close: () => close(server) }
}

function readBuilt(): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile()) continue
    files.set(relative(built, path).split(sep).join('/'), readFileSync(path))
  }
  return files
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
