import { expect, test, watchContext } from './support/test.ts'

test.describe('every test watches for what should never happen', () => {
  test.use({ watched: false })

  const mishaps = [
    ['an error', "setTimeout(() => { throw new Error('mishap') })", /^error: .*mishap/],
    ['an unhandled rejection', "void Promise.reject(new Error('mishap'))", /^error: .*mishap/],
    ['a console warning', "console.warn('mishap')", /^console warning: mishap/],
    ['a console error', "console.error('mishap')", /^console error: mishap/],
    [
      'a request elsewhere',
      "fetch('http://127.0.0.1:9/mishap').catch(() => {})",
      /^request: GET .*mishap/,
    ],
    ['a POST', "fetch('./mishap', { method: 'POST' })", /^request: POST .*mishap/],
  ] as const

  for (const [name, code, complaint] of mishaps) {
    test(`${name} in the page fails a test`, async ({ page, context, site }) => {
      const seen = watchContext(context, new URL(site.url).origin)
      await page.goto(site.withoutPolicy)
      await page.evaluate(code)
      await expect.poll(() => seen).toContainEqual(expect.stringMatching(complaint))
    })

    test(`${name} in a worker fails a test`, async ({ page, context, site }) => {
      const seen = watchContext(context, new URL(site.url).origin)
      await page.goto(site.withoutPolicy)
      const inside = code.replace('./', site.url)
      await page.evaluate((text) => void new Worker(URL.createObjectURL(new Blob([text]))), inside)
      await expect.poll(() => seen).toContainEqual(expect.stringMatching(complaint))
    })
  }
})
