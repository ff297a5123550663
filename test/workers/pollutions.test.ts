import { describe, expect, test } from 'vitest'
import { detectDialect } from '../../src/core/file/detect-dialect.ts'
import { readCsv } from '../../workers/read-csv.ts'
import { cellText, NAMES, PLAIN, rowText, ROWS, write, type Writing } from './pollutions.ts'
import { collector, utf8 } from './read-text.ts'

/* The kinds of harm are those of Pollock, a benchmark of reading: https://hpi.de/naumann/projects/data-preparation/pollock.html */

type Rows = readonly (readonly string[])[]

const TABLE: Rows = [NAMES, ...ROWS]
const plainCells = (rows: Rows): Rows =>
  rows.map((cells) => cells.map((cell) => cell.replace(/\r\n?/g, '\n').trim()))

/** A file as it is read without any hint: its names first, if it has some. */
async function read(text: string): Promise<{ readonly cells: Rows; readonly lost: number }> {
  const bytes = utf8(text)
  const detected = detectDialect(bytes, true)
  if (!detected.ok) throw new Error(JSON.stringify(detected.problems))
  const { header, rows, sink } = collector()
  const result = await readCsv(new Blob([bytes]), detected.value.dialect, sink)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const names = header[0] ? [header[0]] : []
  const cells = plainCells([...names, ...rows.map(([, ...row]) => row)])
  return { cells, lost: result.value.countedRows - result.value.rows }
}

const asWritten = (rows: Rows) => ({ cells: plainCells(rows), lost: 0 })

describe.each([
  ['quotes where they are needed', false],
  ['quotes around all cells', true],
])('a table with %s', (_, all) => {
  const text = (changed: Partial<Writing> = {}, end?: string, rows = TABLE): string =>
    write(rows, { all, ...changed }, end)

  test.each([
    ['as it is', text()],
    ['without a last line end', text({}, '')],
    ['with blank lines at the end', text({}, '\r\n\r\n')],
    ['that ends its lines in LF', text({ lineEnd: '\n' })],
    ['that ends its lines in CR', text({ lineEnd: '\r' })],
    ['under the titles of a report', `Orders\r\n"Made on 1 May, by Kim"\r\n\r\n${text()}`],
    ['under titles that are padded', `Orders,,,,,,,,\r\nby Kim,,,,,,,,\r\n,,,,,,,,\r\n${text()}`],
    ['above a footer', `${text()}\r\nEnd of report\r\n`],
  ])('%s', async (_, file) => {
    expect(await read(file)).toEqual(asWritten(TABLE))
  })

  test.each([' ', ', ', ';', '\t', '|', '||', ';;', '::', '^', '~', ':', '#', '\u001f', '~|~'])(
    'parted by %j',
    async (delimiter) => {
      expect(await read(text({ delimiter }))).toEqual(asWritten(TABLE))
    },
  )

  test.each([',', ';', '\t', '|'])('quoted by apostrophes, and parted by %j', async (delimiter) => {
    const file = text({ delimiter, quote: "'", escape: "'" })
    expect(await read(file)).toEqual(asWritten(TABLE))
  })

  test.each([
    ['a backslash before', '\\'],
    ['nothing before', ''],
  ])('with %s quotes that are characters', async (_, escape) => {
    for (const delimiter of [',', ';', '\t', '|'])
      expect(await read(text({ delimiter, escape }))).toEqual(asWritten(TABLE))
  })

  test('without names', async () => {
    expect(await read(text({}, undefined, ROWS))).toEqual(asWritten(ROWS))
  })

  test('of one row', async () => {
    const rows = TABLE.slice(0, 2)
    expect(await read(text({}, undefined, rows))).toEqual(asWritten(rows))
  })

  test('of names alone', async () => {
    expect(await read(text({}, undefined, [NAMES]))).toEqual(asWritten([NAMES]))
  })

  test.each([2, 3])('with names in %i rows, which are read as one', async (count) => {
    const above = Array.from({ length: count - 1 }, (_, i) => NAMES.map(() => `Part ${i + 1}`))
    const { cells, lost } = await read(text({}, undefined, [...above, ...TABLE]))
    const parts = above.map(([part]) => part).join(' ')
    expect([cells[0], lost]).toEqual([NAMES.map((name) => `${parts} ${name}`), 0])
    expect(cells.slice(1)).toEqual(plainCells(ROWS))
  })

  test.each([
    ['as wide', 9, 9],
    ['narrower', 9, 5],
    ['wider', 5, 9],
  ])(
    'followed by a second one that is %s keeps the rows of both, and its names are none',
    async (_, first, second) => {
      const tables = [first, second].map((width) => TABLE.map((cells) => cells.slice(0, width)))
      const file = tables.map((rows) => text({}, undefined, rows)).join('\r\n')
      expect(await read(file)).toEqual(asWritten(tables.flatMap((rows, i) => rows.slice(i))))
    },
  )

  const places = [0, 1, 4, 42, 84].flatMap((row) =>
    NAMES.map((_, column) => [row, column] as const),
  )
  const writing = { ...PLAIN, all }
  const changed = (row: number, change: (cells: readonly string[]) => string): string => {
    const lines = TABLE.map((cells, at) =>
      at === row ? change(cells.map((cell) => cellText(cell, writing))) : rowText(cells, writing),
    )
    return `${lines.join('\r\n')}\r\n`
  }
  const withCell = (row: number, column: number, cell: string): Rows =>
    TABLE.map((cells, at) => (at === row ? cells.with(column, cell) : cells))

  test('with a cell too many in one row, which is no name where it stands among the names', async () => {
    for (const [row, column] of places) {
      const file = changed(row, (cells) => cells.toSpliced(column, 0, '').join(','))
      const rows = TABLE.map((cells, at) =>
        at === row && row > 0 ? cells.toSpliced(column, 0, '') : cells,
      )
      expect(await read(file)).toEqual(asWritten(rows))
    }
  })

  test.each([';', '\t', '|', ' '])('with names parted by %j', async (delimiter) => {
    const names = rowText(NAMES, { ...writing, delimiter })
    const file = [names, ...ROWS.map((cells) => rowText(cells, writing)), ''].join('\r\n')
    expect(await read(file)).toEqual(asWritten(TABLE))
  })

  test('with a cell too few in one row keeps the others', async () => {
    for (const [row, column] of places) {
      // A quote in the middle of a line does not hold a line break.
      if (column === 0 || TABLE[row]?.[column]?.includes('\n')) continue
      const file = changed(row, (cells) =>
        [
          ...cells.slice(0, column - 1),
          cells.slice(column - 1, column + 1).join(''),
          ...cells.slice(column + 1),
        ].join(','),
      )
      const { cells, lost } = await read(file)
      expect([cells.filter((_, at) => at !== row), lost]).toEqual([
        plainCells(TABLE.filter((_, at) => at !== row)),
        0,
      ])
    }
  })

  test('with a stray quote at the beginning of one cell', async () => {
    for (const [row, column] of places) {
      const file = changed(row, (cells) => cells.with(column, `"${cells[column]}`).join(','))
      expect(await read(file)).toEqual(asWritten(withCell(row, column, `"${TABLE[row]?.[column]}`)))
    }
  })

  test('with a stray quote at the end of one cell', async () => {
    for (const [row, column] of places) {
      const file = changed(row, (cells) => cells.with(column, `${cells[column]}"`).join(','))
      expect(await read(file)).toEqual(asWritten(withCell(row, column, `${TABLE[row]?.[column]}"`)))
    }
  })
})
