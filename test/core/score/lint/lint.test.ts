import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../../src/core/model/configuration.ts'
import { lintConfiguration } from '../../../../src/core/score/lint/lint.ts'
import type { LintFinding } from '../../../../src/core/score/lint/lint-finding.ts'
import { createScorer } from '../../../../src/core/score/scorer.ts'
import {
  configurationOf,
  DAY,
  factorOf,
  groupOf,
  modelOf,
  numbers,
  simply,
  snapshot,
} from '../build.ts'
import { found, PLACE, spread } from './linted.ts'

describe('a configuration', () => {
  it('that fits its accounts gives rise to nothing', () => {
    const configuration = simply([factorOf('x'), factorOf('y')])
    expect(found(configuration, { x: spread(101), y: spread(101, 37) })).toEqual([])
  })

  it('without accounts is not judged by them', () => {
    const configuration = simply([factorOf('x', { weight: 1 })], { appliesTo: 'x > 1' })
    expect(found(configuration, { x: numbers() })).toEqual([])
  })
})

describe('a factor', () => {
  it('that gives 95 % of accounts the same score is named', () => {
    const mostly = (others: number) =>
      numbers(...Array.from({ length: 100 }, (_, i) => (i < others ? 40 + i : 0)))
    expect(found(simply([factorOf('x')]), { x: mostly(5) })).toContainEqual({
      code: 'same-score-for-most',
      place: PLACE,
      score: 0,
      accounts: 95,
      of: 100,
    })
    const codes = found(simply([factorOf('x')]), { x: mostly(6) }).map(({ code }) => code)
    expect(codes).not.toContain('same-score-for-most')
  })

  it('whose accounts are fewer than 20 says nothing by having one score', () => {
    expect(found(simply([factorOf('x')]), { x: numbers(...Array(19).fill(50)) })).toEqual([])
  })

  it('that orders accounts as another one does says the same, also the other way round', () => {
    const up = Array.from({ length: 40 }, (_, i) => i * 2.5)
    const columns = {
      x: numbers(...up),
      y: numbers(...up.map((value) => Math.sqrt(value) * 10)),
      z: numbers(...up.map((value) => 100 - value)),
    }
    const configuration = simply([factorOf('x'), factorOf('y'), factorOf('z')])
    expect(found(configuration, columns)).toEqual([
      {
        code: 'says-the-same',
        place: 'models[0].groups[0].factors[1]',
        other: PLACE,
        correlation: 1,
      },
      {
        code: 'says-the-same',
        place: 'models[0].groups[0].factors[2]',
        other: PLACE,
        correlation: -1,
      },
    ])
  })

  it('of weight 0 is named, and for nothing else', () => {
    const configuration = simply([factorOf('x', { weight: 0 }), factorOf('y')])
    const columns = { x: numbers(...Array(60).fill(50)), y: spread(60) }
    expect(found(configuration, columns)).toEqual([{ code: 'weight-0', place: PLACE }])
  })

  it('of a group of weight 0 is named with its group', () => {
    const configuration = configurationOf([
      modelOf([
        groupOf([factorOf('x', { weight: 0 })], { id: 'none', weight: 0 }),
        groupOf([factorOf('y')]),
      ]),
    ])
    const columns = { x: numbers(...Array(60).fill(50)), y: spread(60) }
    expect(found(configuration, columns)).toEqual([
      { code: 'weight-0', place: 'models[0].groups[0]' },
    ])
  })
})

