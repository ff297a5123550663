import { expect, test } from 'vitest'
import { MAX_DEPTH, MAX_LENGTH, MAX_NODES, parseFormula } from '../../../src/core/formula/parse.ts'
import { orderDerived } from '../../../src/core/formula/cycle.ts'
import { printFormula } from '../../../src/core/formula/print.ts'
import { type Scope, checkFormula } from '../../../src/core/formula/check.ts'
import { derivedOf, formula, numbers, over, snapshot, values } from './build.ts'

const problemOf = (text: string) => {
  const parsed = parseFormula(text)
  return parsed.ok ? null : parsed.problems[0]
}

test('a text that is too long is refused before it is read', () => {
  const limit = { code: 'formula-too-large', what: 'length', limit: MAX_LENGTH }
  expect(problemOf('a'.repeat(100_000))).toMatchObject(limit)
  expect(problemOf('('.repeat(10_000))).toMatchObject(limit)
  expect(problemOf(`'${'\\'.repeat(100_000)}`)).toMatchObject(limit)
  expect(problemOf(' '.repeat(MAX_LENGTH - 1) + 'a')).toBeNull()
})

test.each([
  ['parentheses', '('.repeat(3_000)],
  ['minuses', '-'.repeat(3_000)],
  ['refusals', 'not '.repeat(900)],
  ['functions', 'abs('.repeat(900)],
  ['conditions', 'if(a, 1, '.repeat(400)],
])('%s inside one another are bounded', (_, text) => {
  expect(problemOf(text)).toMatchObject({
    code: 'formula-too-large',
    what: 'depth',
    limit: MAX_DEPTH,
  })
})

test.each([
  ['sums', `a${'+a'.repeat(1_500)}`],
  ['lists', `a in [${'1,'.repeat(1_500)}1]`],
  ['arguments', `min(${'a,'.repeat(1_500)}a)`],
])('the parts of long %s are bounded', (_, text) => {
  expect(problemOf(text)).toMatchObject({
    code: 'formula-too-large',
    what: 'count',
    limit: MAX_NODES,
  })
})

test('the longest chain and the deepest nest that are let in are read, checked, printed and evaluated', () => {
  const terms = MAX_NODES / 2
  const chain = `a${' + a'.repeat(terms - 1)}`
  const nest = `${'('.repeat(MAX_DEPTH - 1)}a${')'.repeat(MAX_DEPTH - 1)}`
  const scope: Scope = { phase: 'input', columns: new Map([['a', 'number']]) }
  expect(values(chain, { a: numbers(1, null) })).toEqual([terms, null])
  expect(values(nest, { a: numbers(1) })).toEqual([1])
  expect(printFormula(formula(chain).root)).toBe(chain)
  expect(checkFormula(formula(chain), scope)).toEqual({ type: 'number', errors: [], warnings: [] })
})

test('the longest chain of derived columns that is let in is evaluated, through the past too', () => {
  const links = 333
  const chain = (link: (next: string) => string) =>
    Object.fromEntries(
      Array.from({ length: links }, (_, i) => [`d${i}`, link(i === links - 1 ? 'a' : `d${i + 1}`)]),
    )
  const sums = chain((next) => `-(${next} - 1)`)
  const falls = chain((next) => `0 - change(${next}, 1)`)
  const days = ['2026-01-01', '2026-01-02', '2026-01-03']
  const history = days.map((day, i) => snapshot(day, { a: numbers(i) }))
  expect(orderDerived(derivedOf(sums)).ok && orderDerived(derivedOf(falls)).ok).toBe(true)
  expect(over(history, 'd0', { derived: sums })).toEqual([-1])
  expect(over(history, 'd0', { derived: falls })).toEqual([null])
})

test('names that every JavaScript object knows are names like others', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
    expect(problemOf(`${name}(1)`)).toMatchObject({ code: 'unknown-function', name })
    expect(values(`coalesce(${name}, 7)`, { a: numbers(1, 2) })).toEqual([7, 7])
    expect(values(`${name} + 1`, Object.fromEntries([[name, numbers(1, 2)]]))).toEqual([2, 3])
    expect(checkFormula(formula(name), { phase: 'filter', columns: new Map() })).toMatchObject({
      type: null,
      warnings: [{ code: 'unknown-name', name }],
    })
  }
})
