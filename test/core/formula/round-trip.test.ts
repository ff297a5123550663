import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_LENGTH, parseFormula } from '../../../src/core/formula/parse.ts'
import { printFormula } from '../../../src/core/formula/print.ts'
import { type Node, childrenOf } from '../../../src/core/formula/tree.ts'
import { formula } from './build.ts'
import { shapeOf, trees } from './trees.ts'

const seeded = { seed: 20_260_131 }

test('a tree that is printed and read again is the same tree', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const text = printFormula(tree)
      fc.pre(text.length <= MAX_LENGTH)
      expect(shapeOf(formula(text).root)).toEqual(shapeOf(tree))
    }),
    { ...seeded, numRuns: 500 },
  )
})

test('what is printed is printed the same again', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const text = printFormula(tree)
      fc.pre(text.length <= MAX_LENGTH)
      expect(printFormula(formula(text).root)).toBe(text)
    }),
    seeded,
  )
})

test('a node lies within the one above it, and its text alone reads as the same node', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const text = printFormula(tree)
      fc.pre(text.length <= MAX_LENGTH)
      expectNested(formula(text).root, text)
    }),
    seeded,
  )
})

function expectNested(node: Node, text: string): void {
  expect(shapeOf(formula(text.slice(node.from, node.to)).root)).toEqual(shapeOf(node))
  for (const child of childrenOf(node)) {
    expect(child.from).toBeGreaterThanOrEqual(node.from)
    expect(child.to).toBeLessThanOrEqual(node.to)
    expectNested(child, text)
  }
}

test('any text is read or refused with a place in it', () => {
  const words = fc.constantFrom(
    ..."and or not in missing a min( ( ) [ ] , 1 'x' < == - + % ' \" \\ = é".split(' '),
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseFormula(text)
      for (const { from, to } of parsed.ok ? [parsed.value.root] : parsed.problems) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(to).toBeLessThanOrEqual(text.length)
      }
    }),
    { ...seeded, numRuns: 1000 },
  )
})
