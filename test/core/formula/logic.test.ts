import { expect, test } from 'vitest'
import { booleans, numbers, texts, value, values } from './build.ts'

const every = [true, false, null] as const
const written = (truth: boolean | null): string => (truth === null ? 'missing' : String(truth))

// The tables of SQL, written down by hand: rows and columns are true, false, missing.
const and = [
  [true, false, null],
  [false, false, false],
  [null, false, null],
]
const or = [
  [true, true, true],
  [true, false, null],
  [true, null, null],
]

test.each(every.flatMap((x, i) => every.map((y, j) => [x, y, i, j] as const)))(
  'with %j and %j, and gives what both give, or what either gives',
  (x, y, i, j) => {
    const columns = { x: booleans(x), y: booleans(y) }
    expect(values('x and y', columns)).toEqual([and[i]![j]])
    expect(values('x or y', columns)).toEqual([or[i]![j]])
    expect(value(`${written(x)} and ${written(y)}`)).toBe(and[i]![j])
    expect(value(`${written(x)} or ${written(y)}`)).toBe(or[i]![j])
  },
)

test('not turns true and false round, and leaves missing missing', () => {
  expect(values('not x', { x: booleans(true, false, null) })).toEqual([false, true, null])
  expect(value('not missing')).toBeNull()
})

test('what is no condition is missing in a condition', () => {
  const columns = { n: numbers(1, 0), t: texts('true', 'false') }
  expect(values('n and true', columns)).toEqual([null, null])
  expect(values('not t', columns)).toEqual([null, null])
  expect(values('n or true', columns)).toEqual([true, true])
  expect(values('absent and false', columns)).toEqual([false, false])
})
