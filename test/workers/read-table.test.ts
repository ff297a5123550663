import { openAsBlob } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { detectDialect } from '../../src/core/file/detect-dialect.ts'
import { HEAD_BYTES } from '../../src/core/file/dialect.ts'
import { readHead } from '../../src/core/file/read-head.ts'
import { textsOf } from '../../src/core/table/texts.ts'
import { toRawTextColumn } from '../../src/core/table/raw-text.ts'
import { typeTexts } from '../../src/core/table/type-texts.ts'
import { readTable } from '../../workers/read-table.ts'
import { hasShared, sharedPath, withoutShared } from '../shared.ts'

async function importBlob(blob: Blob) {
  const bytes = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer())
  const detected = detectDialect(bytes, blob.size <= HEAD_BYTES)
  if (!detected.ok) throw new Error(JSON.stringify(detected.problems))
  const { dialect } = detected.value
  const head = readHead(bytes, blob.size, dialect)
  const columns = (head?.headers ?? []).map((header, index) => ({
    index,
    header,
    ignore: false,
    type: null,
    format: {},
    missing: null,
  }))
  const read = await readTable(blob, { dialect, columns })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return { dialect, head, table: read.value }
}

const importText = (text: string) => importBlob(new Blob([text]))

describe('a file', () => {
  test('becomes typed columns with the line of every row', async () => {
    const { table } = await importText('id,arr,note\r\nA-1,"1,234.50","two\r\nlines"\r\nA-2,7,\r\n')
    expect(table).toMatchObject({
      rows: 2,
      rejected: 0,
      blankRows: 0,
      countedRows: 2,
      problems: [],
    })
    expect(table.headers).toEqual(['id', 'arr', 'note'])
    expect(table.lines).toEqual(Uint32Array.of(2, 4))
    expect(table.columns.map((column) => column && textsOf(column.column))).toEqual([
      ['A-1', 'A-2'],
      ['1234.5', '7'],
      ['two\r\nlines', ''],
    ])
  })

  test('tells swallowed lines and rejected rows together', async () => {
    const { table } = await importText('id,a,b\n1,"x,5\n2,y,6\n3,z",7\n4,v,8\n5,w,9,10\n')
    expect(table).toMatchObject({ rows: 2, rejected: 1, countedRows: 3 })
    expect(table.problems.map(({ code }) => code)).toEqual(['swallowed-lines', 'extra-cells'])
  })

  test('whose names came with a dialect of another width is read as wide as its header', async () => {
    const dialect = {
      encoding: 'utf-8',
      delimiter: ',',
      quote: '"',
      headerLine: 1,
      skippedLines: 0,
    }
    const plan = { index: 0, header: 'id', ignore: false, type: null, format: {}, missing: null }
    const read = await readTable(new Blob(['id,new\na,1\n']), { dialect, columns: [plan] })
    expect(read.ok && [read.value.rows, read.value.headers]).toEqual([1, ['id', 'new']])
  })
})

/** Rows as SOURCES.md counts them, which takes the first row for a header where there is none. */
const REAL_FILES: readonly (readonly [name: string, rows: number, columns: number])[] = [
  ['adventureworks_dimgeography', 654 + 1, 11],
  ['adventureworks_dimreseller', 700 + 1, 20],
  ['adventureworks_prospectivebuyer', 2058 + 1, 24],
  ['adventureworks_productreview', 30 + 1, 7],
  ['adventureworks_store', 700 + 1, 7],
  ['cdnow_example_transactions', 15_273, 2],
  ['cdnow_summary', 2357, 4],
  ['customer_support_tickets', 8469, 17],
  ['iranian_churn', 3150, 14],
  ['ravenstack_dmy_accounts', 500, 10],
  ['ravenstack_dmy_churn_events', 600, 9],
  ['ravenstack_dmy_feature_usage', 25_000, 8],
  ['ravenstack_dmy_subscriptions', 5000, 14],
  ['ravenstack_dmy_support_tickets', 2000, 9],
  ['telco_churn_ibm', 7043, 21],
]

describe.skipIf(!hasShared)(`real exports${hasShared ? '' : ` (${withoutShared})`}`, () => {
  const importReal = async (name: string) =>
    importBlob(await openAsBlob(sharedPath(`data/${name}.csv`)))

  test.each(REAL_FILES)('%s: every row is accounted for', async (name, rows, columns) => {
    const { table, head, dialect } = await importReal(name)
    expect([table.rows, table.rejected, table.columns.length]).toEqual([rows, 0, columns])
    expect(table.countedRows).toBe(rows)
    expect(dialect.headerLine).toBe(name.startsWith('adventureworks') ? null : 1)
    expect(head && Math.abs(head.rowsEstimate / rows - 1)).toBeLessThan(0.02)
  })

  test('days before months are seen where the days say so', async () => {
    const { table } = await importReal('ravenstack_dmy_subscriptions')
    expect([table.columns[2]?.type, table.columns[2]?.format]).toEqual(['date', { date: 'dmy' }])
  })

  test('a cell of one space is missing', async () => {
    const { table } = await importReal('telco_churn_ibm')
    const charges = table.columns[table.headers.indexOf('TotalCharges')]
    expect(charges?.type).toBe('number')
    const missing =
      charges?.column.type === 'number' ? charges.column.values.filter(Number.isNaN) : []
    expect(missing.length).toBe(11)
  })

  test.each(REAL_FILES)('%s: every column can be typed again as text', async (name) => {
    const { table } = await importReal(name)
    for (const typed of table.columns) {
      if (!typed) throw new Error('no column was ignored')
      const texts = toRawTextColumn(typed.column, typed.raw)
      const again = typeTexts(texts, { type: null, format: {}, missing: null })
      expect([again.type, again.format]).toEqual([typed.type, typed.format])
      expect(textsOf(again.column)).toEqual(textsOf(typed.column))
    }
  })
})
