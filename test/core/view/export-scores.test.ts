import { describe, expect, it } from 'vitest'
import { unguard } from '../../../src/core/file/formula-guard.ts'
import type { Configuration } from '../../../src/core/model/configuration.ts'
import { exportScores } from '../../../src/core/view/export-scores.ts'
import {
  configurationOf,
  factorOf,
  groupOf,
  modelOf,
  numbers,
  scored,
  simply,
  texts,
} from '../score/build.ts'
import { type Columns } from '../formula/build.ts'
import { parse } from '../../support/plain-history.ts'

function exported(
  configuration: Configuration,
  columns: Columns,
  keys: readonly string[],
  names: readonly string[] = keys.map(() => ''),
): string {
  return [...exportScores(configuration, scored(configuration, columns), { keys, names })].join('')
}

const lines = (text: string) => text.split('\n')
const oneFactor = simply([factorOf('usage')])

describe('the exported scores', () => {
  it('are one row an account, with all digits', () => {
    const configuration: Configuration = {
      ...simply([factorOf('usage'), factorOf('nps', { weight: 2 })], {
        exceptions: [{ id: 'cap', when: 'usage > 90', then: { cap: 40.25 }, reason: 'x' }],
      }),
      flags: [
        { id: 'low', kind: 'risk', when: 'score < 50' },
        { id: 'partial', kind: 'risk', when: 'coverage < 1' },
      ],
    }
    const columns = { usage: numbers(10, 100, null), nps: numbers(20, 50, null) }
    expect(
      lines(exported(configuration, columns, ['a', 'b', 'c'], ['Acme', 'Büro, "Nord"', ''])),
    ).toEqual([
      'account_id,name,score,score_exact,score_raw,band,coverage,model,flags,factor:usage,factor:nps',
      'a,Acme,16.7,16.666666666666668,16.666666666666668,red,1,main,low,10,20',
      'b,"Büro, ""Nord""",40.3,40.25,66.66666666666667,yellow,1,main,low,100,50',
      'c,,,,,,0,main,partial,,',
      '',
    ])
  })

  it('name several flags in the order of the configuration', () => {
    const flags = ['b', 'a'].map((id) => ({ id, kind: 'risk' as const, when: 'usage > 0' }))
    expect(exported({ ...oneFactor, flags }, { usage: numbers(5) }, ['x'])).toContain(',main,b a,5')
  })

  it('go by key in byte order', () => {
    const keys = ['b', 'a', 'B', 'é', 'z', '\u{1F98A}', '\uFF21', '10', '9']
    const text = exported(oneFactor, { usage: numbers(...keys.map(() => 1)) }, keys)
    expect(
      parse(text)
        .slice(1)
        .map(([key]) => key),
    ).toEqual(['10', '9', 'B', 'a', 'b', 'z', 'é', '\uFF21', '\u{1F98A}'])
  })

  it('leave out who is no customer, and keep who has no model', () => {
    const configuration: Configuration = {
      ...simply([factorOf('usage')], { appliesTo: 'usage > 5' }),
      account: { key: 'id', include: "type == 'Customer'" },
    }
    const columns = { usage: numbers(10, 1, 10), type: texts('Customer', 'Customer', 'Partner') }
    expect(lines(exported(configuration, columns, ['a', 'b', 'c'])).slice(1)).toEqual([
      'a,,10,10,10,red,1,main,,10',
      'b,,,,,,0,,,',
      '',
    ])
  })

  it('have one column for a factor that two models share', () => {
    const configuration = configurationOf([
      modelOf([groupOf([factorOf('own'), factorOf('usage')])], {
        id: 'large',
        appliesTo: 'arr > 10',
      }),
      modelOf([groupOf([factorOf('usage', { input: 'usage / 2' })])], { id: 'rest' }),
    ])
    const columns = { arr: numbers(20, 5), own: numbers(40, 40), usage: numbers(80, 80) }
    const [header, first, second] = lines(exported(configuration, columns, ['a', 'b']))
    expect(header).toMatch(/flags,factor:own,factor:usage$/)
    expect([first, second]).toEqual([
      'a,,60,60,60,yellow,1,large,,40,80',
      'b,,40,40,40,yellow,1,rest,,,40',
    ])
  })

  it.each(['name', 'score', 'flags', 'coverage'])(
    'call the key column key where %s is taken',
    (key) => {
      const configuration: Configuration = { ...oneFactor, account: { key } }
      expect(exported(configuration, { usage: numbers(1) }, ['a'])).toMatch(/^key,name,score,/)
    },
  )

  it('never run as a formula, and read back as they were', () => {
    const keys = ['=1+1', '-5', '@x', '+a\n"b"', "'=1", '\u00a0=2', '__proto__']
    const text = exported(oneFactor, { usage: numbers(...keys.map(() => 1)) }, keys, keys)
    const cells = parse(text).slice(1)
    expect(
      cells
        .map(([key, name]) => [key, name])
        .flat()
        .filter((cell) => /^[=+@]/.test(cell!)),
    ).toEqual([])
    expect(cells.map(([key]) => unguard(key!)).sort()).toEqual([...keys].sort())
  })

  it('write very small and very large numbers so that they read back', () => {
    const configuration = simply([
      factorOf('usage', { scale: { type: 'linear', from: 0, to: 1e9 } }),
    ])
    expect(exported(configuration, { usage: numbers(1e-3) }, ['a'])).toContain(',1e-10,1e-10,')
  })

  it('of no accounts are the header alone', () => {
    expect(lines(exported(oneFactor, { usage: numbers() }, []))).toHaveLength(2)
  })

  it('come in blocks, none of which holds all', () => {
    const many = Array.from({ length: 2_500 }, (_, i) => `k${i}`)
    const sheet = scored(oneFactor, { usage: numbers(...many.map(() => 1)) })
    const blocks = [...exportScores(oneFactor, sheet, { keys: many, names: many })]
    expect(blocks.map((block) => lines(block).length - 1)).toEqual([1, 1000, 1000, 500])
  })
})
