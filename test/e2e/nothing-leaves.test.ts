import { openSink } from './support/site.ts'
import { expect, test } from './support/test.ts'
import { refusedWays, tryEveryWayOut, waysOut } from './support/ways-out.ts'

test('the built page opens under any path with same-origin GETs only', async ({ page, site }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`))
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(requests.length).toBeGreaterThan(1)
  expect(requests.filter((request) => !request.startsWith(`GET ${site.url}`))).toEqual([])
  const policy = page.locator('meta[charset] + meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute('content', /^default-src 'none'; .*connect-src 'none'/)
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
})