describe('a column that is not there', () => {
  it('is named at each expression that reads it', () => {
    const configuration: Configuration = {
      ...simply(
        [
          factorOf('x', { input: 'x / seats' }),
          factorOf('y', {
            input: 'ratio',
            scale: { type: 'percentile', better: 'higher', top: 0, within: 'plan' },
          }),
          factorOf('z', { input: 'previous(gone) + ratio' }),
        ],
        {
          appliesTo: "stage != 'Trial'",
          exceptions: [{ id: 'e', when: 'overdue > 1', then: { cap: 10 }, reason: 'Overdue' }],
        },
      ),
      account: { key: 'id', include: "type == 'Customer'" },
      derived: [
        { id: 'ratio', expression: 'x / licences' },
        { id: 'unused', expression: 'nothing + 1' },
      ],
      flags: [{ id: 'f', kind: 'risk', when: 'score < 10 and churn_risk > 2' }],
    }
    const findings = found(configuration, { x: numbers(1, 2) })
    expect(
      findings.flatMap((one) => (one.code === 'missing-column' ? [[one.place, one.column]] : [])),
    ).toEqual([
      ['account.include', 'type'],
      ['models[0].appliesTo', 'stage'],
      ['models[0].groups[0].factors[0].input', 'seats'],
      ['derived[0].expression', 'licences'],
      ['models[0].groups[0].factors[1].scale.within', 'plan'],
      ['models[0].groups[0].factors[2].input', 'gone'],
      ['models[0].exceptions[0].when', 'overdue'],
      ['flags[0].when', 'churn_risk'],
    ])
  })

  it('may be in an earlier snapshot, where only that is read', () => {
    const configuration = simply([factorOf('x', { input: 'previous(old)' })])
    const history = [
      snapshot('2025-12-31', { old: numbers(1) }),
      snapshot(DAY, { new: numbers(1) }),
    ]
    expect(lintConfiguration(createScorer(configuration, history), 1)).toEqual([])
  })

  it('is told from one that has the name of an object’s own part', () => {
    const findings = found(simply([factorOf('x', { input: 'constructor' })]), { x: numbers(1) })
    expect(findings).toEqual([
      { code: 'missing-column', place: `${PLACE}.input`, column: 'constructor' },
    ])
  })
})

describe('a cap', () => {
  const capped = (cap: number) =>
    found(
      simply([factorOf('x')], {
        exceptions: [{ id: 'e', when: 'x > 500', then: { cap }, reason: 'Overdue' }],
      }),
      { x: spread(60) },
    )
  const finding = (cap: number, band: string): LintFinding => ({
    code: 'cap-reaches-band',
    place: 'models[0].exceptions[0].then.cap',
    cap,
    band,
  })

  // Watch begins at 40, Healthy at 70.
  it.each<[string, number, LintFinding[]]>([
    ['right where a band begins', 40, [finding(40, 'yellow')]],
    ['that is shown where a band begins', 39.96, [finding(39.96, 'yellow')]],
    ['right below', 39.9, []],
    ['less than a point above', 70.9, [finding(70.9, 'green')]],
    ['a point above, which is meant', 71, []],
    ['of 0, where the first band begins', 0, []],
  ])('%s', (_, cap, findings) => {
    expect(capped(cap)).toEqual(findings)
  })
})

describe('a band', () => {
  it('with less than 2 % of the scored accounts is nearly empty', () => {
    const values = Array.from({ length: 100 }, (_, i) =>
      i === 0 ? 50 : i % 2 === 0 ? 10 + i / 4 : 75 + i / 4,
    )
    expect(found(simply([factorOf('x')]), { x: numbers(...values) })).toEqual([
      { code: 'band-nearly-empty', place: 'bands[1]', band: 'yellow', accounts: 1, of: 100 },
    ])
  })

  it('of fewer than 50 accounts is empty by chance', () => {
    const values = Array.from({ length: 49 }, (_, i) => (i * 30) / 49)
    const codes = found(simply([factorOf('x')]), { x: numbers(...values, null) })
    expect(codes.filter(({ code }) => code === 'band-nearly-empty')).toEqual([])
  })
})

describe('a model', () => {
  it('that nobody is scored by is named, with how many an earlier model takes', () => {
    const model = (id: string, appliesTo: string) =>
      modelOf([groupOf([factorOf('x')])], { id, appliesTo })
    const configuration = configurationOf(
      [model('first', 'x >= 0'), model('taken', 'x > 50'), model('none', 'x > 500')],
      { account: { key: 'id', include: 'x < 90' } },
    )
    expect(found(configuration, { x: spread(101) })).toEqual([
      { code: 'applies-to-nobody', place: 'models[1].appliesTo', met: 39 },
      { code: 'applies-to-nobody', place: 'models[2].appliesTo', met: 0 },
    ])
  })
})
