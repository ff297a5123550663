import { writeFileSync } from 'node:fs'
import type { Browser, Page, TestInfo } from '@playwright/test'
import { makeTable } from '../bench/storage/table.js'
import { chooseFiles, expectRead, pressImport } from './support/steps.ts'
import { isNothingStored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

// A recorded trace (--trace on) would take pictures of the page while its tasks are measured.
test.use({ trace: 'off' })

const ROWS = 100_000
const LONGEST_TASK_MS = 50
const LONGEST_CANCEL_MS = 1_000

test('Cancel answers at once while 300,000 accounts are read', async ({ page }, testInfo) => {
  await page.goto('./')
  await chooseFiles(page, portfolio(testInfo, 3 * ROWS))
  const { wasReading, milliseconds } = await cancel(page)
  expect(wasReading).toBe(true)
  expect(milliseconds).toBeLessThan(LONGEST_CANCEL_MS)
  await expect.poll(() => page.workers().length).toBe(1)
  expect(await isNothingStored(page)).toBe(true)
})

test('the page stays alive while 100,000 accounts are imported', async ({
  page,
  browser,
}, testInfo) => {
  const file = portfolio(testInfo, ROWS)
  await page.goto('./')
  const longest = await longestTask(browser, page, async () => {
    await chooseFiles(page, file)
    await expectRead(page)
    await pressImport(page)
    await expect(page.getByRole('link', { name: /^Accounts 100,000/ })).toBeVisible()
  })
  expect(longest).toBeLessThan(LONGEST_TASK_MS)

  // The measure itself: a task that takes too long is seen.
  const busy = await longestTask(browser, page, () => page.evaluate(standStill, 300))
  expect(busy).toBeGreaterThan(LONGEST_TASK_MS)
})

function portfolio(testInfo: TestInfo, rows: number): string {
  const file = testInfo.outputPath(`portfolio-${rows}-2026-03-31.csv`)
  writeFileSync(file, makeTable(rows, 1).csv)
  return file
}

/** From the press to the start page, as the page itself counts. */
const cancel = (page: Page) =>
  page.getByRole('button', { name: 'Cancel' }).evaluate(async (button) => {
    const wasReading = document.querySelector('progress') !== null
    const pressed = performance.now()
    ;(button as HTMLButtonElement).click()
    while (!document.querySelector('h1')?.textContent.startsWith('Drop'))
      await new Promise(requestAnimationFrame)
    return { wasReading, milliseconds: performance.now() - pressed }
  })

/** Several tasks, because a trace may begin a little late. */
async function standStill(milliseconds: number): Promise<void> {
  for (let task = 0; task < 5; task++) {
    await new Promise((resolve) => setTimeout(resolve))
    const end = performance.now() + milliseconds
    while (performance.now() < end);
  }
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds: when it began, how long it took, and how long it had the processor. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

/**
 * The longest task of the page's main thread, in milliseconds of its own time: while others have the processor none passes. What this test
 * asks of the page by way of the browser's developer tools runs there too, and is none of the page's.
 */
async function longestTask(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] })
  await work()
  const trace = await browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const main = new Set(
    traceEvents.filter(({ args }) => args.name === 'CrRendererMain').map(threadOf),
  )
  const events = traceEvents.filter((event) => main.has(threadOf(event)))
  const asked = events.filter(({ name }) => name === 'DevToolsSession::DispatchProtocolCommand')
  const tasks = events
    .filter(({ name }) => name === 'RunTask')
    .filter(({ ts, dur = 0 }) => !asked.some((one) => one.ts >= ts && one.ts < ts + dur))
    .map(({ tdur = 0 }) => tdur / 1_000)
  return Math.max(...tasks)
}
