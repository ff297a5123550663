import { afterEach, expect, test } from 'vitest'
import { LIMITS } from '../../src/core/model/read/limits.ts'
import { Route } from '../../src/state/route.svelte.ts'
import { payloadIn } from '../../src/state/link-mark.ts'
import { linkTo, readLink } from '../../src/state/share-link.ts'
import { aConfiguration } from '../support/a-configuration.ts'

const PAGE = 'https://hale.example/app/'
const damaged = {
  ok: false,
  problems: [{ code: 'damaged-link', place: '', severity: 'error' }],
}

const payloadOf = async (configuration = aConfiguration()) =>
  payloadIn(new URL(await linkTo(configuration, PAGE)).hash) ?? ''

/** Deflated as a link is, whatever it holds. */
async function deflated(content: BlobPart): Promise<string> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

test('a link holds the configuration and nothing else, behind the #', async () => {
  const sum = { id: 'tickets_90d', aggregate: 'count', windowDays: 90, empty: 0 } as const
  const tickets = { id: 'tickets', grain: 'event', key: 'Org', columns: [sum] } as const
  const configuration = { ...aConfiguration(), name: 'Ünïcode 漢字 <b>', sources: [tickets] }
  const link = await linkTo(configuration, `${PAGE}#/model?day=2026-01-31`)
  expect(link.startsWith(`${PAGE}#/c=`)).toBe(true)
  expect(link.length).toBeLessThan(2_000)
  const read = await readLink(payloadIn(new URL(link).hash) ?? '')
  expect(read.ok && JSON.parse(read.value)).toEqual(configuration)
})

test('other addresses hold none', () => {
  expect([payloadIn(''), payloadIn('#/model'), payloadIn('#/c'), payloadIn('#/c=')]).toEqual([
    null,
    null,
    null,
    '',
  ])
})

test.each([
  ['nothing', ''],
  ['no base64url', '%%%%'],
  ['a length that base64 never has', 'AAAAA'],
  ['bytes that were never deflated', 'abcdefgh'],
  ['markup', '<script>alert(1)</script>'],
  ['a space in it', 'ab cd'],
])('%s is answered with a sentence', async (_, payload) => {
  expect(await readLink(payload)).toEqual(damaged)
})

test('a link that was cut off, or went on, or was changed in the middle is damaged', async () => {
  const payload = await payloadOf()
  expect(await readLink(payload.slice(0, payload.length / 2))).toEqual(damaged)
  expect(await readLink(`${payload}AAAAAAAA`)).toEqual(damaged)
  expect(await readLink(await deflated(new Uint8Array([0xff, 0xfe, 0xfd])))).toEqual(damaged)
})

test('a bomb is not unpacked beyond the size of a configuration', async () => {
  const payload = await deflated('0'.repeat(50_000_000))
  expect(payload.length).toBeLessThan(100_000)
  const start = performance.now()
  const read = await readLink(payload)
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(read).toMatchObject({
    ok: false,
    problems: [{ code: 'too-large', what: 'bytes', limit: LIMITS.bytes }],
  })
  expect(await readLink('A'.repeat(2_000_000))).toMatchObject({
    ok: false,
    problems: [{ code: 'too-large', found: 2_000_000 }],
  })
})

const routes: Route[] = []
afterEach(() => routes.splice(0).forEach((route) => route.close()))

test('a link leads to the configuration page, leaves the address at once and is read once', async () => {
  const payload = await payloadOf()
  history.replaceState(null, '', `#/c=${payload}`)
  const before = history.length
  const route = new Route(window)
  routes.push(route)
  expect([route.page, location.hash, history.length]).toEqual([
    'configuration',
    '#/configuration',
    before,
  ])
  expect([route.takeLink(), route.takeLink()]).toEqual([payload, null])
})

test('a link that is pasted into an open window is followed too', async () => {
  history.replaceState(null, '', '#/model')
  const route = new Route(window)
  routes.push(route)
  const changed = new Promise((done) => window.addEventListener('hashchange', done, { once: true }))
  location.hash = '#/c=abc'
  await changed
  expect([route.page, route.takeLink(), location.hash]).toEqual([
    'configuration',
    'abc',
    '#/configuration',
  ])
})
