import { expect, test } from 'vitest'
import { failure, success, type Result } from '../../src/core/problem.ts'
import { Answer } from '../../src/state/answer.svelte.ts'
import { RowPages } from '../../src/state/row-pages.svelte.ts'

function later<T>() {
  let give: (value: Result<T>) => void = () => {}
  const promise = new Promise<Result<T>>((done) => (give = done))
  return { promise, give }
}

test('an answer that comes late is dropped', async () => {
  const answer = new Answer<string>()
  const [first, second] = [later<string>(), later<string>()]
  const asked = [answer.ask(() => first.promise), answer.ask(() => second.promise)]
  second.give(success('second'))
  first.give(success('first'))
  expect(await Promise.all(asked)).toEqual([null, 'second'])
  expect(answer.value).toBe('second')
})

test('the old answer stays while a new one is on its way', async () => {
  const answer = new Answer<string>()
  await answer.ask(() => Promise.resolve(success('old')))
  void answer.ask(() => later<string>().promise)
  expect(answer.state).toEqual({ phase: 'ready', value: 'old' })
})

test('what went wrong takes the place of the answer', async () => {
  const answer = new Answer<string>()
  await answer.ask(() => Promise.resolve(failure({ code: 'storage-full' } as const)))
  expect(answer.state).toEqual({ phase: 'failed', problems: [{ code: 'storage-full' }] })
})

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)

test('a long list is read by pages of 200 rows, each once', async () => {
  const asked: [number, number][] = []
  const rows = new RowPages<number>((from, count) => {
    asked.push([from, count])
    return Promise.resolve(numbers(from, count))
  })
  rows.reset(numbers(0, 200))
  await rows.need(190, 410)
  await rows.need(200, 400)
  expect(asked).toEqual([
    [200, 200],
    [400, 200],
  ])
  expect([rows.at(0), rows.at(399), rows.at(400), rows.at(5000)]).toEqual([0, 399, 400, null])
})

test('rows of an older question are not mixed into a newer one', async () => {
  let give: (rows: readonly string[]) => void = () => {}
  const rows = new RowPages<string>(() => new Promise((done) => (give = done)))
  rows.reset(['old'])
  const reading = rows.need(200, 201)
  rows.reset(['new'])
  give(['late'])
  await reading
  expect([rows.at(0), rows.at(200)]).toEqual(['new', null])
})

test('rows that could not be read are asked for again', async () => {
  let answers = 0
  const rows = new RowPages<string>(() => Promise.resolve(answers++ === 0 ? null : ['there']))
  rows.reset([])
  await rows.need(200, 201)
  await rows.need(200, 201)
  expect(rows.at(200)).toBe('there')
})
