import { describe, expect, it } from 'vitest'
import { parseIsoDay } from '../../../src/core/table/day.ts'
import type { Cells } from '../../../src/sample/account.ts'
import { STORIES } from '../../../src/sample/stories.ts'
import {
  customersOf,
  deliveries,
  JUNE,
  months,
  NEWEST,
  rows,
  scoresOf,
  stepsOf,
} from './scored-sample.ts'

const newestDay = parseIsoDay(deliveries[NEWEST]?.day ?? '') as number

function keyOf(id: string): string {
  const of = STORIES.find((story) => story.id === id)?.of
  return of && 'key' in of ? of.key : ''
}

const rowOf = (id: string, month = NEWEST) => months[month]?.get(keyOf(id))

const valuesOf = <Name extends keyof Cells>(id: string, name: Name): (Cells[Name] | undefined)[] =>
  months.map((month) => month.get(keyOf(id))?.cells[name])

describe('the stories of the sample', () => {
  it('happen to accounts that are customers throughout', () => {
    const keys = STORIES.flatMap(({ of }) => ('key' in of ? of.key : []))
    expect(keys).toHaveLength(5)
    for (const key of keys) expect(months.every((month) => month.get(key)?.isCustomer)).toBe(true)
  })

  it('a large account falls silent: no tickets, logins less every month, renewal in 58 days', () => {
    const { cells, flags } = rowOf('silent-giant')!
    expect(cells.arr).toBeGreaterThan(300_000)
    expect(cells.renewal - newestDay).toBe(58)
    expect(valuesOf('silent-giant', 'openTickets').slice(6)).toEqual([0, 0, 0, 0, 0, 0])
    const logins = valuesOf('silent-giant', 'logins').slice(5) as number[]
    expect(stepsOf(logins).every((step) => step < 0)).toBe(true)
    expect(logins.at(-1)! / logins[0]!).toBeLessThan(0.25)
    const scores = scoresOf(keyOf('silent-giant'))
    expect(stepsOf(scores.slice(6)).every((step) => step < -3)).toBe(true)
    expect(scores[5]! - scores[NEWEST]!).toBeGreaterThan(30)
    expect(flags).toContain('gone_quiet')
  })

  it('logins of the Nordics are missing in June, and only then', () => {
    const share = (month: number, region: string) => {
      const known = customersOf(month).filter(
        ({ cells }) => cells.region === region && cells.channel === 'Direct',
      )
      return known.filter(({ cells }) => cells.logins === null).length / known.length
    }
    const nordics = months.map((_, month) => share(month, 'Nordics'))
    expect(nordics).toEqual(months.map((_, month) => (month === JUNE ? 1 : 0)))
    expect(share(JUNE, 'DACH')).toBe(0)
    const scored = customersOf(JUNE).filter(({ cells }) => cells.region === 'Nordics')
    expect(scored.filter(({ score }) => score !== null).length).toBeGreaterThan(30)
  })

  it('an account has nearly all its seats in use, and more every month', () => {
    const { cells, flags, score } = rowOf('upsell')!
    expect(cells.activeUsers! / cells.seats).toBeGreaterThan(0.95)
    const people = valuesOf('upsell', 'activeUsers').slice(5) as number[]
    expect(stepsOf(people).every((step) => step > 0)).toBe(true)
    expect(score).toBeGreaterThan(90)
    expect(flags).toContain('upsell')
  })

  it('a content account is capped at 39 as soon as a second invoice is overdue', () => {
    expect(valuesOf('overdue', 'overdue').slice(8)).toEqual([0, 1, 2, 3])
    const [july, august, ...capped] = scoresOf(keyOf('overdue')).slice(8)
    expect(july).toBeGreaterThan(85)
    expect(august).toBeGreaterThan(70)
    expect(capped).toEqual([39, 39])
    expect(rowOf('overdue')?.raw).toBeGreaterThan(60)
  })

  it('North America is divided in two in April, without anybody lost', () => {
    const regionsOf = (month: number) => new Set(rows[month]?.map(({ region }) => region))
    const parts = ['North America East', 'North America West']
    expect(regionsOf(4).has('North America')).toBe(true)
    expect(parts.some((part) => regionsOf(4).has(part))).toBe(false)
    expect(regionsOf(5).has('North America')).toBe(false)
    const former = customersOf(4).filter(({ cells }) => cells.region === 'North America')
    const now = former.flatMap(({ cells }) => months[5]?.get(cells.key)?.cells.region ?? [])
    expect(new Set(now)).toEqual(new Set(parts))
    expect(former.length).toBeGreaterThan(80)
  })

  it('a champion leaves in July: nobody is spoken to since, and the next answer is bad', () => {
    expect(valuesOf('champion-left', 'champion').slice(6)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(valuesOf('champion-left', 'nps').slice(8)).toEqual([9, 3, 3, 3])
    const scores = scoresOf(keyOf('champion-left'))
    expect(scores[7]! - scores[NEWEST]!).toBeGreaterThan(15)
    expect(rowOf('champion-left', 7)?.band).toBe('green')
    expect(rowOf('champion-left')?.band).toBe('yellow')
    expect(rowOf('champion-left')?.flags).toContain('sponsor_lost')
  })

  it('an account that was at risk recovers', () => {
    const scores = scoresOf(keyOf('recovery')) as number[]
    expect(rowOf('recovery', 0)?.band).toBe('red')
    expect(scores[5]! - scores[0]!).toBeGreaterThan(15)
    expect(Math.min(...scores.slice(7))).toBeGreaterThan(75)
  })
})
