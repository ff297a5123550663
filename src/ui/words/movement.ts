import type { Band } from '../../core/model/configuration.ts'
import type { Moved, MoverQuestion, Movement } from '../../../workers/protocol/movement.ts'
import { nameOf } from '../parts/band-look.ts'
import { formatDay, formatShortMoney, plural } from '../parts/format.ts'

/** The way from one place to another: places are the bands, then not scored, then nobody. */
export type Way = 'fell' | 'rose' | 'stayed' | 'passing'

export function wayOf(from: number, to: number, bands: number): Way {
  if (from >= bands || to >= bands) return 'passing'
  if (from === to) return 'stayed'
  return to < from ? 'fell' : 'rose'
}

interface Total {
  readonly accounts: number
  readonly value: number
}

/** How many accounts went each way, and what they are worth. */
export function totalsOf({ counts, values }: Movement): Readonly<Record<Way, Total>> {
  const totals = {
    fell: { accounts: 0, value: 0 },
    rose: { accounts: 0, value: 0 },
    stayed: { accounts: 0, value: 0 },
    passing: { accounts: 0, value: 0 },
  }
  counts.forEach((row, from) =>
    row.forEach((count, to) => {
      const total = totals[wayOf(from, to, counts.length - 2)]
      total.accounts += count
      total.value += values?.[from]?.[to] ?? 0
    }),
  )
  return totals
}

/** "21 accounts fell to a lower band (2.2M) and 19 rose (908K). Value at risk went from 1.1M to 2.1M." */
export function movementWords(movement: Movement): string {
  const { fell, rose } = totalsOf(movement)
  const worth = (total: Total) =>
    movement.values && total.accounts > 0 ? ` (${formatShortMoney(total.value)})` : ''
  const moved =
    fell.accounts + rose.accounts === 0
      ? 'No account changed its band.'
      : `${plural(fell.accounts, 'account')} fell to a lower band${worth(fell)} and ${rose.accounts} rose${worth(rose)}.`
  const [before, after] = [movement.before.valueAtRisk, movement.after.valueAtRisk]
  const risk =
    before === null || after === null
      ? ''
      : ` Value at risk went from ${formatShortMoney(before)} to ${formatShortMoney(after)}.`
  const { versions } = movement
  const model =
    versions.before === versions.after
      ? ''
      : ` The model changed in between, from ${versions.before} to ${versions.after}: some of it comes from that.`
  return moved + risk + model
}

/** The place of a row or a column of the movement. */
export function placeName(place: number, bands: readonly Band[], side: 'from' | 'to'): string {
  if (place < bands.length) return nameOf(place, bands)
  if (place === bands.length) return nameOf(null, bands)
  return side === 'from' ? 'New' : 'Left'
}

const LISTS = {
  down: 'Score fell',
  up: 'Score rose',
  arrived: 'New',
  gone: 'Left',
  returned: 'Came back',
} as const

/** Who is listed: "From Watch to At risk", and between which days. */
export function movedWords(
  { movers, since, day }: Moved,
  bands: readonly Band[],
): { readonly about: string; readonly says: string } {
  return { about: moversWords(movers, bands), says: `${formatDay(since)} to ${formatDay(day)}` }
}

function moversWords(movers: MoverQuestion, bands: readonly Band[]): string {
  if (movers.list !== 'cell') return LISTS[movers.list]
  const name = (place: number, side: 'from' | 'to') =>
    place < 0 ? 'a band that is gone' : placeName(place, bands, side)
  const [from, to] = [name(movers.from, 'from'), name(movers.to, 'to')]
  if (movers.from === movers.to) return `Stayed ${from}`
  if (movers.from > bands.length) return `New, ${to}`
  if (movers.to > bands.length) return `Left, was ${from}`
  return `From ${from} to ${to}`
}
