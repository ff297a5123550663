import { expect, test } from 'vitest'
import { changeWords } from '../../../src/ui/words/driver.ts'
import { changeLineWords } from '../../../src/ui/words/change.ts'

const number = (value: number) => ({ type: 'number', value }) as const
const line = (before: number, after: number) =>
  ({
    kind: 'factor',
    id: 'seats',
    name: 'Seats in use',
    before: number(before),
    after: number(after),
    points: -0.1,
    split: null,
  }) as unknown as Parameters<typeof changeLineWords>[0]
const pair = (before: number, after: number, shares: readonly string[] = []) => {
  const { from, to } = changeLineWords(line(before, after), new Set(shares))
  return [from, to]
}

test('a value that moved never reads as it did before', () => {
  expect(pair(0.342, 0.338, ['Seats in use'])).toEqual(['34.2\u202f%', '33.8\u202f%'])
  expect(pair(0.34, 0.24, ['Seats in use'])).toEqual(['34\u202f%', '24\u202f%'])
  expect(pair(3.47312, 3.47341)).toEqual(['3.47312', '3.47341'])
  expect(changeWords(number(0.342), number(0.338), true)).toBe('34.2\u202f% → 33.8\u202f%')
  expect(changeWords(number(1000), number(997), false)).toBe('−0.3\u202f%')
})

test('a value that stayed reads the same', () => {
  expect(pair(0.34, 0.34, ['Seats in use'])).toEqual(['34\u202f%', '34\u202f%'])
})
