import type { Page } from '@playwright/test'
import { february, january } from './support/files.ts'
import { nextBuild } from './support/next-build.ts'
import { serveBuilt, type Site } from './support/site.ts'
import { exportScores, goTo, importFile } from './support/steps.ts'
import { expect, test, watchContext } from './support/test.ts'

/** A host of the test's own, that can go away. */
const withHost = test.extend<{ host: Site }>({
  host: async ({ context }, use) => {
    const host = await serveBuilt()
    const seen = watchContext(context, new URL(host.url).origin)
    await use(host)
    await host.close()
    expect(seen).toEqual([])
  },
})
withHost.use({ watched: false })

const PAGES = ['Accounts', 'Segments', 'Trends', 'Model', 'Data', 'Overview'] as const

/** Waits until the page is kept and can do without its host. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator
    await serviceWorker.ready
    if (serviceWorker.controller) return
    await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve))
  })
}

/** Nothing of the build before is left. */
function deploy(host: Site, build: ReadonlyMap<string, Buffer>): void {
  host.files.clear()
  for (const [name, file] of build) host.files.set(name, file)
}

const buildOf = (page: Page) => page.locator('html').getAttribute('data-build')

withHost(
  'once it is loaded, everything works without a network, also after a reload',
  async ({ page, host }) => {
    await page.goto(host.url)
    await isKept(page)
    await host.close()

    await importFile(page, january)
    for (const name of PAGES) await goTo(page, name)
    const before = await exportScores(page)

    await page.reload()
    await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible()
    expect(await exportScores(page)).toBe(before)
    await importFile(page, february)
    for (const name of PAGES) await goTo(page, name)
    await page.goto(`${host.url}index.html?demo`)
    await expect(page.getByText('Sample data. Invented accounts')).toBeVisible()
  },
)

withHost(
  'a newer version waits until the person asks for it, and a tab of the older one goes on',
  async ({ page, context, host }) => {
    await page.goto(host.url)
    await importFile(page, january)
    await isKept(page)
    deploy(host, nextBuild(host.files))

    const other = await context.newPage()
    await other.goto(host.url)
    for (const tab of [page, other]) {
      await expect(tab.getByText('A new version of Hale is ready.')).toBeVisible()
      expect(await buildOf(tab)).toBeNull()
    }
    // Its part has gone from the host by now.
    await goTo(page, 'Data')

    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-build', 'next')
    await goTo(page, 'Overview')
    await goTo(page, 'Data')
    expect(await buildOf(other)).toBeNull()
    await goTo(other, 'Data')
    await other.getByRole('button', { name: 'Reload' }).click()
    await expect(other.locator('html')).toHaveAttribute('data-build', 'next')
    await other.close()

    await page.reload()
    await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1)
  },
)

withHost('a reload of the only tab brings the newer version too', async ({ page, host }) => {
  await page.goto(host.url)
  await isKept(page)
  deploy(host, nextBuild(host.files))
  await page.reload()
  await expect(page.getByText('A new version of Hale is ready.')).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-build', 'next')
  await importFile(page, january)
  await goTo(page, 'Data')
  await page.reload()
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1)
})

withHost('a build whose files are not all there is not kept', async ({ page, host }) => {
  await page.goto(host.url)
  await isKept(page)
  const half = nextBuild(host.files)
  for (const name of ['index.html', 'service-worker.js'])
    host.files.set(name, half.get(name) as Buffer)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const states = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const installing = new Promise<ServiceWorker>((resolve) => {
      const tell = () => registration.installing && resolve(registration.installing)
      registration.addEventListener('updatefound', tell)
      tell()
    })
    await registration.update().catch(() => {})
    const worker = await installing
    while (worker.state === 'installing')
      await new Promise((resolve) => worker.addEventListener('statechange', resolve))
    return [worker.state, registration.active?.state]
  })
  expect(states).toEqual(['redundant', 'activated'])
  await page.reload()
  expect(await buildOf(page)).toBeNull()
})

test.describe('without a service worker', () => {
  test.use({ watched: false })

  test('a part that cannot be loaded is said, and a reload brings it', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'serviceWorker', { value: undefined }),
    )
    await page.goto('./')
    await importFile(page, january)
    await page.route(/DataPage-.*\.js$/, (route) => route.abort())
    await page.getByRole('link', { name: 'Data', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'This page could not be loaded' })).toBeVisible()
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('heading', { name: 'Data', level: 1 })).toBeVisible()
  })
})
