import { openAsBlob, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { detectDialect } from '../../src/core/file/detect-dialect.ts'
import { readHead } from '../../src/core/file/read-head.ts'
import { textsOf } from '../../src/core/table/texts.ts'
import { readTable } from '../../workers/read-table.ts'
import { typed, valuesOf } from '../core/table/build.ts'
import { hasShared, sharedPath, withoutShared } from '../shared.ts'

const torture = (path: string): string => sharedPath(`torture/${path}`)
const json = (path: string): unknown => JSON.parse(readFileSync(torture(path), 'utf8'))
const namesIn = (folder: string): string[] =>
  hasShared
    ? readdirSync(torture(folder))
        .filter((name) => name.endsWith('.expected.json'))
        .map((name) => name.replace('.expected.json', ''))
    : []

/** The columns of a file, by header, read as a person brings them who corrects nothing. */
async function columnsOf(path: string) {
  const blob = await openAsBlob(torture(path))
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const detected = detectDialect(bytes, true)
  if (!detected.ok) throw new Error(JSON.stringify(detected.problems))
  const { dialect } = detected.value
  const headers = readHead(bytes, blob.size, dialect)?.headers ?? []
  const open = { ignore: false, type: null, format: {}, missing: null }
  const columns = headers.map((header, index) => ({ ...open, header, index }))
  const read = await readTable(blob, { dialect, columns })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return new Map(headers.map((header, place) => [header, read.value.columns[place]]))
}

interface Truth {
  readonly columns: readonly string[]
  readonly truth: readonly (readonly number[])[]
}

describe.skipIf(!hasShared)(`numbers of many countries (${withoutShared})`, () => {
  test.each(namesIn('numbers'))('%s', async (name) => {
    const { columns: named, truth } = json(`numbers/${name}.expected.json`) as Truth
    const columns = await columnsOf(`numbers/${name}.csv`)
    for (const [place, header] of named.entries()) {
      const column = columns.get(header)?.column
      expect([header, column?.type === 'number' && [...column.values]]).toEqual([
        header,
        truth.map((row) => row[place]),
      ])
    }
  })

  test('thousands that may be decimals are asked about, both readings shown', async () => {
    const columns = await columnsOf('numbers/ambiguous-thousands.csv')
    const doubts = [...columns.values()].map((column) => column?.doubt)
    const point = { decimal: ',', group: '.' }
    const comma = { decimal: '.', group: ',' }
    expect(doubts).toEqual([
      { kind: 'marks', example: '1.234', formats: [point, { decimal: '.' }] },
      { kind: 'marks', example: '1,234', formats: [{ decimal: ',' }, comma] },
      { kind: 'marks', example: '1.234', formats: [point, { decimal: '.' }] },
      null,
    ])
  })
})

describe.skipIf(!hasShared)(`dates of many countries (${withoutShared})`, () => {
  test.each(namesIn('dates'))('%s', async (name) => {
    const { columns: named, truth } = json(`dates/${name}.expected.json`) as {
      columns: string[]
      truth: string[]
    }
    const columns = await columnsOf(`dates/${name}.csv`)
    for (const header of named) {
      const column = columns.get(header)?.column
      expect([header, column?.type, column && textsOf(column)]).toEqual([header, 'date', truth])
    }
  })

  test('days and months that nothing tells apart are asked about', async () => {
    const columns = await columnsOf('dates/mdy-ambiguous.csv')
    expect(columns.get('renewal_date')?.doubt).toEqual({
      kind: 'date-order',
      example: '01/02/2024',
    })
  })
})

describe.skipIf(!hasShared)(`what Excel shows (${withoutShared})`, () => {
  test('general numbers are read back as they are shown', () => {
    const shown = (json('excel-ssf/general.json') as [unknown, number, string][])
      .filter(([value]) => typeof value === 'number')
      .map(([, , text]) => text)
    expect(valuesOf(shown)).toEqual(shown.map(Number))
  })

  test('numbers under formats with commas are read back as they are shown', () => {
    const [, ...rows] = readFileSync(torture('excel-ssf/comma.tsv'), 'utf8').trim().split('\n')
    const cells = rows.map((row) => row.split('\t').slice(1))
    for (const place of cells[0]?.keys() ?? []) {
      const column = cells.map((row) => (row[place] ?? '').trim())
      expect(valuesOf(column)).toEqual(column.map((text) => Number(text.replaceAll(',', ''))))
    }
  })

  test('numbers under the formats that are built in are read back, and dates are dates', () => {
    const implied = (json('excel-ssf/implied.json') as [number, [number, string][]][]).filter(
      ([, shown]) => Array.isArray(shown),
    )
    const shownAs = (format: number): string[] =>
      implied.map(([, shown]) => shown.find(([one]) => one === format)?.[1].trim() ?? '')
    const plain = (text: string): number =>
      text === '' ? NaN : Number(text.replace(/[,()%$ ]/g, '')) * (text.startsWith('(') ? -1 : 1)
    for (const format of [0, 1, 2, 3, 4, 11, 37, 38, 39, 40])
      expect([format, valuesOf(shownAs(format))]).toEqual([format, shownAs(format).map(plain)])
    const shares = [9, 10].map((format) => shownAs(format).filter((text) => text.length <= 16))
    for (const shown of shares)
      expect(valuesOf(shown)).toEqual(
        shown.map((text) => Number((plain(text) / 100).toPrecision(15))),
      )
    // Excel shows numbers below 1 as the day before 1 January 1900, which is none.
    const days = (format: number) => shownAs(format).filter((text) => !/^1?\/?0[-/]/.test(text))
    for (const format of [14, 15, 22]) expect(typed(days(format)).type).toBe('date')
  })
})

describe.skipIf(!hasShared)(`names that look like something else (${withoutShared})`, () => {
  test('are kept to the byte, and are text', async () => {
    const names = json('naughty/blns.expected.json') as string[]
    const trimmed = names.map((name) => name.trim())
    expect(typed(names).type).toBe('text')
    expect(valuesOf(names)).toEqual(trimmed)
  })
})
