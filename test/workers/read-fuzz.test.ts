import fc from 'fast-check'
import { gzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { hasShared, withoutShared } from '../shared.ts'
import { bytesOf } from './corpus/expected.ts'
import { corpusCases } from './corpus/manifest.ts'
import { readCase, type ReadCase } from './corpus/read-case.ts'

// Files of the corpus, cut, joined and scrambled. HALE_FUZZ=300 npm run unit -- test/workers/read-fuzz.test.ts tries others for 300 s.
const SECONDS = Number(process.env['HALE_FUZZ'] ?? 0)
/** The same in every usual run, on every machine: together about a minute. */
const RUNS = 4_000
/** Milliseconds of the processor that one file may take; a clock would count what else the machine does. */
const SOON = 3_000
const LARGEST = 60_000

if (!hasShared) console.warn(`Files of other projects, harmed: ${withoutShared}`)

const files = hasShared
  ? corpusCases()
      .map(bytesOf)
      .filter(({ length }) => length > 0 && length < LARGEST)
  : [new Uint8Array([97])]

/** Bytes that mean something to a reader. */
const PUT: readonly Uint8Array[] = [
  ...[
    '"',
    '""',
    '","',
    '\n',
    '\r',
    '\r\n',
    ',',
    ';',
    '\t',
    '|',
    "'",
    '\\',
    '\\"',
    ' "',
    '#',
    '# a\n',
  ],
  ...[
    'sep=;\n',
    'Total,,\n',
    '\n\n',
    '\0',
    '\u00a0',
    '\uFEFF',
    'é',
    '漢',
    '🦊',
    '=1+1',
    '__proto__,',
  ],
].map((text) => new TextEncoder().encode(text))
const BYTES: readonly Uint8Array[] = [
  [0xff],
  [0xc3],
  [0xff, 0xfe],
  [0x1f, 0x8b],
  [0x50, 0x4b, 3, 4],
  [0x1b, 0x24, 0x42],
  [0x81],
].map((bytes) => Uint8Array.from(bytes))

type Harm = (bytes: Uint8Array) => Uint8Array

const place = fc.double({ min: 0, max: 1, noNaN: true })
const put = fc.tuple(place, fc.constantFrom(...PUT, ...BYTES)).map(
  ([share, piece]): Harm =>
    (bytes) =>
      spliced(bytes, Math.floor(share * bytes.length), 0, piece),
)
const cut = fc.tuple(place, fc.nat(200)).map(
  ([share, length]): Harm =>
    (bytes) =>
      spliced(bytes, Math.floor(share * bytes.length), length, new Uint8Array(0)),
)
const repeat = fc
  .tuple(place, fc.nat(300), fc.integer({ min: 2, max: 40 }))
  .map(([share, length, times]): Harm => (bytes) => {
    const from = Math.floor(share * bytes.length)
    const piece = bytes.slice(from, from + length)
    return spliced(bytes, from, 0, ...Array.from({ length: times }, () => piece))
  })
const change = fc.tuple(fc.constantFrom(...PUT), fc.constantFrom(...PUT)).map(
  ([before, after]): Harm =>
    (bytes) =>
      replaced(bytes, before[0] ?? 0, after),
)
const join = fc.constantFrom(...files).map(
  (other): Harm =>
    (bytes) =>
      spliced(bytes, bytes.length, 0, other),
)
const swap = fc.tuple(place, fc.nat(255)).map(
  ([share, byte]): Harm =>
    (bytes) =>
      bytes.with(Math.min(bytes.length - 1, Math.floor(share * bytes.length)), byte),
)
const harmed = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(fc.oneof(put, put, cut, repeat, change, join, swap), { minLength: 1, maxLength: 5 }),
  )
  .map(([file, harms]) =>
    harms
      .reduce((bytes, harm) => (bytes.length === 0 ? bytes : harm(bytes)), file)
      .slice(0, 2 * LARGEST),
  )

function spliced(
  bytes: Uint8Array,
  at: number,
  length: number,
  ...pieces: Uint8Array[]
): Uint8Array {
  const parts = [bytes.subarray(0, at), ...pieces, bytes.subarray(at + length)]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let end = 0
  for (const part of parts) {
    whole.set(part, end)
    end += part.length
  }
  return whole
}

function replaced(bytes: Uint8Array, before: number, after: Uint8Array): Uint8Array {
  const changed = [...bytes].flatMap((byte) => (byte === before ? [...after] : [byte]))
  return Uint8Array.from(changed)
}

const spent = () => process.cpuUsage().user / 1_000

test.skipIf(!hasShared)(
  'whatever happened to a file, it is read or refused, soon, and each of its rows is accounted for',
  async () => {
    await fc.assert(
      fc.asyncProperty(harmed, fc.boolean(), fc.boolean(), async (bytes, isPacked, oneLine) => {
        const start = spent()
        const told = oneLine ? { oneLine } : {}
        const read = await readCase(isPacked ? gzipSync(bytes, { level: 1 }) : bytes, 'a.csv', told)
        expect(spent() - start).toBeLessThan(SOON)
        if (read.ok) expectAccounts(read.value)
        else expect(read.problems).not.toEqual([])
      }),
      SECONDS > 0
        ? { numRuns: 100_000_000, interruptAfterTimeLimit: SECONDS * 1_000 }
        : { numRuns: RUNS, seed: 20_261_122 },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  },
  SECONDS * 1_000 + 600_000,
)

/** Rows are those that a count of lines finds, each is accepted, merged or rejected, and stands on a line of its own. */
function expectAccounts({ staged }: ReadCase): void {
  const { table, countedRows, roll } = staged
  expect(countedRows).toBe(table.rows + table.rejected)
  expect(roll.accepted + roll.merged + roll.rejected).toBe(table.rows)
  for (let row = 1; row < table.rows; row++)
    expect(table.lines[row]).toBeGreaterThan(table.lines[row - 1] as number)
}
