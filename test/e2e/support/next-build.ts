import { createHash } from 'node:crypto'

/**
 * What the next release would be built into: the page says so, and its part for Data has another name, under which
 * the other parts know it; under the old name it is gone.
 */
export function nextBuild(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const next = new Map<string, Buffer>()
  for (const [name, file] of files) {
    const isText = /\.(html|js)$/.test(name)
    next.set(renamed(name), isText ? Buffer.from(renamed(file.toString())) : file)
  }
  const page = next.get('index.html')?.toString() ?? ''
  next.set('index.html', Buffer.from(page.replace('<html', '<html data-build="next"')))
  const worker = next.get('service-worker.js')?.toString() ?? ''
  next.set('service-worker.js', Buffer.from(listing(worker, next)))
  return next
}

const renamed = (text: string): string => text.replaceAll('DataPage-', 'DataPageNext-')

/** The service worker with the hashes of these files. */
function listing(worker: string, files: ReadonlyMap<string, Buffer>): string {
  return worker
    .replace(/\{"assets[^}]*\}/, (list) => {
      const names = Object.keys(JSON.parse(list) as Record<string, string>)
      return JSON.stringify(Object.fromEntries(names.map((name) => [name, hashOf(name, files)])))
    })
    .replace(/'[0-9a-f]{12}'/, "'0123456789ab'")
}

function hashOf(name: string, files: ReadonlyMap<string, Buffer>): string {
  const file = files.get(name || 'index.html')
  if (!file) throw new Error(`not in the next build: ${name}`)
  return `sha256-${createHash('sha256').update(file).digest('base64')}`
}
