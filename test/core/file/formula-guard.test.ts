import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guard, guardedCell, unguard } from '../../../src/core/file/formula-guard.ts'

describe('a text that a spreadsheet would run', () => {
  it.each([
    ['an equals sign', '=1+1'],
    ['a plus sign', '+SUM(A1)'],
    ['a minus sign', '-2+3'],
    ['an at sign', '@SUM(A1)'],
    ['a tab', '\t=1'],
    ['a carriage return', '\r=1'],
    ['a line feed', '\n=1'],
    ['NUL', '\0=1'],
    ['a full-width equals sign', '＝1+1'],
    ['a full-width plus sign', '＋1+1'],
    ['a full-width minus sign', '－1+1'],
    ['a full-width at sign', '＠SUM(A1)'],
    ['a sign behind spaces', '  =1+1'],
    ['a sign behind a no-break space', '\u00a0=1+1'],
    ['a sign behind a byte order mark', '\uFEFF=1+1'],
    ['a sign with a line break later', '=1+\n1'],
  ])('gets a mark: %s', (_, text) => {
    expect(guard(text)).toBe(`'${text}`)
  })

  it.each([
    '',
    'Acme',
    '-5',
    '+5',
    '-5.25',
    '-.5',
    '-1e5',
    '00123',
    'a=b',
    "O'Neill",
    "'quoted'",
    'Ünïcode',
    '__proto__',
  ])('does not: %j', (text) => {
    expect(guard(text)).toBe(text)
  })

  it('is not marked where the minus only begins like a number', () => {
    expect(guard('-5+cmd')).toBe("'-5+cmd")
    expect(guard('-5 ')).toBe("'-5 ")
  })
})

describe('reading our own export', () => {
  it('takes the mark away', () => {
    expect(unguard("'=1+1")).toBe('=1+1')
  })

  it('leaves an apostrophe that is not our mark', () => {
    expect(unguard("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
    expect(unguard("'-5")).toBe("'-5")
  })

  it('keeps a mark that was in the text before', () => {
    expect(unguard(guard("'=1+1"))).toBe("'=1+1")
  })

  it('gives every text back', () => {
    const sign = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\n', '\0', ' ', '＝', '5', 'a')
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: sign }))
    fc.assert(fc.property(text, (t) => unguard(guard(t)) === t))
  })
})

describe('a cell', () => {
  it('is quoted where it holds a comma, a quote or a line break', () => {
    expect(guardedCell('a,b')).toBe('"a,b"')
    expect(guardedCell('say "hi"')).toBe('"say ""hi"""')
    expect(guardedCell('two\r\nlines')).toBe('"two\r\nlines"')
    expect(guardedCell('=1,2')).toBe('"\'=1,2"')
    expect(guardedCell('a;b')).toBe('a;b')
  })
})
