import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFormula, type Phase } from '../../src/core/formula/check.ts'
import { createEvaluator } from '../../src/core/formula/evaluate.ts'
import { parseFormula } from '../../src/core/formula/parse.ts'
import { printFormula } from '../../src/core/formula/print.ts'
import type { Vocabulary } from '../../src/core/formula/vocabulary.ts'
import { formulaWords, ruleWords } from '../../src/core/formula/words.ts'
import { toCanonicalJson } from '../../src/core/model/canonical.ts'
import { differenceOf } from '../../src/core/model/difference.ts'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import { differingExamples } from '../../src/core/score/examples.ts'
import { createScorer } from '../../src/core/score/scorer.ts'
import { toIsoDay } from '../../src/core/table/day.ts'
import { booleans, dates, numbers, snapshot, texts } from './formula/build.ts'
import { shapeOf } from './formula/trees.ts'
import { fullConfiguration } from './model/full-configuration.ts'
import { mutated } from './model/mutate.ts'

// Whatever people or their enemies write is answered, and soon. HALE_FUZZ=300 npm run unit -- test/core/fuzz.test.ts tries each law for 300 s.
const SECONDS = Number(process.env['HALE_FUZZ'] ?? 0)
/** Milliseconds of the processor that one input may take; a clock would count what else the machine does. */
const SOON = 1_000
const spent = () => process.cpuUsage().user / 1_000

/** The same inputs in every usual run, on every machine: together about a minute. Others in every long one, which names its seed where it fails. */
const law = <T>(title: string, runs: number, inputs: fc.Arbitrary<T>, holds: (input: T) => void) =>
  test(
    title,
    () => {
      fc.assert(
        fc.property(inputs, (input) => {
          const start = spent()
          holds(input)
          expect(spent() - start).toBeLessThan(SOON)
        }),
        SECONDS > 0
          ? { numRuns: 100_000_000, interruptAfterTimeLimit: SECONDS * 1_000 }
          : { numRuns: runs, seed: 20_261_122 },
      )
    },
    SECONDS * 1_000 + 600_000,
  )

const WORDS = [
  ...['and', 'or', 'not', 'in', 'true', 'false', 'missing', 'AND', 'Not'],
  ...['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '(', ')', '[', ']', ',', '=', '!'],
  ...['a', 'd', 't', 'f', 'score', 'band', '__proto__', 'constructor', 'absent', 'if', 'min'],
  ...['abs(', 'min(', 'max(', 'round(', 'coalesce(', 'if(', 'is_missing(', 'contains('],
  ...['days_since(', 'days_until(', 'previous(', 'change(a, ', 'pct_change(a, ', 'median(a, '],
  ...["factor('x')", "group('x')", "has_flag('x')", "'2026-01-31'", "'Pro'", '"', "'", '\\'],
  ...['0', '1', '-1', '30', '0.1', '1e308', '1e999', '00', '.5', '\u0000', '\uD800', 'é', '\n'],
]
const formulas = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .tuple(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 5_000 }))
    .map(([word, times]) => `${word} `.repeat(times)),
  fc
    .tuple(
      fc.constantFrom('(', 'not ', '-', 'abs(', 'if(a > 1, '),
      fc.integer({ min: 1, max: 600 }),
    )
    .map(([open, times]) => `${open.repeat(times)}a${')'.repeat(times)}`),
)

const history = [
  snapshot('2026-01-01', {
    a: numbers(1, null),
    d: dates('2025-12-01', null),
    t: texts('Pro', null),
    f: booleans(true, null),
  }),
  snapshot('2026-01-31', {
    a: numbers(-2, 1e308),
    d: dates(null, '2026-03-01'),
    t: texts('2026-01-15', 'Free'),
    f: booleans(null, false),
  }),
]
const evaluator = createEvaluator({ history, derived: new Map() })
const scope = {
  columns: new Map([
    ['a', 'number'],
    ['d', 'date'],
    ['t', 'text'],
    ['f', 'boolean'],
  ] as const),
}
const vocabulary: Vocabulary = {
  column: (id) => ({ label: id, type: null, isShare: id === 'a' }),
  factor: String,
  group: String,
  flag: String,
  band: String,
  model: String,
  number: String,
  share: String,
  day: toIsoDay,
}

law('an expression parses, or its first problem has a place in it', 300_000, formulas, (text) => {
  const parsed = parseFormula(text)
  if (!parsed.ok) {
    const [problem] = parsed.problems
    expect(parsed.problems).toHaveLength(1)
    expect(problem?.from).toBeGreaterThanOrEqual(0)
    expect(problem?.to).toBeGreaterThanOrEqual(problem?.from ?? 0)
    expect(problem?.to).toBeLessThanOrEqual(text.length)
    return
  }
  const { root } = parsed.value
  const again = parseFormula(printFormula(root))
  // Printed it may be a little longer than an expression may be.
  if (again.ok) expect(shapeOf(again.value.root)).toEqual(shapeOf(root))
  for (const phase of ['source', 'input', 'after-scoring', 'filter'] satisfies Phase[]) {
    const { errors, warnings } = checkFormula(parsed.value, { ...scope, phase })
    for (const { from, to } of [...errors, ...warnings])
      expect(0 <= from && from <= to && to <= text.length).toBe(true)
  }
  const column = evaluator.evaluate(parsed.value, 1)
  if (column.type === 'number')
    for (const value of column.values) expect(Math.abs(value)).not.toBe(Infinity)
  expect(ruleWords(parsed.value, vocabulary)).not.toMatch(/undefined|\[object/)
  expect(formulaWords(parsed.value, vocabulary)).not.toBe('')
})

const scored = (configuration: typeof fullConfiguration) =>
  createScorer(configuration, history).sheet(1)

law(
  'a configuration loads whole or not at all, and what loads can be scored, written and compared',
  15_000,
  mutated(fullConfiguration, 6),
  (value) => {
    const restored = restoreConfiguration(JSON.stringify(value))
    if (!restored.ok) {
      expect(restored.problems.some(({ severity }) => severity === 'error')).toBe(true)
      return
    }
    const { configuration, warnings } = restored.value
    expect(warnings.every(({ severity }) => severity === 'warning')).toBe(true)
    const text = toCanonicalJson(configuration)
    const again = restoreConfiguration(text)
    expect(again.ok && toCanonicalJson(again.value.configuration)).toBe(text)
    expect(again.ok && differenceOf(configuration, again.value.configuration)).toEqual([])
    for (const score of scored(configuration).shown)
      expect(Number.isNaN(score) || (score >= 0 && score <= 100)).toBe(true)
    differingExamples(configuration)
  },
)

const fullText = JSON.stringify(fullConfiguration)
const cut = fc
  .array(
    fc.tuple(fc.nat(fullText.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 8 })),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((changes) =>
    changes.reduce(
      (text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length),
      fullText,
    ),
  )

law(
  'a file that was cut, joined or scrambled is answered',
  100_000,
  fc.oneof(cut, fc.json({ maxDepth: 8 }), fc.string({ unit: 'binary', maxLength: 400 })),
  (text) => {
    const restored = restoreConfiguration(text)
    if (!restored.ok) expect(restored.problems.length).toBeGreaterThan(0)
  },
)

test('nothing that was tried has left a mark on the objects of JavaScript', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['id']).toBeUndefined()
})
