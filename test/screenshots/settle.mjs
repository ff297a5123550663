/** @typedef {import('playwright-core').Page} Page */

/** Runs in the page before it: adds up what moved by itself while it loaded. */
export function watchShifts() {
  /** @type {string[]} */
  const shifted = []
  Object.assign(globalThis, { shifted })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = /** @type {any} */ (entry)
      const moved = [...sources].map(({ node }) => node?.className || node?.nodeName)
      if (!hadRecentInput && value >= 0.001) shifted.push(`${value.toFixed(3)} ${moved.join(', ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What moved since the page was opened. @param {Page} page @returns {Promise<string[]>} */
export const shiftsOf = (page) =>
  page.evaluate(() => {
    const { shifted } = /** @type {{ shifted?: string[] }} */ (/** @type {unknown} */ (globalThis))
    return (shifted ?? []).map((shift) => `moved by itself: ${shift}`)
  })

/** Until nothing is being read and charts are drawn. @param {Page} page */
export async function settle(page) {
  await page.waitForFunction(() => !/^(Reading|Looking into)/m.test(document.body.innerText))
  await page.waitForFunction(() =>
    [...document.querySelectorAll('canvas')].every((canvas) => canvas.style.height !== ''),
  )
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 120))),
  )
}

/** What sticks out of the window sideways. @param {Page} page @returns {Promise<string[]>} */
export function overflowOf(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : []
  })
}
