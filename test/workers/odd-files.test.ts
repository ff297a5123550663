import { describe, expect, test } from 'vitest'
import { readCase } from './corpus/read-case.ts'
import { utf8 } from './read-text.ts'

/** A file as it is read without any hint, and what is told of its lines. */
async function read(file: string | Uint8Array) {
  const reading = await readCase(typeof file === 'string' ? utf8(file) : file, 'accounts.csv')
  if (!reading.ok) return { refused: reading.problems }
  const { grid, staged } = reading.value
  const lost = staged.countedRows - staged.table.rows - staged.table.rejected
  return { grid, told: staged.problems.map(({ code }) => code), lost }
}

const cells = (table: string): string[][] =>
  table.split('\n').map((row) => row.split('|').map((cell) => cell.trim()))

const asWritten = (table: string, told: readonly string[] = []) => ({
  grid: cells(table),
  told,
  lost: 0,
})

const TABLE = 'id|name|mrr\n1|Acme Inc|100\n2|Globex|250'

describe('tables that spaces put in line', () => {
  test.each([
    [
      'with cells of several words',
      'id   name       mrr\n1    Acme Inc   100\n2    Globex     250\n',
      TABLE,
    ],
    [
      'with cells that are empty',
      'ID    NAME         CITY       MRR\n1001  Acme Inc     New York   120\n1002  Globex                   90\n1003               Austin       5\n',
      'ID|NAME|CITY|MRR\n1001|Acme Inc|New York|120\n1002|Globex||90\n1003||Austin|5',
    ],
    [
      'under the titles of a report',
      'Accounts as of January\n\nid   name       mrr\n1    Acme Inc   100\n2    Globex     250\n',
      TABLE,
    ],
    [
      'with cells wider than their column further down',
      `id   name       mrr\n${'1    Acme Inc   100\n'.repeat(300)}2    Globex Worldwide 250\n`,
      `id|name|mrr\n${'1|Acme Inc|100\n'.repeat(300)}2|Globex Worldwide|250`,
    ],
    [
      'parted by one space or several',
      'id logins  tickets\n1  12 3\n2 7   0\n30 100 12\n',
      'id|logins|tickets\n1|12|3\n2|7|0\n30|100|12',
    ],
    [
      'as R prints them, with names of rows',
      '       mpg cyl  disp\nMazda 21.0   6 160.0\nFiat  32.4   4  78.7\nVolvo 21.4   4 121.0\n',
      '|mpg|cyl|disp\nMazda|21.0|6|160.0\nFiat|32.4|4|78.7\nVolvo|21.4|4|121.0',
    ],
    [
      'as R writes them, quoted, with counted rows',
      '"id" "name" "mrr"\n"1" 1001 "Acme Inc" 12.5\n"2" 1002 "Globex" 7\n"3" 1003 "Initech" NA\n',
      '|id|name|mrr\n1|1001|Acme Inc|12.5\n2|1002|Globex|7\n3|1003|Initech|NA',
    ],
  ])('%s', async (_, file, table) => {
    expect(await read(file)).toEqual(asWritten(table))
  })

  test('prose in one column is no table', async () => {
    const file = 'note\nThe first one\nA second one\nAnd some more\n'
    expect(await read(file)).toEqual(asWritten(file.trimEnd()))
  })
})

describe('tables that are drawn', () => {
  const ruled = ['left-out']
  test.each([
    [
      'by MySQL',
      '+----+----------+-----+\n| id | name     | mrr |\n+----+----------+-----+\n|  1 | Acme Inc | 100 |\n|  2 | Globex   | 250 |\n+----+----------+-----+\n2 rows in set (0.00 sec)\n',
      ['left-out', 'left-out', 'left-out'],
    ],
    [
      'by PostgreSQL',
      ' id |   name   | mrr \n----+----------+-----\n  1 | Acme Inc | 100\n  2 | Globex   | 250\n(2 rows)\n\n',
      ['left-out', 'left-out'],
    ],
    [
      'by SQL Server',
      'id          name      mrr\n----------- --------- -----------\n          1 Acme Inc          100\n          2 Globex            250\n\n(2 rows affected)\n',
      ['left-out', 'left-out'],
    ],
    [
      'in Markdown',
      '| id | name | mrr |\n|---:|:----|---|\n| 1 | Acme Inc | 100 |\n| 2 | Globex | 250 |\n',
      ruled,
    ],
    [
      'in Markdown without a frame',
      'id | name | mrr\n--- | --- | ---\n1 | Acme Inc | 100\n2 | Globex | 250\n',
      ruled,
    ],
    ['with commas and dashes', 'id,name,mrr\n--,----,---\n1,Acme Inc,100\n2,Globex,250\n', ruled],
  ])('%s', async (_, file, told) => {
    expect(await read(file)).toEqual(asWritten(TABLE, told))
  })

  test('dashes that stand for missing cells are a row', async () => {
    const table = 'id|name|mrr\n1|Acme|100\n-|-|-\n--|--|--'
    expect(await read(table.replaceAll('|', ','))).toEqual(asWritten(table))
  })
})

