import { expect, test } from 'vitest'
import { failure, success, type Result } from '../../src/core/problem.ts'
import { Newest } from '../../src/state/newest.svelte.ts'

/** Questions that are answered when the test says so. */
function slowly() {
  const asked: string[] = []
  const answers: ((result: Result<string>) => void)[] = []
  const newest = new Newest<string, string>((question) => {
    asked.push(question)
    return new Promise((resolve) => answers.push(resolve))
  })
  return { newest, asked, answers }
}

test('while one question is on its way, only the newest of those that follow is asked', async () => {
  const { newest, asked, answers } = slowly()
  const done = newest.ask('1')
  for (const question of ['2', '3', '4', '5']) void newest.ask(question)
  expect(asked).toEqual(['1'])
  answers[0]!(success('one'))
  await expect.poll(() => asked).toEqual(['1', '5'])
  expect(newest.value).toBe('one')
  answers[1]!(success('five'))
  await done
  expect([newest.value, asked]).toEqual(['five', ['1', '5']])
})

test('a question without an answer leaves the last one standing, and says why', async () => {
  const { newest, answers } = slowly()
  const first = newest.ask('1')
  answers[0]!(success('one'))
  await first
  const second = newest.ask('2')
  answers[1]!(failure({ code: 'no-workspace' }))
  await second
  expect([newest.value, newest.problems]).toEqual(['one', [{ code: 'no-workspace' }]])
})
