import { toDay, type Day } from '../core/brand.ts'
import { dayOf, partsOf } from '../core/table/day.ts'
import { SEGMENTS, type Account, type Segment, type Slump } from './account.ts'
import { MONTHS, dayIn, lastDayOf, monthOfYear } from './calendar.ts'
import { clamp, exp, Random } from './random.ts'
import { castOf } from './telling.ts'
import { BEGINNINGS, ENDINGS, INDUSTRIES, POOLED, REGIONS, type Industry } from './words.ts'

const THERE_AT_FIRST = 382

/** Everybody who is in one of the deliveries, oldest customers first. */
export function roster(): Account[] {
  const random = new Random(2026)
  const joins = Array.from({ length: MONTHS }, (_, month) =>
    new Array<number>(month === 0 ? THERE_AT_FIRST : random.between(4, 8)).fill(month),
  ).flat()
  const accounts = joins.map((month, index) => createAccount(index, month))
  const leaving = chooseLeaving(accounts, random)
  return accounts.map((account) => {
    const leaves = leaving.get(account.index)
    return leaves === undefined
      ? account
      : { ...account, leaves, ...fateOfLeaving(account, leaves) }
  })
}

const TERMS = {
  Enterprise: {
    share: 0.08,
    arr: 150_000,
    spread: 0.5,
    price: 290,
    plans: ['Business', 'Enterprise'],
  },
  'Mid-market': { share: 0.28, arr: 38_000, spread: 0.4, price: 340, plans: ['Team', 'Business'] },
  'Small business': {
    share: 0.64,
    arr: 9_000,
    spread: 0.5,
    price: 390,
    plans: ['Starter', 'Team'],
  },
} satisfies Record<Segment, unknown>

function createAccount(index: number, joins: number): Account {
  const random = new Random(index)
  const segment = byShare(SEGMENTS, (name) => TERMS[name].share, random)
  const region = byShare(REGIONS, ({ share }) => share, random)
  const industry = random.pick(INDUSTRIES)
  const terms = TERMS[segment]
  const arr = 100 * Math.round((terms.arr * exp(terms.spread * random.normal())) / 100)
  const isPooled = segment === 'Small business' && random.chance(0.7)
  const key = String(9 * index + 3 + ((index * index) % 7)).padStart(5, '0')
  return {
    index,
    key,
    name: nameOf(index, industry, random),
    industry,
    region: region.name,
    segment,
    plan: random.pick(terms.plans),
    channel: random.chance(0.035) ? 'Reseller' : 'Direct',
    type: random.chance(0.012) ? 'Partner' : 'Customer',
    owner: isPooled ? POOLED : random.pick(region.owners),
    arr,
    seats: Math.max(5, Math.round((arr / terms.price) * (0.8 + 0.4 * random.next()))),
    since: joins > 0 ? dayIn(joins, random.between(1, 28)) : longAgo(index, random),
    joins,
    leaves: null,
    ...fateOfStaying(random),
    ...castOf(key),
  }
}

function byShare<T>(items: readonly T[], shareOf: (item: T) => number, random: Random): T {
  let rest = random.next()
  return items.find((item) => (rest -= shareOf(item)) < 0) ?? (items[0] as T)
}

/** Different for 27 · 17 accounts: the step of 100 has no factor in common with either. */
function nameOf(index: number, { trades }: Industry, random: Random): string {
  const place = (index * 100 + 31) % (BEGINNINGS.length * ENDINGS.length)
  const trade = random.pick(trades)
  const town = `${BEGINNINGS[place % BEGINNINGS.length]}${ENDINGS[place % ENDINGS.length]}`
  return `${town}${/^[ ,]/.test(trade) ? '' : ' '}${trade}`
}

/** The lower the index the older, more of them late: the company grew. */
function longAgo(index: number, random: Random): Day {
  const rest = 1 - index / THERE_AT_FIRST
  const days = 2_900 * rest * (0.25 + 0.75 * rest) + random.between(0, 20)
  const { year, month, dayOfMonth } = partsOf(toDay(Math.round(lastDayOf(0) - days)))
  return dayOf(year, month, Math.min(dayOfMonth, 28)) as Day
}

/** Most are well; three in ten are not. One in six has a bad time, which mostly passes. */
function fateOfStaying(random: Random): Pick<Account, 'health' | 'slump'> {
  const health = random.chance(0.3) ? -1.5 + 0.8 * random.normal() : 0.35 + 0.5 * random.normal()
  const slump: Slump = {
    from: random.between(-6, 10),
    months: random.between(3, 5),
    depth: 0.7 + random.next(),
    recovers: random.chance(0.7),
  }
  return { health: clamp(health, -3, 1.8), slump: random.chance(0.17) ? slump : null }
}

/** Most who leave were no better than others before, and get worse for some months; one in seven leaves out of the blue. */
function fateOfLeaving(
  { index, health }: Account,
  leaves: number,
): Pick<Account, 'health' | 'slump'> {
  const random = new Random(index, 1)
  const months = random.between(5, 8)
  const slump = { from: leaves - months, months, depth: 1.5 + 1.2 * random.next(), recovers: false }
  return { health: health - 0.3, slump: random.chance(0.15) ? null : slump }
}

/** Two to four a month, when their contract ends; large ones seldom. Some had left before the first delivery. */
function chooseLeaving(accounts: readonly Account[], random: Random): Map<number, number> {
  const leaving = new Map<number, number>()
  for (let month = -1; month < MONTHS; month++) {
    const ending = accounts.filter(
      ({ since, type, index, key }) =>
        type === 'Customer' &&
        !castOf(key) &&
        !leaving.has(index) &&
        since < lastDayOf(month) - 360 &&
        partsOf(since).month === monthOfYear(month),
    )
    const wanted = random.between(2, 4)
    for (let chosen = 0; chosen < wanted;) {
      const { index, segment } = random.pick(ending)
      if (leaving.has(index) || random.chance(LOYALTY[segment])) continue
      leaving.set(index, month)
      chosen++
    }
  }
  return leaving
}

const LOYALTY = { Enterprise: 0.85, 'Mid-market': 0.4, 'Small business': 0 }
