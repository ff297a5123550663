import { createHash } from 'node:crypto'
import { proxy } from 'comlink'
import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { sha256Bounded, sha256Of, sha256Streamed } from '../../workers/import/sha256.ts'
import { importThread } from './support/threads.ts'
import { csv, day, emptyDatabase, ignoreProgress, openEngine, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

const encode = (text: string) => new TextEncoder().encode(text)

async function* inPieces(bytes: Uint8Array, ends: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (const end of [...ends, bytes.length]) yield bytes.subarray(from, (from = end))
}

// FIPS 180-4, and the examples that NIST gives with it.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('both ways of working out a digest give what is published', async (text, digest) => {
  const bytes = encode(text)
  expect(await sha256Of(new Blob([bytes]))).toBe(digest)
  expect(await sha256Streamed(inPieces(bytes, []))).toBe(digest)
})

test('however a file comes in pieces, its digest is the same', async () => {
  const file = fc.uint8Array({ maxLength: 300 })
  const cuts = fc.array(fc.nat({ max: 300 }), { maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(file, cuts, async (bytes, places) => {
      const ends = places.map((place) => Math.min(place, bytes.length)).sort((a, b) => a - b)
      const expected = createHash('sha256').update(bytes).digest('hex')
      expect(await sha256Streamed(inPieces(bytes, ends))).toBe(expected)
      expect(await sha256Of(new Blob([new Uint8Array(bytes)]))).toBe(expected)
    }),
  )
})

test('pieces that end beside the blocks of the digest make no difference', async () => {
  const bytes = encode('0123456789'.repeat(20_000))
  const expected = createHash('sha256').update(bytes).digest('hex')
  for (const size of [1, 55, 56, 63, 64, 65, 127, 128, 65_535, 65_536, 65_537]) {
    const ends = Array.from({ length: Math.floor(bytes.length / size) }, (_, i) => (i + 1) * size)
    expect(await sha256Streamed(inPieces(bytes, ends))).toBe(expected)
  }
})

test('a file is held for its digest only where it is not too large, which makes no difference', async () => {
  const bytes = encode('0123456789'.repeat(20_000))
  const expected = createHash('sha256').update(bytes).digest('hex')
  const blob = new Blob([bytes])
  const hold = vi.spyOn(blob, 'arrayBuffer')
  expect(await sha256Bounded(blob, bytes.length - 1)).toBe(expected)
  expect(hold).not.toHaveBeenCalled()
  expect(await sha256Bounded(blob, bytes.length)).toBe(expected)
  expect(hold).toHaveBeenCalledOnce()
})

const file = csv('2026-01-31.csv', 'Account ID,ARR', 'a,1', 'b,2')
const ofFile = createHash('sha256').update('Account ID,ARR\r\na,1\r\nb,2').digest('hex')

/** The digest that is stored of a file that was read twice, as after a correction. */
async function storedDigest(digest: (() => Promise<string>) | null) {
  const { remote, close } = importThread()
  const hints = { workspace: null, today: day('2026-06-15') }
  const { plan, roles } = value(await remote.inspect(file, hints, digest && proxy(digest)))
  value(await remote.stage(plan, roles, proxy(ignoreProgress)))
  value(await remote.stage(plan, roles, proxy(ignoreProgress)))
  const { workspace } = value(await remote.publish(proxy(ignoreProgress)))
  close()
  const { engine } = await openEngine()
  value(await engine.open(workspace))
  return value(await engine.data()).deliveries.map(({ sha256 }) => sha256)
}

test('a digest from elsewhere is asked for once, however often the file is corrected', async () => {
  const digest = vi.fn(() => Promise.resolve('c0ffee'))
  expect(await storedDigest(digest)).toEqual(['c0ffee'])
  expect(digest).toHaveBeenCalledOnce()
})

test('a file that was only looked into is not digested before it is read', async () => {
  const digest = vi.fn(() => Promise.resolve('c0ffee'))
  const { remote, close } = importThread()
  const hints = { workspace: null, today: day('2026-06-15') }
  value(await remote.inspect(file, hints, proxy(digest)))
  expect(digest).not.toHaveBeenCalled()
  close()
})

test('where the digest fails elsewhere, the importer works it out', async () => {
  expect(await storedDigest(() => Promise.reject(new Error('the worker died')))).toEqual([ofFile])
  expect(await storedDigest(null)).toEqual([ofFile])
})
