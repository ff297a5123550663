import type { Band } from '../../core/model/configuration.ts'
import { labelOf } from '../../core/model/label.ts'
import type { Effect, JudgedPortfolio } from '../../../workers/protocol/draft.ts'
import { lookOf, NOT_SCORED, type Look } from '../parts/band-look.ts'
import { formatCount, plural } from '../parts/format.ts'

/** One side of a comparison: what it is called, and its bands. */
export interface JudgedSide {
  readonly label: string
  readonly bands: readonly Band[]
}

/** A band, or what is none, in as many accounts and with as much value on each side; null where a side does not have it. */
export interface BandLine {
  readonly name: string
  readonly look: Look
  readonly before: Amount | null
  readonly after: Amount | null
}

interface Amount {
  readonly accounts: number
  readonly value: number | null
}

/** The bands of both sides, matched by id or name, and last those not scored. */
export function bandLines(effect: Effect, before: JudgedSide, after: JudgedSide): BandLine[] {
  const isSame = (a: Band) => (b: Band) => a.id === b.id || labelOf(a) === labelOf(b)
  const gone = before.bands.flatMap((band, i) =>
    after.bands.some(isSame(band)) ? [] : [lineOf(band, lookOf(i, before.bands), i, -1)],
  )
  const there = after.bands.map((band, i) =>
    lineOf(band, lookOf(i, after.bands), before.bands.findIndex(isSame(band)), i),
  )
  const none = { id: '', name: NOT_SCORED, from: 0 }
  return [...gone, ...there, lineOf(none, 'none', before.bands.length, after.bands.length)]

  function lineOf(band: Band, look: Look, i: number, j: number): BandLine {
    const [was, is] = [amountAt(effect.before, i), amountAt(effect.after, j)]
    return { name: labelOf(band), look, before: was, after: is }
  }
}

function amountAt({ counts, values }: JudgedPortfolio, place: number): Amount | null {
  const accounts = counts[place]
  return accounts === undefined ? null : { accounts, value: values[place] ?? null }
}

/** "26 of 206 change band: 17 up, 9 down" */
export function movesSentence({ moved, after }: Effect): string {
  if (moved.accounts === 0) return `none of ${formatCount(after.accounts)} changes band`
  const other = moved.accounts - moved.up - moved.down
  const ways = [
    `${formatCount(moved.up)} up`,
    `${formatCount(moved.down)} down`,
    ...(other > 0 ? [`${formatCount(other)} otherwise`] : []),
  ]
  const change = moved.accounts === 1 ? 'changes' : 'change'
  return `${formatCount(moved.accounts)} of ${formatCount(after.accounts)} ${change} band: ${ways.join(', ')}`
}

/** Where the rows of the named accounts come from. */
export const namedSentence = ({ moved, changed }: Effect, value: string | null): string => {
  if (moved.accounts > 0) return value === null ? 'the greatest change first' : `by ${value}`
  return changed > 0
    ? `none; the scores of ${plural(changed, 'account')} change, the most first`
    : 'none'
}

/** What stands in a place of the matrix: the bands, then not scored, then left out. */
export function placeOf(place: number, bands: readonly Band[]): { name: string; look: Look } {
  const band = bands[place]
  if (band) return { name: labelOf(band), look: lookOf(place, bands) }
  return { name: place === bands.length ? NOT_SCORED : 'No customer', look: 'none' }
}

/** Which way a move leads: places without a band lead nowhere. */
export function wayOf(
  [from, to]: readonly [number, number],
  before: readonly Band[],
  after: readonly Band[],
): 'up' | 'down' | 'stay' | 'other' {
  const [was, is] = [before[from], after[to]]
  if (!was || !is) return from - before.length === to - after.length ? 'stay' : 'other'
  if (was.id === is.id || labelOf(was) === labelOf(is)) return 'stay'
  const rank = (band: Band, bands: readonly Band[]) => bands.indexOf(band) / bands.length
  return rank(is, after) > rank(was, before) ? 'up' : 'down'
}
