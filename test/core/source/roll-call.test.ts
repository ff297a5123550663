import { describe, expect, test } from 'vitest'
import { NO_ACCOUNT } from '../../../src/core/history/presence.ts'
import { callRoll, isMangledKey, rollOfUnique } from '../../../src/core/source/roll-call.ts'

const rows = (...keys: string[]) => ({
  rows: keys.length,
  keyAt: (row: number) => keys[row] as string,
  lineAt: (row: number) => row + 2,
  header: 'Account ID',
})

describe('callRoll', () => {
  test('the last row of a repeated key wins, and the others are reported as merged', () => {
    const roll = callRoll(rows('a', 'b', 'a', 'a'), 'exact')
    expect(roll).toEqual({
      ok: true,
      value: {
        places: Uint32Array.of(NO_ACCOUNT, 1, NO_ACCOUNT, 0),
        keys: ['a', 'b'],
        accepted: 2,
        merged: 2,
        rejected: 0,
        problems: [
          { code: 'merged', line: 2, key: 'a', keptLine: 4 },
          { code: 'merged', line: 4, key: 'a', keptLine: 5 },
        ],
      },
    })
  })

  test('keys that are known to be all different need not be looked for', () => {
    const keys = ['b', 'a', 'A', '00a', '__proto__']
    expect(callRoll(rows(...keys), 'exact')).toEqual({ ok: true, value: rollOfUnique(keys) })
  })

  test('a row without a key is rejected with its line', () => {
    const roll = callRoll(rows('a', ''), 'exact')
    expect(roll.ok && roll.value.problems).toEqual([
      { code: 'no-key', line: 3, column: 'Account ID' },
    ])
    expect(roll.ok && roll.value.rejected).toBe(1)
  })

  test('accepted, merged and rejected rows are all rows', () => {
    const roll = callRoll(rows('x', '', 'x', 'y', '', 'x'), 'exact')
    expect(roll.ok && [roll.value.accepted, roll.value.merged, roll.value.rejected]).toEqual([
      2, 2, 2,
    ])
  })

  test('a rule under which two keys become one is refused, with the keys', () => {
    expect(callRoll(rows('Acme', 'ACME'), 'trim-case')).toEqual({
      ok: false,
      problems: [{ code: 'keys-collide', rule: 'trim-case', keys: ['Acme = ACME'] }],
    })
  })

  test('keys named like properties of objects are keys like others', () => {
    const roll = callRoll(rows('__proto__', 'constructor', 'toString'), 'exact')
    expect(roll.ok && roll.value.keys).toEqual(['__proto__', 'constructor', 'toString'])
  })

  test('no rows give an empty roll', () => {
    const roll = callRoll(rows(), 'exact')
    expect(roll.ok && roll.value.keys).toEqual([])
  })
})

test.each([
  ['9.91214E+15', true],
  ['1E+10', true],
  ['1E5', true],
  ['E15', false],
  ['00123', false],
  ['A1E5', false],
])('%s was mangled by a spreadsheet: %s', (key, mangled) => {
  expect(isMangledKey(key)).toBe(mangled)
})