describe('what stands above a table', () => {
  test.each([
    [
      'YAML',
      '---\ntitle: Accounts, all of them\ntags: [crm, export]\n---\nid,name,mrr\n1,Acme Inc,100\n2,Globex,250\n',
    ],
    [
      'YAML that ends in points',
      '---\nsource: billing\n...\nid;name;mrr\n1;Acme Inc;100\n2;Globex;250\n',
    ],
    [
      'names and values of a report',
      'Report,Accounts\nRange,Last 90 days\nMade,2026-01-31\n\nid,name,mrr\n1,Acme Inc,100\n2,Globex,250\n',
    ],
  ])('%s is no row', async (_, file) => {
    expect(await read(file)).toEqual(asWritten(TABLE))
  })

  test('what a bank says of an account is no row, in cells as the table has them', async () => {
    const said = '"Konto:";"DE1250";\n"Von:";"01.01.2026";\n"Bis:";"31.01.2026";\n;\n'
    const table = 'Tag|Art|Wer|Zweck|Betrag\n02.01.2026|Lastschrift|Telekom|RE 1|-49,95'
    expect(await read(said + table.replaceAll('|', ';'))).toEqual(asWritten(table))
  })

  test('titles that are padded are no rows, of a narrow table too', async () => {
    const titles = 'Acme Corp,,\n"As of January 31, 2026",,\n,,\n'
    expect(await read(titles + TABLE.replaceAll('|', ','))).toEqual(asWritten(TABLE))
  })

  test('a first row that says of a file what it is is no row', async () => {
    const preface = '"EXTF";700;21;"Buchungsstapel";;20260131\n'
    const table =
      'Umsatz|Konto|Text\n1200,00|10001|Rechnung 1\n900,50|10002|Rechnung 2\n12,00|10003|x'
    expect(await read(preface + table.replaceAll('|', ';'))).toEqual(asWritten(table))
  })

  test('names of groups stand before the names of their columns', async () => {
    const file =
      ',Usage,,Support,\nAccount,Logins,Seats,Tickets,CSAT\nAcme,12,3,1,4.5\nGlobex,7,2,0,4.1\nInitech,9,1,8,2.2\n'
    const table =
      'Account|Usage Logins|Usage Seats|Support Tickets|Support CSAT\nAcme|12|3|1|4.5\nGlobex|7|2|0|4.1\nInitech|9|1|8|2.2'
    expect(await read(file)).toEqual(asWritten(table))
  })
})

describe('what stands below a table', () => {
  test.each([
    ['a total with nothing but figures beside it', 'Total,350\n'],
    ['a number of rows', '2 records\n'],
    ['a number of rows in German', 'Anzahl Datensätze: 2\n'],
  ])('%s is no row', async (_, last) => {
    const file = `name,mrr\nAcme,100\nGlobex,250\n${last}`
    expect(await read(file)).toEqual(asWritten('name|mrr\nAcme|100\nGlobex|250', ['left-out']))
  })

  test('a row that is named Total and says more is a row', async () => {
    const table = 'name|owner|mrr\nAcme|Kim|100\nTotal|Lee|250'
    expect(await read(table.replaceAll('|', ','))).toEqual(asWritten(table))
  })

  test.each([
    ['the Ctrl+Z of DOS', '\u001a'],
    ['a block of NULs', '\0'.repeat(500)],
  ])('%s is no row', async (_, end) => {
    expect(await read(`${TABLE.replaceAll('|', ',')}\r\n${end}`)).toEqual(asWritten(TABLE))
  })
})

describe('cells that are written in odd ways', () => {
  test.each([
    [
      'lines that were quoted as a whole',
      '"id,name,mrr"\n"1,Acme Inc,100"\n"2,Globex,250"\n',
      TABLE,
    ],
    [
      'those lines alone that have quotes, quoted again',
      'id,name,mrr\n"1,""Acme, Inc"",100"\n"2,""Globex"",250"\n3,Hooli,9\n',
      'id|name|mrr\n1|Acme, Inc|100\n2|Globex|250\n3|Hooli|9',
    ],
    [
      'texts in formulas that keep their noughts',
      'id,name,mrr\n="00123",Acme,100\n="00124",Globex,250\n',
      'id|name|mrr\n00123|Acme|100\n00124|Globex|250',
    ],
    [
      'such formulas in quotes',
      '"id","name"\n"=""00123""","Acme"\n"=""00124""","Globex"\n',
      'id|name\n00123|Acme\n00124|Globex',
    ],
    [
      'a backslash before commas',
      'id,name,mrr\n1,Acme\\, Inc,100\n2,Globex\\, Ltd,250\n3,Hooli,9\n',
      'id|name|mrr\n1|Acme, Inc|100\n2|Globex, Ltd|250\n3|Hooli|9',
    ],
  ])('%s', async (_, file, table) => {
    expect(await read(file)).toEqual(asWritten(table))
  })

  test('a single column of quoted names with commas is one column', async () => {
    const table = 'name\nSmith,John\nDoe,Jane'
    expect(await read('name\n"Smith,John"\n"Doe,Jane"\n')).toEqual(asWritten(table))
  })

  test('a lone comma within a name is a comma, and told', async () => {
    const rows = ['1|Acme|10', '2|Globex,Inc|20', '3|Initech|30', '4|Hooli|40', '5|X|5', '6|Y|6']
    const file = ['id|name|mrr', ...rows].join('\n')
    expect(await read(file.replaceAll('|', ','))).toEqual(asWritten(file, ['moved-cells']))
  })
})

test('names without rows are read as names, and can be read as a row', async () => {
  expect(await read('id,name,mrr\n')).toEqual(asWritten('id|name|mrr'))
  const asRow = await readCase(utf8('A,"B, C",D'), 'row.csv', { headerLine: null })
  expect(asRow.ok && asRow.value.grid).toEqual([['A', 'B, C', 'D']])
})
