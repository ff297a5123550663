import { expect, test } from 'vitest'
import { restoreConfiguration } from '../../../../src/core/model/read/restore.ts'
import { configurationOf, factorOf, groupOf, modelOf, toText } from '../build.ts'

const problemsOf = (text: string) => {
  const result = restoreConfiguration(text)
  return result.ok ? [] : result.problems
}
const tooLarge = (what: string, limit: number, found: number, place = '') => [
  { place, severity: 'error', code: 'too-large', what, limit, found },
]

test.each([
  ['nothing', '', 'expected a value, found the end of the file', 0],
  ['white space alone', ' \n', 'expected a value, found the end of the file', 2],
  ['a word', 'hale', 'expected a value, found h', 0],
  ['an open object', '{', 'expected a key in quotes or }, found the end of the file', 1],
  ['a key without quotes', '{a: 1}', 'expected a key in quotes or }, found a', 1],
  ['a trailing comma', '{"a": 1,}', 'expected a key in quotes, found }', 8],
  ['a trailing comma in a list', '[1,]', 'expected a value, found ]', 3],
  ['a missing comma', '{"a": 1 "b": 2}', 'expected a comma or }, found "', 8],
  ['a missing colon', '{"a" 1}', 'expected :, found 1', 5],
  ['the wrong bracket', '[1}', 'expected a comma or ], found }', 2],
  ['a text that does not end', '["a', 'expected the closing quote, found the end of the file', 3],
  [
    'a line break in a text',
    '["a\n"]',
    'expected the closing quote, or \\n for a line break, found \n',
    3,
  ],
  ['an unknown escape', '["\\x"]', 'expected an escape such as \\n or \\u00e9, found x', 3],
  ['something behind the end', '{} {}', 'expected nothing more, found {', 3],
  ['a number with a leading zero', '[01]', 'expected a comma or ], found 1', 2],
  ['NaN', '[NaN]', 'expected a value or ], found N', 1],
  ['a comment', '{} // x', 'expected nothing more, found /', 3],
])('%s is no JSON, and the character at fault is told', (_, text, message, at) => {
  expect(problemsOf(text)).toEqual([
    { place: '', severity: 'error', code: 'not-json', message, at },
  ])
})

test('a byte order mark in front is no part of the file', () => {
  expect(restoreConfiguration(`\uFEFF${toText(configurationOf())}`).ok).toBe(true)
})

test('what the standard allows is read as JSON.parse reads it', () => {
  const odd = ' {"a\\u00e9\\n" : [ -0.5e-3 , true,false,\tnull,"",{ } ,[ ]]}\r\n'
  expect(problemsOf(odd)).toEqual([{ place: '', severity: 'error', code: 'not-a-configuration' }])
})

test('a file beyond 2 MB is refused unread', () => {
  expect(problemsOf(' '.repeat(3_000_000))).toEqual(tooLarge('bytes', 2_000_000, 3_000_000))
})

test('bytes are counted, not characters', () => {
  expect(problemsOf(`"${'€'.repeat(700_000)}"`)).toEqual(tooLarge('bytes', 2_000_000, 2_100_002))
})

test('brackets within brackets end at a depth', () => {
  expect(problemsOf('['.repeat(10_000))).toEqual(tooLarge('depth', 32, 33))
})

test('values are counted wherever they stand', () => {
  expect(problemsOf(`[${'1,'.repeat(900_000)}1]`)).toEqual(tooLarge('count', 200_000, 200_001))
})

test('a number beyond all numbers is refused where it stands, in keys that are not known too', () => {
  const text = toText(configurationOf({ extra: { deep: ['HERE'] } })).replace('"HERE"', '1e999')
  expect(problemsOf(text)[0]).toEqual({
    place: 'extra.deep[0]',
    severity: 'error',
    code: 'wrong-value',
    expected: 'a finite number',
    found: 'Infinity',
  })
  const weight = toText(configurationOf()).replace('"weight":1', '"weight":1e999')
  expect(problemsOf(weight)[0]).toMatchObject({
    place: 'models[0].groups[0].weight',
    found: 'Infinity',
  })
})

test('keys named like the workings of objects are kept as keys, and nothing is inherited from them', () => {
  const text = toText(configurationOf()).replace(
    '{',
    '{"__proto__":{"polluted":1},"constructor":1,',
  )
  const result = restoreConfiguration(text)
  expect(result.ok && result.value.warnings.map((warning) => warning.place)).toEqual([
    '__proto__',
    'constructor',
  ])
  expect(result.ok && Object.keys(result.value.configuration).slice(0, 2)).toEqual([
    '__proto__',
    'constructor',
  ])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test.each([
  ['models', 251, 250, { models: Array.from({ length: 251 }, (_, i) => modelOf({ id: `m${i}` })) }],
  ['flags', 501, 500, { flags: Array.from({ length: 501 }, (_, i) => ({ id: `f${i}` })) }],
  ['bands', 21, 20, { bands: Array.from({ length: 21 }, (_, i) => ({ id: `b${i}`, from: i })) }],
])('more %s than there may be are one problem', (place, found, limit, parts) => {
  expect(problemsOf(toText(configurationOf(parts)))).toEqual(tooLarge('count', limit, found, place))
})

test('the factors of all models together are bounded', () => {
  const factors = Array.from({ length: 200 }, (_, i) => factorOf({ id: `f${i}` }))
  const models = Array.from({ length: 6 }, (_, i) =>
    modelOf({ id: `m${i}`, groups: [groupOf({ factors })] }),
  )
  expect(problemsOf(toText(configurationOf({ models })))).toEqual(
    tooLarge('count', 1_000, 1_200, 'models'),
  )
})

test('a long text is refused by its length', () => {
  expect(problemsOf(toText(configurationOf({ name: 'x'.repeat(20_001) })))).toEqual(
    tooLarge('length', 20_000, 20_001, 'name'),
  )
})

test('a file that is wrong throughout is answered within a second, with as many problems as can be read', () => {
  const wrong = Array.from({ length: 9_000 }, (_, i) => ({ [`key${i}`]: 'x', id: 'A B' }))
  const text = toText(
    configurationOf({
      models: [modelOf({ groups: [groupOf({ factors: wrong.slice(0, 200) })] })],
      other: wrong,
    }),
  )
  const start = performance.now()
  const problems = problemsOf(text)
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(200)
})
