import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, SIZES } from './read-text.ts'

describe('borders of chunks', () => {
  const awkward: readonly (readonly [
    string,
    string,
    readonly (readonly [number, ...string[]])[],
  ])[] = [
    [
      'LF',
      'id,name\n1,a\n2,b\n',
      [
        [2, '1', 'a'],
        [3, '2', 'b'],
      ],
    ],
    [
      'CRLF',
      'id,name\r\n1,a\r\n2,b\r\n',
      [
        [2, '1', 'a'],
        [3, '2', 'b'],
      ],
    ],
    [
      'CR',
      'id,name\r1,a\r2,b\r',
      [
        [2, '1', 'a'],
        [3, '2', 'b'],
      ],
    ],
    [
      'no line end behind the last row',
      'id,name\n1,a\n2,b',
      [
        [2, '1', 'a'],
        [3, '2', 'b'],
      ],
    ],
    [
      'accents',
      'id,name\n1,Zoë 漢字 🦊\n2,é\n',
      [
        [2, '1', 'Zoë 漢字 🦊'],
        [3, '2', 'é'],
      ],
    ],
    [
      'quotes',
      'id,name\n"1","a ""b"", c"\n2,""\n',
      [
        [2, '1', 'a "b", c'],
        [3, '2', ''],
      ],
    ],
    [
      'lines in quotes',
      'id,name\n1,"a\nb\n"\n2,c\n',
      [
        [2, '1', 'a\nb\n'],
        [5, '2', 'c'],
      ],
    ],
    [
      'CRLF in quotes',
      'id,name\r\n1,"a\r\nb"\r\n2,"c"\r\n',
      [
        [2, '1', 'a\r\nb'],
        [4, '2', 'c'],
      ],
    ],
    [
      'CR in quotes',
      'id,name\n1,"a\rb"\n2,c\n',
      [
        [2, '1', 'a\rb'],
        [3, '2', 'c'],
      ],
    ],
    ['a quote at the end of the file', 'id,name\n1,"a\nb"', [[2, '1', 'a\nb']]],
    [
      'blank lines',
      'id,name\n\n1,a\n  \n,\n2,b\n\n',
      [
        [3, '1', 'a'],
        [6, '2', 'b'],
      ],
    ],
  ]

  test.each(awkward)('%s', async (_, text, rows) => {
    for (const size of SIZES) {
      const found = await read(text, {}, size)
      expect(found.rows).toEqual(rows)
      expect(found.header).toEqual(['id', 'name'])
      expect(found.reading?.countedRows).toBe(rows.length)
    }
  })

  test('two bytes a character', async () => {
    const text = '\uFEFFid,name\r\n1,Zoë 🦊\r\n'
    const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
    for (const size of SIZES) {
      const found = await read(new Uint8Array(units.buffer), { encoding: 'utf-16le' }, size)
      expect(found.header).toEqual(['id', 'name'])
      expect(found.rows).toEqual([[2, '1', 'Zoë 🦊']])
    }
  })
})

test('the size of chunks changes nothing, however a file is written', async () => {
  const piece = fc.constantFrom(
    'a',
    'é',
    '🦊',
    '1.5',
    ',',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    ' ',
    ';',
    ',"',
    '",',
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => `id,name\n${pieces.join('')}`)
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (input, size) => {
      const whole = await read(input)
      expect(await read(input, {}, size)).toEqual(whole)
    }),
    { seed: 20260131, numRuns: 2000 },
  )
})
