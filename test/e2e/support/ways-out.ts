import type { Page } from '@playwright/test'

/** How a page or a worker could send something, each tried on a path of its own name. */
export const waysOut = [
  'page-beacon',
  'page-events',
  'page-fetch',
  'page-form',
  'page-image',
  'page-import',
  'page-prefetch',
  'page-socket',
  'page-xhr',
  'worker-events',
  'worker-fetch',
  'worker-import',
  'worker-script',
  'worker-socket',
  'worker-xhr',
] as const

/** Tries every way from the page and from a worker started as ours are, from a blob. */
export async function tryEveryWayOut(page: Page, origin: string): Promise<void> {
  await page.evaluate(watchRefusals)
  await page.evaluate(leaveFromPage, origin)
  await page.evaluate(leaveFromWorker, `(${insideWorker.toString()})(${JSON.stringify(origin)})`)
}

/** The ways that the policy has refused so far, in alphabetical order. */
export async function refusedWays(page: Page): Promise<string[]> {
  const urls = await page.evaluate(() => (globalThis as unknown as Refusals).refused)
  return [...new Set(urls.map(wayOf).filter(Boolean))].sort()
}

function wayOf(blocked: string): string {
  // importScripts() of a string already ends at trusted types.
  return blocked === 'trusted-types-sink' ? 'worker-script' : new URL(blocked).pathname.slice(1)
}

interface Refusals {
  refused: string[]
}

function watchRefusals(): void {
  const refused: string[] = []
  Object.assign(globalThis, { refused } satisfies Refusals)
  addEventListener('securitypolicyviolation', (event) => refused.push(event.blockedURI))
}

function leaveFromPage(origin: string): void {
  const ignore = (): undefined => undefined
  const to = (way: string): string => `${origin}/page-${way}`

  fetch(to('fetch'), { mode: 'no-cors' }).catch(ignore)
  navigator.sendBeacon(to('beacon'), 'secret')
  new EventSource(to('events')).onerror = ignore
  const socket = new WebSocket(to('socket').replace('http', 'ws'))
  socket.onerror = ignore
  import(to('import')).catch(ignore)
  new Image().src = to('image')

  const request = new XMLHttpRequest()
  request.open('POST', to('xhr'))
  request.send('secret')

  const link = document.createElement('link')
  link.rel = 'prefetch'
  link.href = to('prefetch')
  const frame = document.createElement('iframe')
  frame.name = 'elsewhere'
  const form = document.createElement('form')
  form.target = frame.name
  form.method = 'post'
  form.action = to('form')
  document.body.append(frame, form)
  document.head.append(link)
  form.submit()
}

function leaveFromWorker(code: string): void {
  const worker = new Worker(URL.createObjectURL(new Blob([code])))
  worker.onmessage = ({ data }) => (globalThis as unknown as Refusals).refused.push(data as string)
}

function insideWorker(origin: string): void {
  const ignore = (): undefined => undefined
  const to = (way: string): string => `${origin}/worker-${way}`
  addEventListener('securitypolicyviolation', (event) => postMessage(event.blockedURI))

  fetch(to('fetch'), { mode: 'no-cors' }).catch(ignore)
  new EventSource(to('events')).onerror = ignore
  const socket = new WebSocket(to('socket').replace('http', 'ws'))
  socket.onerror = ignore
  import(to('import')).catch(ignore)
  const request = new XMLHttpRequest()
  request.open('POST', to('xhr'))
  request.send('secret')
  try {
    ;(globalThis as unknown as { importScripts(url: string): void }).importScripts(to('script'))
  } catch {
    // Refused, or not a script.
  }
}
