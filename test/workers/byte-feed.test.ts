import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dialect } from '../../src/core/file/dialect.ts'
import type { PlainRows } from '../../src/core/file/plain-rows.ts'
import { TableBuilder } from '../../src/core/table/table-builder.ts'
import { readCsv, type RowSink } from '../../workers/read-csv.ts'
import { plain, streamOf, utf8 } from './read-text.ts'

const COLUMNS = ['id', 'name', 'arr']

/** A table, and how many of its rows came as bytes. */
async function tableOf(
  bytes: Uint8Array,
  size: number,
  changed: Partial<Dialect>,
  asBytes: boolean,
) {
  const plan = COLUMNS.map((header, index) => ({
    ...{ index, header, ignore: false, type: null, format: {}, missing: null },
  }))
  let builder = new TableBuilder(plan, COLUMNS.length)
  let taken = 0
  const sink: RowSink = {
    header: (_, width) => (builder = new TableBuilder(plan, Math.max(width, COLUMNS.length))),
    row: (cells, line) => builder.row(cells, line),
  }
  const byteSink = {
    ...sink,
    plainWidth: () => builder.width,
    plain(rows: PlainRows, line: number, cellText: (cell: number) => string) {
      taken += rows.rows
      builder.plain(rows, line, cellText)
    },
  }
  const dialect = { ...plain, ...changed }
  const reading = await readCsv(streamOf(bytes, size), dialect, asBytes ? byteSink : sink)
  return { found: { reading, table: builder.finish() }, taken }
}

async function expectSame(bytes: Uint8Array, size: number, changed: Partial<Dialect> = {}) {
  const reference = await tableOf(bytes, size, changed, false)
  const { found, taken } = await tableOf(bytes, size, changed, true)
  expect(found).toEqual(reference.found)
  return taken
}

const row = (i: number) => `A-${i},"Nord, ${i}",${(i / 4).toFixed(2)}`
const rows = (count: number, of = row) => Array.from({ length: count }, (_, i) => of(i))
const fileOf = (lines: readonly string[], end = '\n') =>
  utf8(['id,name,arr', ...lines].join(end) + end)

describe('rows as bytes', () => {
  test('are taken but for the first and the last, and give the table that their text gives', async () => {
    expect(await expectSame(fileOf(rows(5000)), 65_536)).toBeGreaterThan(4500)
    expect(await expectSame(fileOf(rows(5000), '\r\n'), 65_536)).toBeGreaterThan(4500)
  })

  test.each([
    ['accents', (i: number) => `Ä-${i},Zoë ${i},${i}`, {}],
    ['doubled quotes', (i: number) => `A-${i},"the ""${i}"" one",${i}`, {}],
    ['white space around', (i: number) => ` A-${i} ,x\t,${i}`, {}],
    [
      'zeros at the end, words for missing',
      (i: number) => `${i},N/A,${(i / 10).toFixed(i % 3)}`,
      {},
    ],
    ['numbers that become text', (i: number) => `${i === 3000 ? 'x' : i},,-${i}.5`, {}],
    ['few words', (i: number) => `${i % 7},w${i % 3},${i % 2 ? 'yes' : 'no'}`, {}],
    ['semicolons', (i: number) => `A-${i};'a;b';${i},5`, { delimiter: ';', quote: "'" }],
    ['no quotes', (i: number) => `A-${i},"x,${i}`, { quote: '' }],
    ['bytes of windows-1252', (i: number) => `A-${i},caf\u00e9,${i}`, { encoding: 'windows-1252' }],
  ])('with %s are the same', async (_, of, changed) => {
    const text = ['id,name,arr', ...rows(4000, of)].join('\n')
    const bytes =
      'encoding' in changed ? Uint8Array.from(text, (unit) => unit.charCodeAt(0)) : utf8(text)
    expect(await expectSame(bytes, 20_000, changed)).toBeGreaterThan(3000)
  })

  test('stop where characters were lost, which is told with its line', async () => {
    const bytes = fileOf(rows(3000))
    bytes[bytes.indexOf(65, 30_000) + 1] = 0xff
    const { found } = await tableOf(bytes, 9_000, {}, true)
    expect(found.reading).toMatchObject({
      value: { problems: [{ code: 'unreadable-characters', count: 1 }] },
    })
    await expectSame(bytes, 9_000)
  })

  test('are counted apart from how they are read', async () => {
    const { found } = await tableOf(fileOf(rows(3000)), 9_000, {}, true)
    expect(found.reading).toMatchObject({ value: { rows: 3000, countedRows: 3000 } })
  })

  test('leave out the names that come again', async () => {
    const again = ['id,name,arr', '"id",name,"arr"', 'ID,name,arr']
    const joined = fileOf([...rows(1500), ...again, ...rows(1500)])
    expect(await expectSame(joined, 10_000)).toBeGreaterThan(2500)
    const { found } = await tableOf(joined, 10_000, {}, true)
    expect(found.reading).toMatchObject({ value: { rows: 3001, problems: [{}, {}] } })
  })

  test('leave footers to be told', async () => {
    const footed = fileOf([...rows(3000), '', 'Total,,12', '© a report'])
    expect(await expectSame(footed, 10_000)).toBeGreaterThan(2500)
  })

  test('whatever stands between them, nothing changes', { timeout: 60_000 }, async () => {
    const odd = fc.constantFrom(
      ...['', ' , , ', 'x', 'a,b,c,d', 'a,"b\nc",1', 'a,"b', 'a,b"c,1', 'a, "b" ,1', '"a"x,b,1'],
      ...[
        'a,b,1,,',
        'a,é,1',
        'a,"q""q",1',
        '\ta,b,1\r',
        ',,',
        'Total,,9',
        '"",,',
        'id,name,arr',
        '"id",name,arr',
        'a\u00a0,b,1e5',
      ],
    )
    const line = fc.oneof(
      { weight: 30, arbitrary: fc.nat({ max: 9999 }).map(row) },
      { weight: 1, arbitrary: odd },
    )
    const file = fc.array(line, { minLength: 150, maxLength: 600 })
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 9000 }), fc.boolean(), (lines, size, end) =>
        expectSame(fileOf(lines, end ? '\n' : '\r\n'), size).then(() => undefined),
      ),
      { numRuns: 60 },
    )
  })

  test('whatever their cells are, the table is the same', { timeout: 60_000 }, async () => {
    const digits = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat({ max: 4 }))
    const kinds = [
      fc.nat({ max: 20 }).map(String),
      digits.map(([value, decimals]) => (value / 10 ** decimals).toFixed(decimals)),
      fc.nat({ max: 9999 }).map((value) => (value / 100).toFixed(2)),
      fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '-'), maxLength: 9 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
      fc.constantFrom('', 'N/A', 'true', '2026-01-31', '01/02/2026', '1.234', '12.500', '00420'),
    ]
    /** Cells of one kind, and some odd ones. */
    const column = fc
      .constantFrom(...kinds)
      .map((kind) => fc.oneof({ weight: 50, arbitrary: kind }, fc.oneof(...kinds)))
      .chain((cell) => fc.array(cell, { minLength: 160, maxLength: 160 }))
    const columns = fc.tuple(column, column, column)
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(columns, fc.integer({ min: 1, max: 9000 }), async (cells, size) => {
        const lines = rows(160, (i) => cells.map((texts) => quoted(texts[i] as string)).join(','))
        await expectSame(fileOf([...lines, ...lines]), size)
      }),
      { numRuns: 60 },
    )
  })
})
