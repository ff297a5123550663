import { createHash } from 'node:crypto'
import { gzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { toDay } from '../../src/core/brand.ts'
import { byteChunks } from '../../workers/byte-chunks.ts'
import { HeldFile, type FileSource } from '../../workers/held-file.ts'
import { inspectFile } from '../../workers/import/inspect.ts'
import { sha256Of } from '../../workers/import/sha256.ts'
import { readTable } from '../../workers/read-table.ts'
import { nothingKnown, utf8 } from './read-text.ts'
import { value } from './support/workspace.ts'

/** Longer than its beginning, by which its dialect is told, and than the pieces that it is read in. */
const ROWS = 60_000
const text = `Account ID,Seats\n${Array.from({ length: ROWS }, (_, i) => `A-${i},${i % 90}\n`).join('')}`
const hints = { workspace: null, today: toDay(20_800) }

const digestOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function readFrom(source: FileSource): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of byteChunks(source)) pieces.push(piece)
  return digestOf(Buffer.concat(pieces))
}

test('a file that is held reads as it does from the disk, packed or not', async () => {
  for (const bytes of [utf8(text), gzipSync(utf8(text)), utf8('a'), utf8('')]) {
    const file = new Blob([new Uint8Array(bytes)])
    expect(await readFrom(new HeldFile(file))).toBe(await readFrom(file))
  }
})

test('a file that is held is read once, however often it is looked at', async () => {
  const file = new File([text], 'accounts-2026-01-31.csv')
  const [read, streamed] = [vi.spyOn(file, 'arrayBuffer'), vi.spyOn(file, 'stream')]
  const held = new HeldFile(file)
  const { plan } = value(await inspectFile(file, hints, nothingKnown, held))
  expect(value(await readTable(held, plan)).rows).toBe(ROWS)
  expect(value(await readTable(held, plan)).rows).toBe(ROWS)
  expect(await sha256Of(held)).toBe(digestOf(text))
  expect([read.mock.calls.length, streamed.mock.calls.length]).toEqual([1, 0])
})

test('a file that is held tells the encoding of its later rows', async () => {
  const latin = Uint8Array.of(0x31, 0x2c, 0x5a, 0x6f, 0xeb, 0x0a)
  const file = new File([text, latin], 'accounts.csv')
  const { plan } = value(await inspectFile(file, hints, nothingKnown, new HeldFile(file)))
  expect(plan.dialect.encoding).toBe('windows-1252')
})
