import { describe, expect, test } from 'vitest'
import { readCsv } from '../../workers/read-csv.ts'
import { collector, plain, read, SIZES, streamOf, utf8 } from './read-text.ts'

describe('rows', () => {
  test('a file gives its rows as a stream does', async () => {
    const { rows, sink } = collector()
    const result = await readCsv(new Blob(['id\n1\n2\n']), plain, sink)
    expect(result).toEqual({
      ok: true,
      value: { rows: 2, blankRows: 0, countedRows: 2, problems: [] },
    })
    expect(rows).toEqual([
      [2, '1'],
      [3, '2'],
    ])
  })

  test('blank rows are left out and counted apart', async () => {
    const { reading } = await read('id,name\n\n1,a\n,\n" ",""\n2,b\n')
    expect(reading).toMatchObject({ rows: 2, blankRows: 3, countedRows: 2 })
  })

  test('titles before the table are left out, stray quotes in them or not', async () => {
    const { header, rows } = await read('The "best\naccounts\n\nid,name\n1,a\n', {
      headerLine: 4,
      skippedLines: 3,
    })
    expect([header, rows]).toEqual([['id', 'name'], [[5, '1', 'a']]])
  })

  test('a file without names begins with its first row', async () => {
    const { header, rows } = await read('sep=;\n1;2,5\n', {
      delimiter: ';',
      headerLine: null,
      skippedLines: 1,
    })
    expect([header, rows]).toEqual([null, [[2, '1', '2,5']]])
  })

  test('names like properties of objects, empty, repeated and very long ones are all kept', async () => {
    const names = ['__proto__', 'constructor', '__parsed_extra', '', 'a', 'a', 'x'.repeat(10_000)]
    const { header, rows } = await read(`${names.join(',')}\n1,2,3,4,5,6,7\n`)
    expect(header).toEqual(names)
    expect(rows).toEqual([[2, '1', '2', '3', '4', '5', '6', '7']])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('quotes are characters like others where there are none', async () => {
    const { rows, reading } = await read('id,name\n1,"a\n2,b"\n', { quote: '' })
    expect(rows).toEqual([
      [2, '1', '"a'],
      [3, '2', 'b"'],
    ])
    expect(reading?.countedRows).toBe(2)
  })

  test('a delimiter of two characters', async () => {
    for (const size of SIZES) {
      const { rows } = await read('id+|name\n1+|"a+|b"\n', { delimiter: '+|' }, size)
      expect(rows).toEqual([[2, '1', 'a+|b']])
    }
  })

  test('progress is told in bytes and rows', async () => {
    const told: (readonly [number, number])[] = []
    const text = 'id\n1\n2\n'
    await readCsv(streamOf(utf8(text), 3), plain, collector().sink, {
      onProgress: (bytes, rows) => void told.push([bytes, rows]),
    })
    expect(told.at(-1)).toEqual([7, 1])
    expect(told.map(([bytes]) => bytes)).toEqual([3, 6, 7])
  })
})
