import { describe, expect, test } from 'vitest'
import { MAX_COLUMNS, MAX_ROW_CHARACTERS } from '../../src/core/file/dialect.ts'
import { readCsv } from '../../workers/read-csv.ts'
import { collector, plain, problemOf, read, SIZES, utf8 } from './read-text.ts'

describe('what is wrong with a file', () => {
  test('rows that a stray quote swallowed are told with their first line', async () => {
    const { reading } = await read('id,name,arr\n1,"Acme,5\n2,Globex,6\n3,"Initech",7\n4,Hooli,8\n')
    expect(reading).toMatchObject({
      rows: 2,
      problems: [{ code: 'swallowed-lines', line: 2, lines: 2 }],
    })
  })

  test('a quote that is never closed is told with its line', async () => {
    const text = 'id,name\n1,a\n2,"b\n3,c\n'
    expect(await problemOf(text)).toEqual([{ code: 'unterminated-quote', line: 3 }])
  })

  test.each([
    ['utf-8', [...utf8('id,name\n1,Zo'), 0xeb, 0x0a], 13],
    ['utf-8', [...utf8('id,name\n1,Zoë'), 0xc3], 15],
    ['utf-8', [...utf8('id,name\n1,Zoë'), 0xff, 0x0a], 14],
  ])(
    'bytes that are no %s are told with the place where the reading ends',
    async (encoding, bytes, at) => {
      for (const size of SIZES) {
        const { result } = await read(Uint8Array.from(bytes), { encoding }, size)
        expect(result).toEqual({ ok: false, problems: [{ code: 'undecodable', encoding, at }] })
      }
    },
  )

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

  test('an endless quoted cell is told with the line of its quote', async () => {
    const text = `id\n1\n"${'x\n'.repeat(MAX_ROW_CHARACTERS / 2 + 70_000)}`
    expect(await problemOf(text)).toEqual([{ code: 'unterminated-quote', line: 3 }])
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
