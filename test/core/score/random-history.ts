import fc from 'fast-check'
import type { History } from '../../../src/core/history/snapshot.ts'
import type {
  Configuration,
  Exception,
  Factor,
  Group,
  MissingPolicy,
  Scale,
  ScoringModel,
} from '../../../src/core/model/configuration.ts'
import { toIsoDay } from '../../../src/core/table/day.ts'
import { toDay } from '../../../src/core/brand.ts'
import { dayOf } from '../formula/build.ts'
import { configurationOf, numbers, snapshot, texts } from './build.ts'

const COLUMNS = ['a', 'b', 'c', 'd']
const PLANS = ['Free', 'Pro', 'pro', null]

const better = fc.constantFrom('higher' as const, 'lower' as const)

const scale: fc.Arbitrary<Scale> = fc.oneof(
  fc.constantFrom<Scale>(
    { type: 'linear', from: 0, to: 100 },
    { type: 'linear', from: 60, to: 20 },
    { type: 'steps', at: [20, 50, 80], scores: [0, 30, 75, 100] },
    { type: 'decay', halfLife: 40 },
    { type: 'target', zeroBelow: 10, fullFrom: 40, fullTo: 60, zeroAbove: 90 },
  ),
  fc.record({
    type: fc.constant('percentile' as const),
    better,
    top: fc.constantFrom(0, 0.1, 0.5),
  }),
  fc.record({
    type: fc.constant('percentile' as const),
    better,
    top: fc.constantFrom(0, 0.1),
    within: fc.constant('plan'),
  }),
  fc.record({
    type: fc.constant('quantiles' as const),
    better,
    low: fc.constantFrom(0, 0.1),
    high: fc.constantFrom(0.9, 1),
  }),
)

const weight = fc.constantFrom(0, 1, 1, 2, 2.5, 60)

const missing: fc.Arbitrary<MissingPolicy> = fc.constantFrom<MissingPolicy>(
  'exclude',
  'exclude',
  { score: 35 },
  { carry: 40 },
)

const factor = (id: string): fc.Arbitrary<Factor> =>
  fc.record({
    id: fc.constant(id),
    input: fc.constantFrom(...COLUMNS, 'a + b'),
    weight,
    scale,
    missing,
  })

/** Models are valid only where something weighs something. */
const weighing = <T extends { readonly weight: number }>(list: T[]): T[] =>
  list.some((one) => one.weight > 0)
    ? list
    : list.map((one, i) => (i === 0 ? { ...one, weight: 1 } : one))

const group = (id: string): fc.Arbitrary<Group> =>
  fc.record({
    id: fc.constant(id),
    weight,
    rollup: fc.constantFrom(
      'mean' as const,
      'mean' as const,
      'lowest' as const,
      'highest' as const,
    ),
    factors: fc
      .subarray(['f0', 'f1', 'f2'], { minLength: 1 })
      .chain((ids) => fc.tuple(...ids.map((one) => factor(`${id}_${one}`))))
      .map(weighing),
  })

const exceptions: fc.Arbitrary<readonly Exception[]> = fc.subarray<Exception>([
  { id: 'cap', when: 'a > 70', then: { cap: 45.55 }, reason: 'Cap' },
  { id: 'add', when: 'b > 30', then: { add: -7.35 }, reason: 'Add' },
  { id: 'floor', when: "plan == 'pro'", then: { floor: 20 }, reason: 'Floor' },
])

/** Mostly all: the first model that applies takes an account. */
const appliesTo = fc.constantFrom(
  {},
  {},
  {},
  ...["plan == 'pro'", 'd > 40', 'a < 90'].map((appliesTo) => ({ appliesTo })),
)

const model = (id: string): fc.Arbitrary<ScoringModel> =>
  fc
    .record({
      minCoverage: fc.constantFrom(0, 0, 0.3),
      groups: fc
        .subarray(['g', 'h', 'i'], { minLength: 1 })
        .chain((ids) => fc.tuple(...ids.map(group)))
        .map(weighing),
      exceptions,
      appliesTo,
    })
    .map(({ appliesTo, ...parts }) => ({ id, ...parts, ...appliesTo }))

/** Models, groups, factors and exceptions differ from one to the next. */
export const configuration: fc.Arbitrary<Configuration> = fc
  .record({
    models: fc
      .constantFrom(['main'], ['main', 'other'], ['other', 'main'])
      .chain((ids) => fc.tuple(...ids.map(model))),
    include: fc.constantFrom(undefined, undefined, 'd < 90'),
  })
  .map(({ models, include }) =>
    configurationOf(models, {
      account: include === undefined ? { key: 'id' } : { key: 'id', include },
    }),
  )

const value = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true })),
  {
    freq: 5,
  },
)

const FIRST = dayOf('2025-10-31')

/** Three snapshots, 30 days apart, in which accounts and columns come and go. */
export const history: fc.Arbitrary<History> = fc
  .array(
    fc
      .record({
        accounts: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 5 }),
        columns: fc.subarray(COLUMNS, { minLength: 3 }),
      })
      .chain(({ accounts, columns }) =>
        fc.record({
          accounts: fc.constant(accounts),
          columns: fc.constant(columns),
          rows: fc.array(
            fc.record({
              values: fc.tuple(value, value, value, value),
              plan: fc.constantFrom(...PLANS),
            }),
            {
              minLength: accounts.length,
              maxLength: accounts.length,
            },
          ),
        }),
      ),
    { minLength: 3, maxLength: 3 },
  )
  .map((days) =>
    days.map(({ accounts, columns, rows }, i) =>
      snapshot(
        toIsoDay(toDay(FIRST + 30 * i)),
        {
          plan: texts(...rows.map(({ plan }) => plan)),
          ...Object.fromEntries(
            columns.map((id) => [
              id,
              numbers(...rows.map(({ values }) => values[COLUMNS.indexOf(id)] ?? null)),
            ]),
          ),
        },
        accounts,
      ),
    ),
  )
