import { january } from './support/files.ts'
import { workerOf } from './support/hold.ts'
import { openSink } from './support/site.ts'
import { exportScores, goTo, importFile } from './support/steps.ts'
import { expect, test } from './support/test.ts'
import { refusedWays, tryEveryWayOut, waysOut } from './support/ways-out.ts'

test('the built page opens under any path with same-origin GETs only', async ({ page, site }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`))
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(requests.length).toBeGreaterThan(1)
  // The engine starts from a blob of this origin, which is no request to anybody.
  const own = [`GET ${site.url}`, `GET blob:${new URL(site.url).origin}`]
  const outside = requests.filter((request) => !own.some((start) => request.startsWith(start)))
  expect(outside).toEqual([])
  const policy = page.locator('meta[charset] + meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute('content', /^default-src 'none'; .*connect-src 'none'/)
})

test('once the app is loaded, not one request is made, from file to scores', async ({ page }) => {
  await page.goto('./')
  // The parts of the app that are fetched when they are first needed.
  await importFile(page, january)
  for (const name of ['Accounts', 'Segments', 'Trends', 'Model', 'Data', 'Overview'] as const)
    await goTo(page, name)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Drop a customer export anywhere' })).toBeVisible()

  const requests: string[] = []
  page.context().on('request', (request) => requests.push(request.url()))
  await importFile(page, january)
  await exportScores(page)
  // Not even the icon, which Chromium would ask for again whenever the address changes.
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toEqual([])
})

test.describe('what a page or a worker sends to another origin', () => {
  test.use({ watched: false })

  test('arrives without our policy, so the attempts are real', async ({ page, site }) => {
    const sink = await openSink()
    await page.goto(site.withoutPolicy)
    await tryEveryWayOut(page, sink.url)
    await expect.poll(() => sink.arrived().sort()).toEqual(waysOut)
    await sink.close()
  })

  test('does not arrive from the built page', async ({ page }) => {
    const sink = await openSink()
    await page.goto('./')
    await tryEveryWayOut(page, sink.url)
    await expect.poll(() => refusedWays(page)).toEqual(waysOut)
    expect(sink.arrived()).toEqual([])
    await sink.close()
  })

  test('does not arrive from the workers that hold the data', async ({ page, site }) => {
    const sink = await openSink()
    await page.goto('./')
    await importFile(page, january)
    const engine = await workerOf(page, 'engine')
    for (const url of [`${sink.url}/from-engine`, `${site.url}from-engine`]) {
      const refused = await engine.evaluate(
        (target) => fetch(target, { mode: 'no-cors' }).then(() => null, String),
        url,
      )
      expect(refused).toMatch(/Failed to fetch|NetworkError/)
    }
    expect(sink.arrived()).toEqual([])
    await sink.close()
  })
})
