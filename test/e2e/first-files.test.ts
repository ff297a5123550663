import type { Page } from '@playwright/test'
import { january } from './support/files.ts'
import { importFile } from './support/steps.ts'
import { expect, test } from './support/test.ts'

// How the build is parted into files decides how soon a first screen is there: each is asked for, and answered by the service worker, by itself.

test('the start is there with seven files, the engine among them, and nothing of another page', async ({
  page,
}) => {
  await page.addInitScript(watchFirstHeading)
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { files } = await watched(page)
  expect(files.map(nameOf).sort()).toEqual([
    ...['begin.js', 'engine.worker.js', 'frame.css', 'frame.js'],
    ...['rolldown-runtime.js', 'start.css', 'start.js'],
  ])
})

test('the Overview of what is stored is whole with a dozen files, and none of them is another page’s', async ({
  page,
}) => {
  await page.goto('./')
  await importFile(page, january)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Score distribution' })).toBeVisible()
  await page.locator('main canvas[style*="width"]').last().waitFor()
  const names = (await assets(page)).map(nameOf).sort()
  expect(names.length).toBeLessThanOrEqual(12)
  const pages = names.filter((name) => /Page|Section|templates|Commands|picture/.test(name))
  expect(pages).toEqual(['OverviewPage.css', 'OverviewPage.js'])
})

test('where something is stored the engine starts before the frame is drawn', async ({ page }) => {
  await page.goto('./')
  await importFile(page, january)
  await page.addInitScript(watchOrder)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  const { order } = await watched(page)
  expect(order.slice(0, 2)).toEqual(['engine', 'frame'])
})

interface Watched {
  /** What had been asked for when the first heading was there. */
  readonly files: readonly string[]
  readonly order: readonly string[]
}

const watched = (page: Page): Promise<Watched> =>
  page.evaluate(() => {
    const { files, order } = globalThis as unknown as Watched
    return { files, order }
  })

/** Without the hash, which ends in eight characters of any kind. */
const nameOf = (file: string): string => file.replace(/-.{8}(\.\w+)$/, '$1')

const assets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /assets\/(.*\.(?:js|css))$/.exec(name)?.[1] ?? []),
  )

function watchFirstHeading(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('h1')) return
    observer.disconnect()
    const files = performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /assets\/(.*\.(?:js|css))$/.exec(name)?.[1] ?? [])
    Object.assign(globalThis, { files })
  }).observe(document, { childList: true, subtree: true })
}

/** Who came first: a worker, by its name, or what is drawn. */
function watchOrder(): void {
  const order: string[] = []
  Object.assign(globalThis, { order })
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      order.push(options?.name ?? '')
      super(url, options)
    }
  }
  new MutationObserver((_, observer) => {
    if (!document.querySelector('#app > *')) return
    observer.disconnect()
    order.push('frame')
  }).observe(document, { childList: true, subtree: true })
}
