import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sampleDeliveries } from '../../../src/sample/deliveries.ts'
import { parse } from '../../support/plain-history.ts'
import { customersOf, deliveries, monthOf, months, NEWEST, rows, sum } from './scored-sample.ts'

describe('the sample deliveries', () => {
  it('are the same bytes at every call and on every machine', () => {
    const digest = createHash('sha256')
    for (const { csv } of sampleDeliveries()) digest.update(csv)
    expect(digest.digest('hex')).toBe(
      '787e3b10f46e8083fe3332ae7410ee3cd7780e9ae699b67ee599265389ab02e5',
    )
  })

  it('come at twelve month ends', () => {
    const days = '11-30 12-31 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31'
    const expected = days.split(' ').map((day, i) => `${i < 2 ? 2025 : 2026}-${day}`)
    expect(deliveries.map(({ day }) => day)).toEqual(expected)
    expect(deliveries.map(({ fileName }) => fileName)).toEqual(
      expected.map((day) => `crm-accounts-${day}.csv`),
    )
  })

  it('are read as they were made: as many cells as headers, keys with their zeros, commas in names', () => {
    const [headers = [], ...lines] = parse(deliveries[NEWEST]?.csv ?? '')
    expect(new Set(lines.map((cells) => cells.length))).toEqual(new Set([headers.length]))
    expect(lines.map(([key]) => key)).toEqual(rows[NEWEST]?.map(({ key }) => key))
    expect(lines.map(([, name]) => name)).toEqual(rows[NEWEST]?.map(({ name }) => name))
    expect(lines.every(([key]) => /^0\d{4}$/.test(key ?? ''))).toBe(true)
    expect(lines.some(([, name]) => name?.includes(','))).toBe(true)
  })

  it('take less than 300 ms to make', () => {
    const times = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage()
      sampleDeliveries()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    })
    expect(Math.min(...times)).toBeLessThan(300)
  })
})

describe('the accounts of the sample', () => {
  it('are about 400 customers, each with a name of its own that it keeps', () => {
    const names = new Map(rows.flat().map(({ key, name }) => [key, name]))
    const everyName = new Set(rows.flat().map(({ key, name }) => `${key} ${name}`))
    expect(customersOf(NEWEST).length).toBeGreaterThan(390)
    expect(customersOf(NEWEST).length).toBeLessThan(415)
    expect(new Set(names.values()).size).toBe(names.size)
    expect(everyName.size).toBe(names.size)
  })

  it('are worth about 15 M, and few large ones are nearly half of it', () => {
    const value = (segment?: string) =>
      sum(
        customersOf(NEWEST).map(({ cells }) =>
          segment === undefined || cells.segment === segment ? cells.arr : 0,
        ),
      )
    expect(value() / 1e6).toBeCloseTo(15, 0)
    expect(value('Enterprise') / value()).toBeGreaterThan(0.4)
    const large = customersOf(NEWEST).filter(({ cells }) => cells.segment === 'Enterprise')
    expect(large.length).toBeLessThan(45)
  })

  it('come and go: four to eight begin in a month, two to four leave', () => {
    for (let month = 1; month <= NEWEST; month++) {
      const before = new Set(customersOf(month - 1).map(({ cells }) => cells.key))
      const now = new Set(customersOf(month).map(({ cells }) => cells.key))
      const begun = [...now].filter((key) => !before.has(key)).length
      const left = [...before].filter((key) => !now.has(key)).length
      expect(begun).toBeGreaterThanOrEqual(4)
      expect(begun).toBeLessThanOrEqual(8)
      expect(left).toBeGreaterThanOrEqual(2)
      expect(left).toBeLessThanOrEqual(4)
    }
  })

  it('that left are former customers for three months, and then no more in the file', () => {
    const left = customersOf(3).flatMap(({ cells: { key } }) =>
      months[4]?.get(key)?.isCustomer === false ? [key] : [],
    )
    expect(left.length).toBeGreaterThan(1)
    for (const key of left) {
      const after = months.slice(4).map((month) => month.get(key)?.cells)
      expect(after.map((cells) => cells?.type)).toEqual([
        ...new Array<string>(3).fill('Former customer'),
        ...new Array<undefined>(5).fill(undefined),
      ])
      expect(after.slice(0, 3).every((cells) => cells?.churned === true)).toBe(true)
    }
  })

  it('are not all customers: partners are left out of the portfolio', () => {
    const others = monthOf(NEWEST).filter(({ isCustomer }) => !isCustomer)
    const types = others.map(({ cells }) => cells.type)
    expect(new Set(types)).toEqual(new Set(['Partner', 'Former customer']))
    expect(types.filter((type) => type === 'Partner').length).toBeLessThan(10)
    expect(others.every(({ score }) => score === null)).toBe(true)
  })

  it('have empty cells as in life: a third does not answer surveys, few small ones have a last contact', () => {
    const share = (isEmpty: (row: (typeof customers)[number]) => boolean, of = customers) =>
      of.filter(isEmpty).length / of.length
    const customers = customersOf(NEWEST).map(({ cells }) => cells)
    const small = customers.filter(({ segment }) => segment === 'Small business')
    const managed = customers.filter(
      ({ segment, channel }) => segment !== 'Small business' && channel === 'Direct',
    )
    expect(share(({ nps }) => nps === null)).toBeCloseTo(0.33, 1)
    expect(share(({ csat }) => csat === null)).toBeCloseTo(0.35, 1)
    expect(share(({ lastContact }) => lastContact === null, small)).toBeGreaterThan(0.5)
    expect(share(({ lastContact }) => lastContact === null, managed)).toBe(0)
  })
})

describe('the seasons of the sample', () => {
  const perCustomer = (column: 'logins' | 'openTickets') =>
    months.map((_, month) => {
      const found = customersOf(month).flatMap(({ cells }) => cells[column] ?? [])
      return sum(found) / found.length
    })

  it('logins dip in December and in August', () => {
    const logins = perCustomer('logins')
    const dip = (month: number) => (2 * logins[month]!) / (logins[month - 1]! + logins[month + 1]!)
    expect(dip(1)).toBeLessThan(0.95)
    expect(dip(9)).toBeLessThan(0.95)
    expect(dip(4)).toBeGreaterThan(0.97)
  })

  it('tickets peak in March, when there was a release', () => {
    const tickets = perCustomer('openTickets')
    expect(tickets.indexOf(Math.max(...tickets))).toBe(4)
    expect(tickets[4]! / tickets[3]!).toBeGreaterThan(1.3)
  })
})
