import { expect, test } from 'vitest'
import type { Configuration, Example } from '../../../src/core/model/configuration.ts'
import { differingExamples } from '../../../src/core/score/examples.ts'
import { asItIs, configurationOf, factorOf, groupOf, modelOf } from './build.ts'

const example = (values: Example['values'], parts: Partial<Example> = {}): Example => ({
  name: 'Case',
  values,
  ...parts,
})
const say = (configuration: Configuration, ...examples: readonly Example[]) =>
  differingExamples({ ...configuration, examples }).map((problem) =>
    problem.code === 'example-differs'
      ? [problem.place, problem.expected, problem.found]
      : [problem.code],
  )

const simple = configurationOf([modelOf([groupOf([factorOf('a'), factorOf('b')])])])

test('an example that gives what it says is no news', () => {
  expect(say(simple, example({ a: 80, b: 61 }, { score: 70.5, band: 'green' }))).toEqual([])
  expect(say(simple, example({ a: 80, b: null }, { score: 80 }))).toEqual([])
  expect(say(simple, example({}, { score: null, band: null }))).toEqual([])
  expect(say(simple, example({ a: 1 }))).toEqual([])
  expect(differingExamples(simple)).toEqual([])
})

test('one that differs is a warning with what it says and what it gives', () => {
  expect(differingExamples({ ...simple, examples: [example({ a: 20 }, { score: 30 })] })).toEqual([
    {
      code: 'example-differs',
      place: 'examples[0].score',
      severity: 'warning',
      example: 'Case',
      expected: '30',
      found: '20',
    },
  ])
  expect(
    say(
      simple,
      example({ a: 20 }, { score: null, band: 'green' }),
      example({}, { score: 0, band: null }),
    ),
  ).toEqual([
    ['examples[0].score', 'not scored', '20'],
    ['examples[0].band', 'green', 'red'],
    ['examples[1].score', '0', 'not scored'],
  ])
})

test('examples do not see each other: a rank without reference is 50, with one it is a rank', () => {
  const percentile = { type: 'percentile', better: 'higher', top: 0 } as const
  const ranked = (scale: object) =>
    configurationOf([modelOf([groupOf([factorOf('a', { scale: scale as typeof percentile })])])])
  const reference = Array.from({ length: 101 }, (_, i) => i)
  const three = [1, 20, 3].map((a) => example({ a }, { score: 50 }))
  expect(say(ranked(percentile), ...three)).toEqual([])
  const quantiles = { type: 'quantiles', low: 0.1, high: 0.9, better: 'lower' }
  expect(say(ranked(quantiles), ...three)).toEqual([])
  expect(say(ranked({ ...percentile, reference }), example({ a: 20 }, { score: 20 }))).toEqual([])
})

test('the model that is named scores it, whomever it applies to; else the first that applies', () => {
  const models = [
    modelOf([groupOf([factorOf('a')])], { id: 'first', appliesTo: "plan == 'Pro'" }),
    modelOf([groupOf([factorOf('b')])], { id: 'second' }),
  ]
  const configuration = configurationOf(models, {
    account: { key: 'id', include: "type == 'Customer'" },
  })
  expect(
    say(
      configuration,
      example({ a: 10, b: 90 }, { model: 'first', score: 10 }),
      example({ a: 10, b: 90 }, { score: 90 }),
      example({ a: 10, b: 90, plan: 'pro' }, { score: 10 }),
      example({ a: 10, b: 90, plan: 'pro' }, { model: 'second', score: 90 }),
    ),
  ).toEqual([])
})

test('values are of the types that are said or known; one of another type is missing', () => {
  const byDate = configurationOf([
    modelOf([groupOf([factorOf('x', { input: "if(renewal < '2026-06-01', 10, 90)" })])]),
  ])
  const dated = { ...byDate, types: { renewal: 'date' as const } }
  expect(say(dated, example({ renewal: '2026-01-31' }, { score: 10 }))).toEqual([])
  const examples = [example({ a: '12' }, { score: null }), example({ a: 12 }, { score: 12 })]
  const known = new Map([['a', 'number' as const]])
  expect(differingExamples({ ...simple, examples }, known)).toEqual([])
})

test('an example has neither a day nor a past', () => {
  const inputs = ['days_since(d)', 'previous(a)', 'change(a, 30)', 'average(a, 30)']
  for (const input of inputs) {
    const configuration = configurationOf(
      [modelOf([groupOf([factorOf('x', { input, missing: { carry: 30 } })])])],
      { types: { d: 'date' } },
    )
    expect(say(configuration, example({ a: 5, d: '2026-01-01' }, { score: null }))).toEqual([])
  }
})

test('exceptions count, and derived columns are computed even where a value is given', () => {
  const configuration = configurationOf(
    [
      modelOf([groupOf([factorOf('double')])], {
        exceptions: [{ id: 'cap', when: 'a > 30', then: { cap: 39 }, reason: 'Cap' }],
      }),
    ],
    { derived: [{ id: 'double', expression: 'a * 2' }] },
  )
  expect(
    say(
      configuration,
      example({ a: 10 }, { score: 20 }),
      example({ a: 31 }, { score: 39 }),
      example({ a: 10, double: 5 }, { score: 20 }),
    ),
  ).toEqual([])
})

test('a column may have any name', () => {
  const values = JSON.parse('{"a": 5, "__proto__": 3, "constructor": 4}') as Example['values']
  expect(say(simple, example(values, { score: 5 }))).toEqual([])
})

test('as many as a file may have are run at once', () => {
  const factors = Array.from({ length: 200 }, (_, i) => factorOf(`f${i}`, { scale: asItIs }))
  const models = Array.from({ length: 5 }, (_, m) => modelOf([groupOf(factors)], { id: `m${m}` }))
  const examples = Array.from({ length: 500 }, (_, i) =>
    example({ f0: i % 100, f199: 50 }, { model: `m${i % 5}`, score: -1 }),
  )
  const start = performance.now()
  expect(differingExamples({ ...configurationOf(models), examples })).toHaveLength(200)
  expect(performance.now() - start).toBeLessThan(1_000)
})
