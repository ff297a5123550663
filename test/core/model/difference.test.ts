import fc from 'fast-check'
import { expect, test } from 'vitest'
import type {
  Configuration,
  Factor,
  Group,
  ScoringModel,
} from '../../../src/core/model/configuration.ts'
import { configurationHash } from '../../../src/core/model/canonical.ts'
import { type Change, differenceOf } from '../../../src/core/model/difference.ts'
import { outOfOrder } from '../../../src/core/model/out-of-order.ts'
import { restoreConfiguration } from '../../../src/core/model/read/restore.ts'
import { fullConfiguration } from './full-configuration.ts'
import { mutated } from './mutate.ts'

const [model] = fullConfiguration.models as [ScoringModel]
const [usage, support] = model.groups as [Group, Group]
const bands = fullConfiguration.bands
const exceptions = model.exceptions ?? []

const withModel = (parts: Partial<ScoringModel>): Partial<Configuration> => ({
  models: [{ ...model, ...parts }],
})
const withFactors = (factors: readonly Factor[]) =>
  withModel({ groups: [{ ...usage, factors }, support] })

/** Each change as one line. */
const told = (parts: Partial<Configuration>, from = fullConfiguration) =>
  differenceOf(from, { ...from, ...parts }).map(line)
const line = ({ kind, place, things, keys, before, after }: Change) =>
  [
    `${things.map(({ id }) => id).join('/')}${keys.length > 0 ? ` ${keys.join(' ')}` : ''}`,
    kind,
    ...(kind === 'added' || kind === 'removed' ? [] : [before, after]),
    place,
  ] as const

test('a configuration is no different from itself, in whatever order its keys stand', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, item]) => [key, reversed(item)]),
    )
  }
  expect(differenceOf(fullConfiguration, reversed(fullConfiguration) as Configuration)).toEqual([])
})

test('a default that is written out is no change', () => {
  const { missing: _, ...bare } = usage.factors[0] as Factor
  const { rollup: __, ...plain } = usage
  expect(
    told(
      withModel({ groups: [{ ...plain, factors: [bare, ...usage.factors.slice(1)] }, support] }),
    ),
  ).toEqual([])
  expect(told({ flags: [] }, { ...fullConfiguration, flags: undefined! })).toEqual([])
})

test('a changed value is told with what it is about, what it was and what it is', () => {
  const [first, ...rest] = usage.factors as [Factor, ...Factor[]]
  expect(told(withFactors([{ ...first, weight: 30 }, ...rest]))).toEqual([
    ['main/usage/seat_use weight', 'changed', 60, 30, 'models[0].groups[0].factors[0].weight'],
  ])
  expect(told({ bands: [bands[0]!, { ...bands[1]!, from: 75 }] })).toEqual([
    ['green from', 'changed', 70, 75, 'bands[1].from'],
  ])
  expect(told({ name: 'Other' })).toEqual([[' name', 'changed', 'SaaS accounts', 'Other', 'name']])
})

test('a scale and an effect are one value each', () => {
  const [first, ...rest] = usage.factors as [Factor, ...Factor[]]
  const scale = { type: 'linear', from: 0.2, to: 0.8 } as const
  expect(told(withFactors([{ ...first, scale }, ...rest]))).toEqual([
    [
      'main/usage/seat_use scale',
      'changed',
      first.scale,
      scale,
      'models[0].groups[0].factors[0].scale',
    ],
  ])
  expect(
    told(
      withModel({ exceptions: [{ ...exceptions[0]!, then: { cap: 20 } }, ...exceptions.slice(1)] }),
    ),
  ).toEqual([
    ['main/overdue then', 'changed', { cap: 39 }, { cap: 20 }, 'models[0].exceptions[0].then'],
  ])
})

test('keys within keys and columns of maps are told by their way', () => {
  expect(told({ attention: { fall: { points: 5, days: 30 }, renewalDays: 90 } })).toEqual([
    [' attention fall points', 'changed', 10, 5, 'attention.fall.points'],
    [' attention staleDays', 'changed', 45, undefined, 'attention.staleDays'],
  ])
  expect(told({ types: { ...fullConfiguration.types, arr: 'number' } })).toEqual([
    [' types arr', 'changed', undefined, 'number', 'types.arr'],
  ])
})

