import { describe, expect, test } from 'vitest'
import { MAX_COLUMNS, MAX_ROW_CHARACTERS } from '../../src/core/file/dialect.ts'
import { readCsv } from '../../workers/read-csv.ts'
import { collector, plain, problemOf, read, SIZES, utf8 } from './read-text.ts'

describe('what is wrong with a file', () => {
  test('rows that a stray quote swallowed by the rules are told with their first line', async () => {
    const { reading } = await read('id,name,arr\n1,"Acme,5\n2,Globex,6\n3,Initech",7\n4,Hooli,8\n')
    expect(reading).toMatchObject({
      rows: 2,
      countedRows: 2,
      problems: [{ code: 'swallowed-lines', line: 2, lines: 2 }],
    })
  })

  test('they are told behind a quote that broke the rules, too', async () => {
    const text = 'id,a,b\n0,"x,1\n1,"Acme,5\n2,Globex,6\n3,Initech",7\n4,Hooli,8\n'
    for (const size of SIZES) {
      const { reading } = await read(text, {}, size)
      expect(reading?.problems.map(({ code, line }) => [code, line])).toEqual([
        ['stray-quote', 2],
        ['swallowed-lines', 3],
      ])
    }
  })

  test('a second try, in which no cell goes over its line, gives those rows back', async () => {
    const text = 'id,name,arr\n1,"Acme,5\n2,Globex,6\n3,Initech",7\n4,Hooli,8\n'
    for (const size of SIZES) {
      const { rows, reading } = await read(text, { oneLine: true }, size)
      expect(rows).toEqual([
        [2, '1', '"Acme', '5'],
        [3, '2', 'Globex', '6'],
        [4, '3', 'Initech"', '7'],
        [5, '4', 'Hooli', '8'],
      ])
      expect(reading).toMatchObject({
        countedRows: 4,
        problems: [{ code: 'stray-quote', line: 2 }],
      })
    }
  })

  test.each([
    ['a quote that breaks the rules', 'id,name,arr\n1,"Acme,5\n2,"Globex",6\n3,Hooli,8\n'],
    ['a quote that is never closed', 'id,name,arr\n1,"Acme,5\n2,Globex,6\n3,Hooli,8\n'],
    [
      'one quote too many at the end of a cell',
      'id,name,arr\n1,"Acme"",5\n2,"Globex",6\n3,Hooli,8',
    ],
  ])('%s swallows no row, and its line is told', async (_, text) => {
    for (const size of SIZES) {
      const { rows, reading } = await read(text, {}, size)
      expect(rows.map(([line, id, , arr]) => [line, id, arr])).toEqual([
        [2, '1', '5'],
        [3, '2', '6'],
        [4, '3', '8'],
      ])
      expect(reading).toMatchObject({
        countedRows: 3,
        problems: [{ code: 'stray-quote', line: 2 }],
      })
    }
  })

  test.each([
    ['quotes within quotes', 'id,note,arr\n1,"He said "hello" to us",5\n', 'He said "hello" to us'],
    ['a note of several lines with quotes in it', 'id,arr,note\n1,5,"a "b" c\nd"\n2,6,e\n', '5'],
    ['a quote in the middle of a cell', 'id,note,arr\n1,5" pipe,5\n', '5" pipe'],
    ['white space around quotes', 'id,note,arr\n1, "a, b" ,5\n', 'a, b'],
  ])('%s are read as they are meant', async (_, text, second) => {
    const { rows, reading } = await read(text)
    expect([rows[0]?.[2], rows[0]?.length, reading?.problems]).toEqual([second, 4, []])
  })

  test.each([
    ['in a row', [...utf8('id,name\n1,a\n2,Zo'), 0xeb, ...utf8('\n3,b\n')], 3],
    ['at the end', [...utf8('id,name\n1,a\n2,Zo'), 0xc3], 3],
    ['in the names', [...utf8('id,na'), 0xff, ...utf8('me\n1,a\n2,b\n')], 1],
  ])(
    'bytes %s that are no characters are kept as such, and told with their line',
    async (_, bytes, line) => {
      for (const size of SIZES) {
        const { reading } = await read(Uint8Array.from(bytes), {}, size)
        expect(reading).toMatchObject({
          problems: [{ code: 'unreadable-characters', line, count: 1 }],
        })
      }
    },
  )

  test('an encoding that the platform does not know is refused', async () => {
    expect(await problemOf('id\n1\n', { encoding: 'ebcdic' })).toEqual([
      { code: 'undecodable', encoding: 'ebcdic' },
    ])
  })

  test('a file of one endless line ends early, and is not held', async () => {
    const piece = utf8('x'.repeat(1_000_000))
    let pieces = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (++pieces > 200) controller.close()
        else controller.enqueue(piece)
      },
    })
    expect(await readCsv(endless, plain, collector().sink)).toEqual({
      ok: false,
      problems: [{ code: 'line-too-long', line: 1, limit: MAX_ROW_CHARACTERS }],
    })
    expect(pieces).toBeLessThan(10)
  })

  test('an endless row behind good ones is told with its line', async () => {
    const text = `id\n1\n${'x'.repeat(MAX_ROW_CHARACTERS + 70_000)}`
    expect(await problemOf(text)).toEqual([
      { code: 'line-too-long', line: 3, limit: MAX_ROW_CHARACTERS },
    ])
  })

  test('an endless quoted cell is read line by line, and its quote told', async () => {
    const lines = MAX_ROW_CHARACTERS / 2 + 70_000
    const { reading } = await read(`id\n1\n"${'x\n'.repeat(lines)}`)
    expect(reading).toMatchObject({
      rows: lines + 1,
      countedRows: lines + 1,
      problems: [{ code: 'stray-quote', line: 3 }],
    })
  })

  test.each([
    ['as they are', 'id,name,mrr'],
    ['with some more', 'id,name,mrr,note'],
    ['with some less', 'id,name'],
  ])('names that come again %s are no row, and told', async (_, names) => {
    const { rows, reading } = await read(`id,name,mrr\n1,Acme,20\n${names}\n2,Beta,30\n`)
    expect(rows.map(([line]) => line)).toEqual([2, 4])
    expect(reading).toMatchObject({
      countedRows: 2,
      problems: [{ code: 'left-out', line: 3, part: 'names', text: names.replaceAll(',', ' | ') }],
    })
  })

  test.each([
    ['fits its line', '"he said "yes", and\nleft"'],
    ['goes on twice', '"he said "yes", and\nleft\nsoon"'],
  ])(
    'a comma behind a quote within a cell of several lines that %s parts nothing',
    async (_, note) => {
      for (const size of SIZES) {
        const { rows, reading } = await read(`id,note,mrr\n1,${note},20\n2,"ok",30\n`, {}, size)
        expect(rows).toEqual([
          [2, '1', note.slice(1, -1), '20'],
          [note.split('\n').length + 2, '2', 'ok', '30'],
        ])
        expect(reading).toMatchObject({
          countedRows: 2,
          problems: [{ code: 'stray-quote', line: 2 }],
        })
      }
    },
  )

  test('a single column may hold its name', async () => {
    const { rows } = await read('name\nAcme\nname\n')
    expect(rows).toHaveLength(2)
  })

  test('too many columns are refused', async () => {
    const found = MAX_COLUMNS + 1
    expect(await problemOf(`${'a,'.repeat(MAX_COLUMNS)}a\n`)).toEqual([
      { code: 'too-many-columns', found, limit: MAX_COLUMNS },
    ])
  })

  test.each([
    ['nothing', ''],
    ['blank lines', '\n\n'],
  ])('a file of %s has no rows', async (_, text) => {
    expect(await problemOf(text)).toEqual([{ code: 'no-rows' }])
  })

  test('a header alone is a table without rows', async () => {
    const { header, reading } = await read('id,name\n')
    expect([header, reading?.rows]).toEqual([['id', 'name'], 0])
  })
})

describe('stopping', () => {
  test('an aborted reading ends with an AbortError and lets the stream go', async () => {
    const stop = new AbortController()
    let isCancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(utf8('1\n'))
      },
      cancel() {
        isCancelled = true
      },
    })
    const reading = readCsv(endless, plain, collector().sink, {
      signal: stop.signal,
      onProgress: (bytes) => bytes > 100 && stop.abort(),
    })
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    expect(isCancelled).toBe(true)
  })

  test('a reading that is aborted before it begins reads nothing', async () => {
    const reading = readCsv(new Blob(['id\n1\n']), plain, collector().sink, {
      signal: AbortSignal.abort(),
    })
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })
})
