import { describe, expect, it } from 'vitest'
import type { Configuration, Factor, Scale } from '../../../../src/core/model/configuration.ts'
import type { LintFinding } from '../../../../src/core/score/lint/lint-finding.ts'
import { dates, factorOf, numbers, simply, texts } from '../build.ts'
import { found, PLACE, spread } from './linted.ts'

const x = (scale: Scale, parts: Partial<Factor> = {}): Configuration =>
  simply([factorOf('x', { scale, ...parts })])

describe('a scale', () => {
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

  // Which way the name says, where the scale goes the other one.
  it.each<[string, string, Scale, 'higher' | 'lower' | null]>([
    ['open_tickets', 'open_tickets', line(0, 100), 'lower'],
    ['open_tickets', 'open_tickets', line(100, 0), null],
    ['logins_30d', 'logins_30d', { type: 'decay', halfLife: 30 }, 'higher'],
    ['csat', 'csat', { type: 'steps', at: [50], scores: [90, 10] }, 'higher'],
    ['csat', 'csat', { type: 'steps', at: [20, 50], scores: [0, 90, 10] }, null],
    ['days_since_login', 'days_since_login', line(0, 100), 'lower'],
    ['last_login', 'days_since(last_login)', line(0, 90), 'lower'],
    ['last_login', 'days_since(last_login)', line(90, 0), null],
    ['tickets', '100 - tickets', line(0, 100), null],
    ['zork', 'zork', line(0, 100), null],
  ])('%# of %s does not contradict its name', (column, input, scale, expected) => {
    const values = column === 'last_login' ? dates(...Array(30).fill('2026-01-01')) : spread(30)
    const findings = found(x(scale, { input }), { [column]: values })
    const where = `${PLACE}.scale`
    expect(findings.filter(({ code }) => code === 'direction-contradicts-name')).toEqual(
      expected ? [{ code: 'direction-contradicts-name', place: where, column, expected }] : [],
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