test('what was removed is placed where it was, what was added where it is', () => {
  const fresh = { id: 'fresh', when: 'age < 5', then: { add: 1 }, reason: 'Fresh' }
  expect(told(withModel({ exceptions: [fresh, ...exceptions.slice(1)] }))).toEqual([
    ['main/overdue', 'removed', 'models[0].exceptions[0]'],
    ['main/fresh', 'added', 'models[0].exceptions[0]'],
  ])
})

test('only what left its order is told as moved', () => {
  const [a, b, c, d] = exceptions
  expect(told(withModel({ exceptions: [d!, a!, b!, c!] }))).toEqual([
    ['main/gone', 'reordered', 3, 0, 'models[0].exceptions[0]'],
  ])
})

test('a factor in another group is the same factor there, with what else changed of it', () => {
  const [moved, ...rest] = usage.factors as [Factor, ...Factor[]]
  const groups = [
    { ...usage, factors: rest },
    { ...support, factors: [...support.factors, { ...moved, weight: 10 }] },
  ]
  expect(told(withModel({ groups }))).toEqual([
    ['main/support/seat_use', 'regrouped', 'usage', 'support', 'models[0].groups[1].factors[5]'],
    ['main/support/seat_use weight', 'changed', 60, 10, 'models[0].groups[1].factors[5].weight'],
  ])
})

test('a factor of a group that went away and one of a group that came are told once', () => {
  const engagement = { ...usage, id: 'engagement' }
  expect(
    told(withModel({ groups: [engagement, support] })).map(([what, kind]) => [what, kind]),
  ).toEqual([
    ['main/usage', 'removed'],
    ['main/engagement', 'added'],
    ['main/engagement/seat_use', 'regrouped'],
    ['main/engagement/logins', 'regrouped'],
    ['main/engagement/rank', 'regrouped'],
  ])
})

test('an unknown key is compared too, and so is one named like something of JavaScript', () => {
  const odd = JSON.parse('{"__proto__": 1, "constructor": {"a": 2}}') as object
  expect(
    differenceOf(
      fullConfiguration,
      Object.assign(Object.create(null), fullConfiguration, { colour: 1 }) as Configuration,
    ).map(line),
  ).toEqual([[' colour', 'changed', undefined, 1, 'colour']])
  const withOdd = Object.fromEntries([...Object.entries(fullConfiguration), ...Object.entries(odd)])
  expect(differenceOf(fullConfiguration, withOdd as unknown as Configuration).map(line)).toEqual([
    [' __proto__', 'changed', undefined, 1, '__proto__'],
    [' constructor', 'changed', undefined, { a: 2 }, 'constructor'],
  ])
})

test('examples go by their names, and as one value where names repeat', () => {
  const [example] = fullConfiguration.examples!
  expect(told({ examples: [{ ...example!, score: 13 }] })).toEqual([
    ['Silent giant score', 'changed', 12.5, 13, 'examples[0].score'],
  ])
  expect(told({ examples: [example!, example!] }).map(([what, kind]) => [what, kind])).toEqual([
    [' examples', 'changed'],
  ])
})

test('configurations of different fingerprints differ, unless by a default alone', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(fullConfiguration), async (value) => {
      const restored = restoreConfiguration(JSON.stringify(value))
      if (!restored.ok) return
      const { configuration } = restored.value
      const changes = differenceOf(fullConfiguration, configuration)
      const same =
        (await configurationHash(configuration)) === (await configurationHash(fullConfiguration))
      if (same) expect(changes).toEqual([])
      const back = differenceOf(configuration, fullConfiguration)
      expect(back.length === 0).toBe(changes.length === 0)
      for (const change of changes) expect(change.before).not.toEqual(change.after)
    }),
    { seed: 3, numRuns: 300 },
  )
}, 20_000)

test('the fewest that had to move', () => {
  expect([...outOfOrder(['a', 'b', 'c'], ['a', 'b', 'c'])]).toEqual([])
  expect([...outOfOrder(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])]).toEqual(['a'])
  expect([...outOfOrder(['a', 'x', 'b'], ['y', 'b', 'a'])]).toHaveLength(1)
  expect([...outOfOrder([], ['a'])]).toEqual([])
})
