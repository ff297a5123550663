import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { type Results, createEvaluator } from '../../../src/core/formula/evaluate.ts'
import type { Formula, Node } from '../../../src/core/formula/tree.ts'
import { childrenOf } from '../../../src/core/formula/tree.ts'
import type { History, Snapshot } from '../../../src/core/history/snapshot.ts'
import { toIsoDay } from '../../../src/core/table/day.ts'
import {
  type Value,
  booleans,
  dates,
  dayOf,
  derivedOf,
  names,
  numbers,
  snapshot,
  texts,
  valuesOf,
} from './build.ts'
import { type Cell, Day, evaluateRow } from './row-by-row.ts'
import { pairs, trees } from './trees.ts'

const or = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 4 })
const amount = or(0, 1, -1, 2.5, -3, 0.1, 1e6, 1e308)
const word = or('Pro', 'PRO', 'team', 'Ï', 'i\u0308', '2026-01-15', '😀', '～')
const day = or('2026-01-15', '2026-01-31', '2025-02-28', '0099-12-31')

interface Row {
  readonly a: number | null
  readonly b: number | null
  readonly t: string | null
  readonly u: string | null
  readonly d: string | null
  readonly e: string | null
  readonly f: boolean | null
  readonly g: boolean | null
}
const row: fc.Arbitrary<Row> = fc.record({
  a: amount,
  b: amount,
  t: word,
  u: word,
  d: day,
  e: day,
  f: or(true, false),
  g: or(true, false),
})
const rows = fc.array(row, { minLength: 1, maxLength: 6 })
const TYPES = new Map(
  Object.entries({
    a: 'number',
    b: 'number',
    t: 'text',
    u: 'text',
    d: 'date',
    e: 'date',
    f: 'boolean',
    g: 'boolean',
  }),
)

const columnsOf = (list: readonly Row[]) => ({
  a: numbers(...list.map((one) => one.a)),
  b: numbers(...list.map((one) => one.b)),
  t: texts(...list.map((one) => one.t)),
  u: names(...list.map((one) => one.u)),
  d: dates(...list.map((one) => one.d)),
  e: dates(...list.map((one) => one.e)),
  f: booleans(...list.map((one) => one.f)),
  g: booleans(...list.map((one) => one.g)),
})

const formulaOf = (root: Node): Formula => ({ text: '', root })
const derived = derivedOf({ twice: 'previous(a) * 2' })

function evaluate(history: History, root: Node, results?: Results): Value[] {
  return valuesOf(
    createEvaluator({ history, derived }).evaluate(formulaOf(root), history.length - 1, results),
  )
}

const seeded = { seed: 20_260_131, numRuns: 1_500 }

const usesPast = (node: Node): boolean =>
  node.kind === 'over-time' ||
  (node.kind === 'name' && node.name === 'twice') ||
  childrenOf(node).some(usesPast)

const toCell = (id: string, value: Value): Cell =>
  id === 'd' || id === 'e' ? (typeof value === 'string' ? new Day(dayOf(value)) : null) : value

const toValue = (cell: Cell): Value =>
  cell instanceof Day ? toIsoDay(toDay(cell.days)) : cell === '' ? null : cell

/** 0 and -0 are the same number. */
const settled = (value: Value): Value => (typeof value === 'number' ? value + 0 : value)

test('what is worked out column by column is what the rules give account by account', () => {
  fc.assert(
    fc.property(fc.oneof(trees, pairs), rows, (tree, list) => {
      fc.pre(!usesPast(tree))
      const today = dayOf('2026-01-31')
      const expected = list.map((one) => {
        const cells = new Map(
          Object.entries(one).map(([id, value]) => [id, toCell(id, value as Value)]),
        )
        return toValue(evaluateRow(tree, cells, TYPES, today))
      })
      const found = evaluate([snapshot('2026-01-31', columnsOf(list))], tree)
      expect(found.map(settled)).toEqual(expected.map(settled))
    }),
    seeded,
  )
})

const past = fc.array(rows, { minLength: 1, maxLength: 4 })

/** Snapshots every 20 days; accounts are numbered through `numbering`, in ascending order as always. */
function historyOf(
  lists: readonly (readonly Row[])[],
  numbering = (account: number) => account,
): Snapshot[] {
  return lists.map((list, i) => {
    const accounts = list.map((_, account) => numbering(account + (i % 2)))
    const order = accounts.map((_, at) => at).sort((x, y) => accounts[x]! - accounts[y]!)
    return snapshot(
      toIsoDay(toDay(dayOf('2026-01-31') + 20 * (i - lists.length))),
      columnsOf(order.map((at) => list[at]!)),
      order.map((at) => accounts[at]!),
    )
  })
}

function resultsFor(history: History): Results {
  const some = (at: number) =>
    numbers(
      ...Array.from(history[at]!.accounts, (account) => (account % 3 === 0 ? null : account * 7.1)),
    )
  const newest = history.length - 1
  return {
    score: some(newest),
    raw: some(newest),
    band: texts(
      ...Array.from(history[newest]!.accounts, (account) => (account % 3 === 0 ? null : 'red')),
    ),
    coverage: some(newest),
    model: texts(...Array.from(history[newest]!.accounts, () => 'main')),
    overridden: booleans(...Array.from(history[newest]!.accounts, () => false)),
    factor: (id) => (id === 'x' ? some(newest) : null),
    group: () => null,
    hasFlag: (id) =>
      id === 'x' ? booleans(...Array.from(history[newest]!.accounts, () => null)) : null,
    scoreAt: some,
    bandAt: (at) => texts(...Array.from(history[at]!.accounts, () => 'red')),
  }
}

test('whatever can be read can be evaluated: every account gets a value of one type, or is missing', () => {
  fc.assert(
    fc.property(trees, past, fc.boolean(), (tree, lists, isScored) => {
      const history = historyOf(lists)
      const found = evaluate(history, tree, isScored ? resultsFor(history) : undefined)
      expect(found).toHaveLength(lists.at(-1)!.length)
      expect(found.every((value) => typeof value !== 'number' || Number.isFinite(value))).toBe(true)
    }),
    seeded,
  )
})

test('the order of the accounts makes no difference', () => {
  fc.assert(
    fc.property(trees, past, (tree, lists) => {
      const forwards = historyOf(lists)
      const backwards = historyOf(lists, (account) => 10 - account)
      expect(evaluate(backwards, tree).reverse()).toEqual(evaluate(forwards, tree))
    }),
    seeded,
  )
})

test('an expression is worth the same under a name of its own', () => {
  fc.assert(
    fc.property(trees, past, (tree, lists) => {
      const history = historyOf(lists)
      const named = createEvaluator({
        history,
        derived: new Map([...derived, ['own', formulaOf(tree)]]),
      })
      const column = named.column('own', history.length - 1)
      expect(column && valuesOf(column)).toEqual(evaluate(history, tree))
    }),
    seeded,
  )
})
