import { test as base, type BrowserContext } from '@playwright/test'
import { serveBuilt, type Site } from './site.ts'

export { expect } from '@playwright/test'

interface EachTest {
  /** False for a test that provokes errors or requests on purpose. */
  watched: boolean
  watch: undefined
}

/**
 * Opens the built page (`page.goto('./')`) and fails on whatever should never happen in it: an error,
 * a console message, a request that leaves the origin or is no GET.
 */
export const test = base.extend<EachTest, { site: Site }>({
  site: [
    // Playwright wants the first argument taken apart, also where nothing is taken.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await serveBuilt()
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.url),
  watched: [true, { option: true }],
  watch: [
    async ({ context, site, watched }, use) => {
      const seen = watched ? watchContext(context, new URL(site.url).origin) : []
      await use(undefined)
      if (seen.length > 0) throw new Error(`this should never happen:\n${seen.join('\n')}`)
    },
    { auto: true },
  ],
})

/** What a test that makes contexts of its own calls for each. */
export function watchContext(context: BrowserContext, origin: string): readonly string[] {
  const seen: string[] = []
  // Unhandled rejections arrive here too, also those of workers.
  context.on('weberror', (error) => seen.push(`error: ${error.error().stack}`))
  context.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) {
      seen.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
    }
  })
  context.on('request', (request) => {
    const inside = request.url().startsWith('data:') || new URL(request.url()).origin === origin
    if (!inside || request.method() !== 'GET') {
      seen.push(`request: ${request.method()} ${request.url()}`)
    }
  })
  return seen
}
