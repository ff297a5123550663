import { afterEach, beforeEach, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { showApp } from '../support/app.ts'
import { accountRow } from '../support/portfolio.ts'

const session = cdp() as unknown as {
  send(method: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown>
}
const finger = (enabled: boolean) =>
  session.send('Emulation.setTouchEmulationEnabled', { enabled, maxTouchPoints: enabled ? 5 : 1 })

beforeEach(() => page.viewport(390, 844))
afterEach(() => finger(false))

const rows = Array.from({ length: 40 }, (_, place) =>
  accountRow(place, { name: `Account ${place}`, score: 55, band: 1 }),
)
const names = () => [...document.querySelectorAll('main tbody th a')]
const heightOf = (element: Element) => Math.round(element.getBoundingClientRect().height)

/** How far above and below its middle an element is what a finger meets. */
function reachOf(element: Element): number {
  const { left, top, width, height } = element.getBoundingClientRect()
  const [x, y] = [left + Math.min(width, 40) / 2, top + height / 2]
  const isMet = (at: number) => element.contains(document.elementFromPoint(x, at))
  let reach = 1
  for (let by = 1; isMet(y - by); by++) reach++
  for (let by = 1; isMet(y + by); by++) reach++
  return reach
}

test('under a finger a row of the list is 44 px, and as many are drawn as fit so', async () => {
  const list = async () => {
    const { screen } = await showApp('#/accounts', { rows })
    await expect.poll(() => names().length).toBeGreaterThan(5)
    const link = names()[3]!
    const row = link.closest('tr')!
    const all = document.querySelector('.virtual table tbody')!
    const found = [heightOf(row), heightOf(all), reachOf(link) >= heightOf(row) - 2]
    await screen.unmount()
    return found
  }
  expect(await list()).toEqual([34, 40 * 34, true])
  await finger(true)
  expect(await list()).toEqual([44, 40 * 44, true])
})

test('under a finger all of a row of the triage opens its account', async () => {
  await finger(true)
  await showApp('#/overview', { rows })
  await expect.poll(() => names().length).toBeGreaterThan(5)
  names()[3]!.scrollIntoView({ block: 'center' })
  expect(reachOf(names()[3]!)).toBeGreaterThanOrEqual(44)
})
