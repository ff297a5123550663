import type { Account, Cells } from './account.ts'
import { monthOfYear } from './calendar.ts'
import { clamp, Random } from './random.ts'

export interface Moment {
  readonly month: number
  readonly health: number
  readonly seats: number
}

/** What an account does month by month: asked for each month once, in order, since one month grows from the last. */
export type Habit<Names extends keyof Cells> = (now: Moment) => Pick<Cells, Names>

const LEARNING = [0.3, 0.55, 0.8]

export function usageOf(account: Account): Habit<'activeUsers' | 'logins' | 'features'> {
  const random = new Random(account.index, 3)
  const [habit, keenness, taste] = [random.normal(), random.normal(), random.normal()]
  const { logins, august, december } = account.industry
  return ({ month, health, seats }) => {
    const learned = account.joins > 0 ? (LEARNING[month - account.joins] ?? 1) : 1
    const use = 0.63 + 0.17 * health + 0.05 * habit + 0.012 * random.normal()
    const activeUsers = Math.round(seats * learned * clamp(use, 0.03, 0.985))
    const season = { 7: (1 + august) / 2, 8: august, 12: december }[monthOfYear(month)] ?? 1
    const each = logins * season * clamp(1 + 0.22 * health + 0.16 * keenness, 0.25, 2)
    const depth = 5.6 + 1.5 * health + 0.8 * taste + 0.15 * random.normal()
    return {
      activeUsers,
      logins: Math.round(activeUsers * each * (1 + 0.04 * random.normal())),
      features: clamp(Math.round(depth * learned), 0, 10),
    }
  }
}

/** The month of a release, and the one behind it: what is new raises questions. */
const RELEASE = { 3: 1.8, 4: 1.3 } as Readonly<Record<number, number>>

/** Tickets come with the number of people, and four in ten stay open for a month. */
export function supportOf(account: Account): Habit<'openTickets' | 'urgentTickets'> {
  const random = new Random(account.index, 4)
  let openTickets = 0
  return ({ month, health, seats }) => {
    const rate =
      0.055 * Math.sqrt(seats) * account.industry.tickets * clamp(1 - 0.6 * health, 0.35, 3)
    const arriving = random.count(rate * (RELEASE[monthOfYear(month)] ?? 1))
    openTickets = random.ofThem(openTickets, 0.4) + arriving
    return {
      openTickets,
      urgentTickets: random.ofThem(openTickets, clamp(0.06 - 0.09 * health, 0.01, 0.4)),
    }
  }
}

/** NPS is asked for in November, February, May and August; the answer stands until the next. A quarter never answers, the others mostly do. */
export function surveysOf(account: Account): Habit<'csat' | 'nps'> {
  const random = new Random(account.index, 5)
  const willingness = random.chance(0.74) ? 0.9 : 0
  const rates = random.chance(0.7)
  const [temper, loyalty] = [random.normal(), random.normal()]
  let nps: number | null = null
  return ({ month, health }) => {
    const isAsked = month === account.joins || month % 3 === 0
    const feeling = 7.1 + 1.3 * health + 0.8 * loyalty + 0.5 * random.normal()
    const answers = random.chance(willingness)
    if (isAsked) nps = answers ? clamp(Math.round(feeling), 0, 10) : null
    const csat = clamp(4 + 0.45 * health + 0.25 * temper + 0.08 * random.normal(), 1, 5)
    return { csat: rates ? Math.round(10 * csat) / 10 : null, nps }
  }
}
