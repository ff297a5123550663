import { gzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { toDay } from '../../src/core/brand.ts'
import { byteChunks } from '../../workers/byte-chunks.ts'
import { inspectFile } from '../../workers/import/inspect.ts'
import { readCsv } from '../../workers/read-csv.ts'
import { readCase } from './corpus/read-case.ts'
import { collector, nothingKnown, plain, SIZES, streamOf, utf8 } from './read-text.ts'

const text = 'id,name\n1,Zoë\n2,b\n'
const joined = (...parts: Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

async function read(bytes: Uint8Array, size = 65_536) {
  const { rows, sink } = collector()
  const result = await readCsv(streamOf(bytes, size), plain, sink)
  return { rows, result }
}

test('a compressed file reads as the file that is in it', async () => {
  for (const size of SIZES) {
    const { rows } = await read(gzipSync(utf8(text)), size)
    expect(rows).toEqual([
      [2, '1', 'Zoë'],
      [3, '2', 'b'],
    ])
  }
})

test('one that was joined of several is read to its end', async () => {
  const { rows } = await read(joined(gzipSync(utf8(text)), gzipSync(utf8('3,c\n'))))
  expect(rows.map(([, id]) => id)).toEqual(['1', '2', '3'])
})

test.each([
  ['cut', (bytes: Uint8Array) => bytes.slice(0, -12)],
  ['scrambled', (bytes: Uint8Array) => bytes.map((byte, at) => (at > 20 ? byte ^ 0x55 : byte))],
])('one that is %s is refused', async (_, damage) => {
  const rows = Array.from({ length: 500 }, (_, i) => `${i},${i * 7919}\n`).join('')
  const { result } = await read(damage(gzipSync(utf8(`id,n\n${rows}`))))
  expect(result).toEqual({ ok: false, problems: [{ code: 'damaged-gzip' }] })
})

test('one that grows beyond all measure is refused while it is unpacked', async () => {
  const bomb = gzipSync(new Uint8Array(160 * 1024 ** 2))
  let taken = 0
  const unpack = async () => {
    for await (const piece of byteChunks(streamOf(bomb, 4_096))) taken += piece.length
  }
  await expect(unpack()).rejects.toMatchObject({ problem: { code: 'inflates-too-far' } })
  expect(taken).toBeLessThan(90 * 1024 ** 2)
})

test('the review of a compressed file tells what is in it', async () => {
  const file = new File([gzipSync(utf8(text))], 'accounts 2026-01-31.csv.gz')
  const inspected = await inspectFile(file, { workspace: null, today: toDay(20_800) }, nothingKnown)
  expect(inspected).toMatchObject({
    ok: true,
    value: {
      rowsEstimate: 2,
      sample: [
        ['1', 'Zoë'],
        ['2', 'b'],
      ],
      guesses: { day: 'file-name' },
    },
  })
})

test('what is in a compressed file is recognised too', async () => {
  const page = await readCase(gzipSync(utf8('<!doctype html><p>Sign in')), 'accounts.csv.gz')
  expect(page).toEqual({ ok: false, problems: [{ code: 'not-text', kind: 'html' }] })
})

test('a file that is plain at its beginning is read in the encoding of its later rows', async () => {
  const rows = Array.from({ length: 40_000 }, (_, i) => `${i},plain\n`).join('')
  const parts = [utf8(`id,name\n${rows}`), Uint8Array.of(0x31, 0x2c, 0x5a, 0x6f, 0xeb, 0x0a)]
  const file = new File(parts, 'accounts.csv')
  const inspected = await inspectFile(file, { workspace: null, today: toDay(20_800) }, nothingKnown)
  expect(inspected).toMatchObject({
    ok: true,
    value: {
      plan: { dialect: { encoding: 'windows-1252' } },
      guesses: { dialect: { encoding: false } },
    },
  })
})
