import { toDay, type Day } from '../core/brand.ts'
import type { Account, Cells } from './account.ts'
import { anniversaryAfter, lastDayOf } from './calendar.ts'
import type { Habit } from './habits.ts'
import { clamp, Random } from './random.ts'
import { POOLED } from './words.ts'

export function paymentsOf(account: Account): Habit<'overdue' | 'daysToPay'> {
  const random = new Random(account.index, 6)
  const manners = random.normal()
  let overdue = 0
  return ({ health }) => {
    const arriving = random.ofThem(2, clamp(0.015 - 0.035 * health, 0.002, 0.12))
    overdue = random.ofThem(overdue, 0.55) + arriving
    const days = account.industry.daysToPay + 5 * manners - 6 * health + 1.2 * random.normal()
    return { overdue, daysToPay: Math.max(5, Math.round(days + 9 * overdue)) }
  }
}

/** Whether and when one spoke with customers of the desk, nobody notes. */
export function relationshipOf(account: Account): Habit<'contacts' | 'champion' | 'lastContact'> {
  const random = new Random(account.index, 7)
  const isPooled = account.owner === POOLED
  const knowsMany = { Enterprise: 6, 'Mid-market': 4, 'Small business': 2 }[account.segment]
  let contacts = random.between(1, knowsMany)
  let champion = random.chance(clamp(0.8 + 0.12 * account.health, 0.3, 0.97))
  let lastContact = toDay(lastDayOf(account.joins) - random.between(1, 70))
  return ({ month, health }) => {
    const day = toDay(lastDayOf(month) - random.between(0, 27))
    const isCalled = random.chance(clamp(0.62 + 0.16 * health, 0.1, 0.9))
    if (isCalled && day > lastContact) lastContact = day
    champion = champion
      ? !random.chance(clamp(0.012 - 0.01 * health, 0.003, 0.1))
      : random.chance(0.1)
    if (random.chance(0.06)) contacts = clamp(contacts + (health > -0.3 ? 1 : -1), 1, 9)
    return isPooled
      ? { contacts, champion: null, lastContact: null }
      : { contacts, champion, lastContact }
  }
}

/** The terms of the running year: at each anniversary those that are well take more seats, the others fewer. */
export function contractOf(
  account: Account,
): (month: number, health: number) => Pick<Cells, 'arr' | 'seats' | 'renewal'> {
  const random = new Random(account.index, 8)
  let { arr, seats } = account
  let renewal: Day | null = null
  return (month, health) => {
    const growth = clamp(0.04 + 0.07 * health + 0.03 * random.normal(), -0.25, 0.25)
    const day = lastDayOf(month)
    if (month > 0 && renewal !== null && renewal <= day) {
      arr = 100 * Math.round((arr * (1.02 + growth)) / 100)
      seats = Math.max(5, Math.round(seats * (1 + growth)))
    }
    renewal = anniversaryAfter(account.since, day)
    return { arr, seats, renewal }
  }
}
