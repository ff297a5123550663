import { describe, expect, it } from 'vitest'
import { configuration, customersOf, median, months, NEWEST, sum } from './scored-sample.ts'

const everyMonth = months.map((_, month) => month)

function shareOf(band: string, month: number): number {
  const scored = customersOf(month).filter(({ score }) => score !== null)
  return scored.filter((row) => row.band === band).length / scored.length
}

function averageOf(month: number): number {
  const scores = customersOf(month).flatMap(({ score }) => score ?? [])
  return sum(scores) / scores.length
}

/** Of accounts that are scored in this month and the one before. */
const movesOf = (month: number): number[] =>
  customersOf(month).flatMap(({ cells, score }) => {
    const before = months[month - 1]?.get(cells.key)?.score ?? null
    return before === null || score === null ? [] : [score - before]
  })

describe('the portfolio of the sample', () => {
  it('is mostly healthy, with a quarter to watch and an eighth at risk', () => {
    expect(shareOf('red', NEWEST)).toBeGreaterThan(0.12)
    expect(shareOf('red', NEWEST)).toBeLessThan(0.18)
    expect(shareOf('yellow', NEWEST)).toBeGreaterThan(0.25)
    expect(shareOf('yellow', NEWEST)).toBeLessThan(0.35)
    for (const month of everyMonth) {
      expect(shareOf('red', month)).toBeGreaterThan(0.1)
      expect(shareOf('green', month)).toBeGreaterThan(0.5)
    }
  })

  it('has a few accounts of which too little is known to score them', () => {
    for (const month of everyMonth) {
      const customers = customersOf(month)
      const unscored = customers.filter(({ score }) => score === null)
      expect(unscored.length / customers.length).toBeGreaterThan(0.02)
      expect(unscored.length / customers.length).toBeLessThan(0.05)
      expect(unscored.every(({ cells }) => cells.channel === 'Reseller')).toBe(true)
    }
  })

  it('moves little from month to month, but for some', () => {
    for (const month of everyMonth.slice(1)) {
      const moves = movesOf(month).map(Math.abs)
      expect(median(moves)).toBeGreaterThan(1)
      expect(median(moves)).toBeLessThanOrEqual(3.1)
      const large = moves.filter((move) => move >= 10).length
      expect(large).toBeGreaterThan(5)
      expect(large / moves.length).toBeLessThan(0.13)
    }
  })

  it('keeps its average within three points', () => {
    const averages = everyMonth.map(averageOf)
    expect(Math.max(...averages) - Math.min(...averages)).toBeLessThan(3)
  })

  it('has customers that begin, scored by a model of their own', () => {
    for (const month of everyMonth) {
      const begun = customersOf(month).filter(({ cells }) => cells.stage === 'Onboarding')
      expect(begun.length).toBeGreaterThan(4)
      expect(begun.every(({ model }) => model === 'onboarding')).toBe(true)
    }
  })

  it('raises every flag, and none on more than a tenth', () => {
    const raised = customersOf(NEWEST).flatMap(({ flags }) => flags)
    for (const { id } of configuration.flags ?? []) {
      const count = raised.filter((flag) => flag === id).length
      expect(count, id).toBeGreaterThan(0)
      expect(count, id).toBeLessThan(customersOf(NEWEST).length / 10)
    }
  })
})

describe('scores of the sample and what became of the accounts', () => {
  /** The chance that one who leaves within three months scores below one who stays: the area under the ROC curve. */
  it('tell something about who leaves, and not everything', () => {
    let [below, pairs] = [0, 0]
    for (let month = 0; month + 3 <= NEWEST; month++) {
      const leaving = (key: string) => months[month + 3]?.get(key)?.isCustomer !== true
      const scored = customersOf(month).filter(({ score }) => score !== null)
      const those = scored.filter(({ cells }) => leaving(cells.key)).map(({ score }) => score!)
      const others = scored.filter(({ cells }) => !leaving(cells.key)).map(({ score }) => score!)
      for (const one of those)
        for (const other of others) below += one < other ? 1 : one === other ? 0.5 : 0
      pairs += those.length * others.length
    }
    expect(below / pairs).toBeGreaterThan(0.75)
    expect(below / pairs).toBeLessThan(0.85)
  })
})
