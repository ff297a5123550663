import { describe, expect, test } from 'vitest'
import { detectDialect } from '../../../src/core/file/detect-dialect.ts'
import type { Dialect } from '../../../src/core/file/dialect.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((unit) => {
      const code = unit.charCodeAt(0)
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )

const detected = (head: Uint8Array, isWhole = true) => {
  const result = detectDialect(head, isWhole)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const dialectOf = (text: string): Dialect => detected(utf8(text)).dialect
const problemsOf = (head: Uint8Array) => {
  const result = detectDialect(head, true)
  return result.ok ? [] : result.problems
}

describe('bytes', () => {
  test.each([
    ['nothing', bytes()],
    ['a byte order mark alone', bytes(0xef, 0xbb, 0xbf)],
    ['blank lines', utf8(' \r\n\r\n')],
  ])('a file of %s is empty', (_, head) => {
    expect(problemsOf(head)).toEqual([{ code: 'empty-file' }])
  })

  test.each([
    ['xlsx', bytes(0x50, 0x4b, 3, 4, ...utf8('....[Content_Types].xml'))],
    ['xlsx', bytes(0x50, 0x4b, 3, 4, ...utf8('....xl/workbook.xml'))],
    ['zip', bytes(0x50, 0x4b, 3, 4, ...utf8('....accounts.csv'))],
    ['xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['gzip', bytes(0x1f, 0x8b, 8)],
    ['pdf', utf8('%PDF-1.7')],
    ['image', bytes(0x89, 0x50, 0x4e, 0x47)],
    ['image', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['image', utf8('GIF89a')],
    ['image', bytes(...utf8('RIFF'), 1, 2, 3, 4, ...utf8('WEBPVP8'))],
    ['json', utf8('{"format": "hale-config"}')],
    ['json', utf8('\n[\n  {"id": 1}]')],
    ['html', utf8('<!DOCTYPE html><table>')],
    ['html', utf8('  <html><body>')],
    ['html', utf8('\n<!-- sign in -->\n<div class="error">Session expired, sign in again</div>')],
    ['xml', utf8('<?xml version="1.0"?>\n<rows><row id="1"/></rows>')],
    ['xml', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['rtf', utf8('{\\rtf1\\ansi id,name\\par 1,Acme}')],
    [
      'ods',
      bytes(0x50, 0x4b, 3, 4, ...utf8('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')),
    ],
    ['numbers', bytes(0x50, 0x4b, 3, 4, ...utf8('Index/Document.iwa'))],
    ['archive', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
    ['archive', utf8('Rar!\u001a\u0007')],
    ['binary', bytes(0, 1, 0, 0, 5, 0, 0, 7, 0, 0, 0, 9)],
  ])('a file of kind %s is no text', (kind, head) => {
    expect(problemsOf(head)).toEqual([{ code: 'not-text', kind }])
  })

  test.each([
    ['utf-8', utf8('\uFEFFid,name\n1,Zoë\n')],
    ['utf-8', utf8('id,name\n1,Zoë\n')],
    ['utf-16le', bytes(0xff, 0xfe, ...utf16('id,name\n1,Zoë\n', true))],
    ['utf-16be', bytes(0xfe, 0xff, ...utf16('id,name\n1,Zoë\n', false))],
  ])('an encoding of %s that the bytes prove is certain', (encoding, head) => {
    const { dialect, certain } = detected(head)
    expect([dialect.encoding, certain.encoding]).toEqual([encoding, true])
  })

  test.each([
    ['utf-16le', utf16('id,name\n1,Zoë\n', true)],
    ['utf-16be', utf16('id,name\n1,Zoë\n', false)],
    ['windows-1252', bytes(...utf8('id,name\n1,Zo'), 0xeb, 10)],
  ])('an encoding of %s without a mark is a guess', (encoding, head) => {
    const { dialect, certain } = detected(head)
    expect([dialect.encoding, certain.encoding]).toEqual([encoding, false])
  })

  test('a character that the end of the head cuts is no reason for another encoding', () => {
    const head = utf8('id,name\n1,Zoë')
    expect(detected(head.subarray(0, head.length - 1), false).dialect.encoding).toBe('utf-8')
    expect(detected(head.subarray(0, head.length - 1), true).dialect.encoding).toBe('windows-1252')
  })

  test('ASCII so far may turn out to be something else', () => {
    expect(detected(utf8('id,name\n1,Zoe\n'), false).certain.encoding).toBe(false)
  })
})

describe('delimiter', () => {
  test.each([
    ['a semicolon before decimal commas', 'id;x\n1;2,5\n', ';'],
    ['semicolons, though every row has as many commas', 'id;a;b\n1;2,5;3,5\n2;2,5;3,5\n', ';'],
    ['semicolons, though rows have more commas', 'id;list\n1;2,5,3,4\n2;2,5,3,4\n', ';'],
    ['commas', 'id,name\n1,"a;b;c"\n2,"d;e;f"\n', ','],
    ['tabs', 'id\tname\n1\tSmith, John\n2\tDoe, Jane\n', '\t'],
    ['bars', '1|a,b|c\n2|d|e\n', '|'],
    ['commas with a line break in a cell', 'id,note\n1,"a\nb;c\nd"\n2,x\n', ','],
  ])('%s', (_, text, delimiter) => {
    expect(dialectOf(text).delimiter).toBe(delimiter)
  })

  test('a single column is not split', () => {
    expect(dialectOf('name\nAcme\nGlobex\n').delimiter).toBe(',')
    expect(dialectOf('amount\n1,5\n2,5\n').delimiter).toBe(';')
    expect(dialectOf('name\nAcme, Inc\nGlobex\nInitech\nHooli\nUmbrella\n').delimiter).toBe(';')
  })

  test.each(['sep=;\r\n', 'SEP=;\n', '"sep=;"\n'])(
    'the line %j says it, and is no data',
    (line) => {
      expect(dialectOf(`${line}id;x\n1;2,5\n`)).toMatchObject({
        delimiter: ';',
        headerLine: 2,
        skippedLines: 1,
      })
    },
  )
})

describe('header', () => {
  test('names above figures are a header', () => {
    expect(detected(utf8('id,arr\nA,1\nB,2\n'))).toMatchObject({
      dialect: { headerLine: 1, skippedLines: 0 },
      certain: { headerLine: true },
    })
  })

  test('names above names are a header, but a guess', () => {
    expect(detected(utf8('id,name\na,Acme\nb,Globex\n'))).toMatchObject({
      dialect: { headerLine: 1 },
      certain: { headerLine: false },
    })
  })

  test('figures above figures are rows of a file without names', () => {
    expect(dialectOf('1|Acme|2015|9\n2|Globex|2016|9\n').headerLine).toBeNull()
    expect(dialectOf('1,2,3\n').headerLine).toBeNull()
  })

  test('titles of a report before the header are left out', () => {
    const report =
      'Accounts at risk\n"As of 2026-01-31, by owner"\n\nid,name,arr\na,Acme,1\nb,Globex,2\n'
    expect(dialectOf(report)).toMatchObject({ delimiter: ',', headerLine: 4, skippedLines: 3 })
  })

  test('titles that are padded with delimiters are titles', () => {
    const report = 'Accounts at risk,,,,\n,,,,\nid,name,arr,plan,owner\na,Acme,1,Pro,Kim\n'
    expect(dialectOf(report)).toMatchObject({ headerLine: 3, skippedLines: 2 })
  })

  test('line breaks in a header are counted as lines', () => {
    expect(dialectOf('Report\n"id\nof account",arr,x\na,1,2\nb,3,4\n')).toMatchObject({
      headerLine: 2,
      skippedLines: 1,
    })
  })
})

test('what a person corrected is kept, and the rest is guessed around it', () => {
  const head = utf8('x;y,z\n1;2,3\n')
  const result = detectDialect(head, true, { delimiter: ',', headerLine: null })
  expect(result.ok && result.value.dialect).toEqual({
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    headerLine: null,
    skippedLines: 0,
  })
})

describe('lines that begin with a mark', () => {
  test('are rows where all are as wide as the table', () => {
    expect(dialectOf('id,name\n#1,Acme\n2,Beta\n3,Gamma\n').comment).toBeUndefined()
  })

  test.each([
    ['a remark', '# now the rows begin'],
    ['the mark alone', '#'],
  ])('are comments beside %s, those that were rows too', (_, line) => {
    expect(dialectOf(`a,b,c\n${line}\n1,2,3\n#4,5,6\n7,8,9\n`).comment).toBe('#')
  })
})

test('a backslash is no escape where quotes are doubled', () => {
  const text = 'ID,Test\n1,"Test "" line 2"\n2,"Test \\" line 3"\n'
  expect(dialectOf(text).escape).toBeUndefined()
})
