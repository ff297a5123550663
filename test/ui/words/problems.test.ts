import { expect, test } from 'vitest'
import type { Problem } from '../../../src/core/problem.ts'
import { problemWords, sayProblem } from '../../../src/ui/words/problems.ts'
import { fateOf, problemCells } from '../../../src/ui/words/row-problems.ts'

test.each<[Problem, string]>([
  [{ code: 'empty-file' }, 'The file is empty. Export it again, and see that it holds rows.'],
  [
    { code: 'stray-quote', line: 1_204 },
    'Line 1,204: A quotation mark that is not closed was read as a sign like others, so that it swallows no rows. Look whether the cells of this line are right.',
  ],
  [
    { code: 'keys-collide', rule: 'trim-case', keys: ['a', 'A', 'b', 'B', 'c'] },
    'Compared by the rule “trim-case”, different keys would become one account: “a”, “A”, “b”, “B” and 1 more. Choose another rule or another account key.',
  ],
  [{ code: 'no-key', line: 17, column: 'id' }, 'Line 17: No account key: “id” is empty.'],
  [
    { code: 'merged', line: 3, key: '007', keptLine: 9 },
    'Line 3: The key “007” comes again in line 9, which was taken.',
  ],
  [
    { code: 'wrong-value', place: 'bands[0].from', severity: 'error', expected: '0', found: '10' },
    'bands[0].from: 10 stands where 0 is expected.',
  ],
  [
    { code: 'cycle', place: 'derived', severity: 'error', path: ['a', 'b', 'a'] },
    'derived: It depends on itself: a → b → a.',
  ],
  [
    {
      code: 'bad-formula',
      place: 'derived[0].expression',
      severity: 'error',
      formula: 'a < b < c',
      problem: { code: 'chained-comparison', from: 6, to: 7 },
    },
    'derived[0].expression: In “a < b < c”: Comparisons do not chain: join them with “and”.',
  ],
  [
    { code: 'unknown-name', name: 'logns', suggestion: 'logins', from: 0, to: 5 },
    'There is no column “logns” yet. Is “logins” meant? It counts as missing until there is.',
  ],
  [
    { code: 'storage-full' },
    'The browser has no room left for this. Nothing was changed. Free space on the disk, or back up and delete old snapshots on Data.',
  ],
])('%o is said in sentences that tell what to do', (problem, sentence) => {
  expect(sayProblem(problem)).toBe(sentence)
})

test('a problem of the whole configuration has no place', () => {
  const problem = { code: 'not-a-configuration', place: '', severity: 'error' } as const
  expect(problemWords(problem).where).toBeNull()
})

test('a row is merged, rejected, or kept with less', () => {
  expect([
    fateOf({ code: 'merged', line: 1, key: 'a', keptLine: 2 }),
    fateOf({ code: 'no-key', line: 1, column: 'id' }),
    fateOf({ code: 'unreadable-cell', line: 1, column: 'arr', type: 'number', text: 'x' }),
  ]).toEqual(['merged', 'rejected', 'kept'])
})

test('a cell that cannot be read names line, column, value and reason', () => {
  const problem = {
    code: 'unreadable-cell',
    line: 4,
    column: 'arr',
    type: 'number',
    text: 'TBC',
  } as const
  expect(problemCells(problem)).toEqual({
    line: 4,
    column: 'arr',
    value: 'TBC',
    reason: '“TBC” in “arr” is no number.',
  })
})
