import { describe, expect, it } from 'vitest'
import type { Configuration, Factor, Scale } from '../../../src/core/model/configuration.ts'
import { lintConfiguration } from '../../../src/core/score/lint.ts'
import type { LintFinding } from '../../../src/core/score/lint-finding.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import type { Columns } from '../formula/build.ts'
import {
  configurationOf,
  DAY,
  dates,
  factorOf,
  groupOf,
  modelOf,
  numbers,
  simply,
  snapshot,
  texts,
} from './build.ts'

const found = (configuration: Configuration, columns: Columns): LintFinding[] =>
  lintConfiguration(createScorer(configuration, [snapshot(DAY, columns)]), 0)

/** So many values from 0 to 100, in an order of their own for each step. */
const spread = (count: number, step = 1) =>
  numbers(...Array.from({ length: count }, (_, i) => (((i * step) % count) * 100) / (count - 1)))

const x = (scale: Scale, parts: Partial<Factor> = {}): Configuration =>
  simply([factorOf('x', { scale, ...parts })])

const PLACE = 'models[0].groups[0].factors[0]'

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

  it.each<[string, Scale, number[], LintFinding | null]>([
    [
      'a line that begins where no account is',
      { type: 'linear', from: 500, to: 1000 },
      [0, 100],
      limits([
        ['from', 500],
        ['to', 1000],
      ]),
    ],
    [
      'a line that ends farther away than the data are wide',
      { type: 'linear', from: 0, to: 1000 },
      [0, 100],
      limits([['to', 1000]]),
    ],
    ['a line that nobody reaches the end of', { type: 'linear', from: 0, to: 150 }, [0, 100], null],
    [
      'a step in another unit',
      { type: 'steps', at: [20, 50, 8000], scores: [0, 20, 80, 100] },
      [0, 100],
      limits([['at[2]', 8000]]),
    ],
    ['a target with far zeros', target(10, 40, 60, 1000), [0, 100], null],
    [
      'a target beyond the data',
      target(200, 300, 400, 500),
      [0, 100],
      limits([
        ['zeroBelow', 200],
        ['fullFrom', 300],
        ['fullTo', 400],
        ['zeroAbove', 500],
      ]),
    ],
    ['a half-life that is in the data', { type: 'decay', halfLife: 30 }, [31, 131], null],
    [
      'a half-life in another unit',
      { type: 'decay', halfLife: 2000 },
      [0, 100],
      limits([['halfLife', 2000]]),
    ],
    ['a reference with a long tail', reference(0, 900), [0, 100], null],
    [
      'a reference of other data',
      reference(200, 300),
      [0, 100],
      limits([
        ['reference[0]', 200],
        ['reference[100]', 300],
      ]),
    ],
  ])('is held against the data: %s', (_, scale, [least, greatest], finding) => {
    const values = Array.from(
      { length: 41 },
      (_, i) => least! + ((greatest! - least!) * ((i * 13) % 41)) / 40,
    )
    const findings = found(x(scale), { x: numbers(...values) })
    expect(findings.filter(({ code }) => code === 'limits-outside-data')).toEqual(
      finding ? [finding] : [],
    )
  })

  it.each<[string, Columns[string], string, Scale, string | null]>([
    ['open_tickets', spread(30), 'open_tickets', line(0, 100), 'lower'],
    ['open_tickets', spread(30), 'open_tickets', line(100, 0), null],
    ['logins_30d', spread(30), 'logins_30d', { type: 'decay', halfLife: 30 }, 'higher'],
    ['csat', spread(30), 'csat', { type: 'steps', at: [50], scores: [90, 10] }, 'higher'],
    ['csat', spread(30), 'csat', { type: 'steps', at: [20, 50], scores: [0, 90, 10] }, null],
    ['days_since_login', spread(30), 'days_since_login', line(0, 100), 'lower'],
    [
      'last_login',
      dates(...Array(30).fill('2026-01-01')),
      'days_since(last_login)',
      line(0, 90),
      'lower',
    ],
    [
      'last_login',
      dates(...Array(30).fill('2026-01-01')),
      'days_since(last_login)',
      line(90, 0),
      null,
    ],
    ['tickets', spread(30), '100 - tickets', line(0, 100), null],
    ['zork', spread(30), 'zork', line(0, 100), null],
  ])('%# named %s is scored as its name says, unless', (id, column, input, scale, expected) => {
    const findings = found(x(scale, { input }), { [id]: column })
    expect(findings.filter(({ code }) => code === 'direction-contradicts-name')).toEqual(
      expected === null
        ? []
        : [
            {
              code: 'direction-contradicts-name',
              place: `${PLACE}.scale`,
              column: id,
              expected,
            },
          ],
    )
  })

  it.each<[string, Scale, number, LintFinding[]]>([
    ['19 accounts', rank(), 19, [fewToRank(19, 19)]],
    ['20 accounts', rank(), 20, []],
    ['19 accounts by quantiles', { ...quantiles }, 19, [fewToRank(19, 19)]],
    ['19 accounts, frozen', reference(0, 100), 19, []],
  ])('that ranks needs accounts to rank among: %s', (_, scale, count, findings) => {
    const all = found(x(scale), { x: spread(count) })
    expect(all.filter(({ code }) => code === 'few-to-rank')).toEqual(findings)
  })

  it('that ranks within a column needs them in each part', () => {
    const plan = texts(...Array.from({ length: 30 }, (_, i) => (i < 4 ? 'A' : i < 7 ? 'B' : 'C')))
    const within = x({ ...rank(), within: 'plan' })
    expect(found(within, { x: spread(30), plan })).toEqual([fewToRank(3, 7)])
  })
})

describe('a column that is not there', () => {
  it('is named at each expression that reads it', () => {
    const configuration: Configuration = {
      ...simply(
        [
          factorOf('x', { input: 'x / seats' }),
          factorOf('y', { input: 'ratio', scale: { ...rank(), within: 'plan' } }),
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

function limits(list: readonly [string, number][]): LintFinding {
  return {
    code: 'limits-outside-data',
    place: `${PLACE}.scale`,
    limits: list.map(([key, value]) => ({ key, value })),
    least: 0,
    greatest: 100,
  }
}

function fewToRank(accounts: number, affected: number): LintFinding {
  return { code: 'few-to-rank', place: `${PLACE}.scale`, accounts, affected }
}

function target(zeroBelow: number, fullFrom: number, fullTo: number, zeroAbove: number): Scale {
  return { type: 'target', zeroBelow, fullFrom, fullTo, zeroAbove }
}

function line(from: number, to: number): Scale {
  return { type: 'linear', from, to }
}

function rank(): Extract<Scale, { type: 'percentile' }> {
  return { type: 'percentile', better: 'higher', top: 0 }
}

function reference(from: number, to: number): Scale {
  const entries = Array.from({ length: 101 }, (_, i) => from + ((to - from) * i) / 100)
  return { ...rank(), reference: entries }
}

const quantiles: Scale = { type: 'quantiles', low: 0.1, high: 0.9, better: 'higher' }
