import type { Attention } from '../model/configuration.ts'
import type { AccountIndex, Day } from '../brand.ts'
import { NO_BAND } from '../score/sheet.ts'
import { MISSING_DAY } from '../table/column.ts'
import type { ScoredRows } from './figures.ts'

/** What holds where the configuration does not say. */
export const ATTENTION_DEFAULTS = {
  fall: { points: 10, days: 30 },
  renewalDays: 90,
  staleDays: 45,
} as const satisfies Required<Attention>

export const ATTENTION_KINDS = [
  'worse-band',
  'fell',
  'flag-raised',
  'renewal',
  'missing',
  'flag-cleared',
] as const
export type AttentionKind = (typeof ATTENTION_KINDS)[number]

/** One thing to look at, with what its reason is made of. */
export interface AttentionItem {
  readonly id: string
  readonly day: Day
  readonly kind: AttentionKind | 'stale'
  /** Null: it is about a source. */
  readonly account: AccountIndex | null
  /** Of the account or the source. */
  readonly name: string
  readonly before: number | null
  readonly after: number | null
  readonly bandBefore: number | null
  readonly bandAfter: number | null
  readonly flag: string
  /** To the renewal, or since the source came last; of a fall, the days it took. */
  readonly days: number | null
  readonly value: number | null
}

/** One snapshot as attention reads it, all aligned. */
export interface AttentionDay extends ScoredRows {
  readonly day: number
  /** Shown score less the one of `fall.days` before; NaN where either is missing. */
  readonly moves: Float64Array
  /** 0..1 */
  readonly coverage: Float64Array
  /** flags[i][row] is 1 where flag i is raised. */
  readonly flags: readonly Uint8Array[]
  readonly renewals: Int32Array | null
}

export interface Found {
  readonly kind: AttentionKind
  readonly row: number
  /** The row before, -1 where it was not there. */
  readonly rowBefore: number
  /** The place of the flag. */
  readonly flag: number | null
}

/**
 * What holds for a customer now and did not at the snapshot before, by kind, then in the order of the snapshot. `rows` gives for each
 * row its row before, -1 where it was not there. An account that is new has no past to be worse than, but flags and a renewal.
 */
export function newlyFound(
  now: AttentionDay,
  before: AttentionDay,
  rows: Int32Array,
  {
    fall,
    renewalDays,
    riskBands,
  }: Required<Pick<Attention, 'fall' | 'renewalDays'>> & {
    readonly riskBands: readonly boolean[]
  },
): Found[] {
  const found = new Map<AttentionKind, Found[]>(ATTENTION_KINDS.map((kind) => [kind, []]))
  const fell = (day: AttentionDay, row: number) => row >= 0 && day.moves[row]! <= -fall.points
  const isNear = (day: AttentionDay, row: number) =>
    row >= 0 && isNearRenewal(day, row, renewalDays, riskBands)
  for (let row = 0; row < rows.length; row++) {
    if (now.included[row] !== 1) continue
    const then = rows[row] as number
    const rowBefore = then >= 0 && before.included[then] === 1 ? then : -1
    const add = (kind: AttentionKind, flag: number | null = null) =>
      found.get(kind)?.push({ kind, row, rowBefore, flag })
    if (isWorse(now, row, before, rowBefore)) add('worse-band')
    if (fell(now, row) && !fell(before, rowBefore)) add('fell')
    if (isNear(now, row) && !isNear(before, rowBefore)) add('renewal')
    if (rowBefore >= 0 && now.coverage[row]! < before.coverage[rowBefore]! - 1e-9) add('missing')
    for (let flag = 0; flag < now.flags.length; flag++) {
      const isRaised = now.flags[flag]![row] === 1
      const wasRaised = rowBefore >= 0 && before.flags[flag]?.[rowBefore] === 1
      if (isRaised !== wasRaised) add(isRaised ? 'flag-raised' : 'flag-cleared', flag)
    }
  }
  return [...found.values()].flat()
}

function isWorse(now: AttentionDay, row: number, before: AttentionDay, rowBefore: number): boolean {
  const [band, bandBefore] = [now.bands[row], before.bands[rowBefore]]
  if (band === undefined || bandBefore === undefined) return false
  return band !== NO_BAND && bandBefore !== NO_BAND && band < bandBefore
}

function isNearRenewal(
  { day, bands, renewals }: AttentionDay,
  row: number,
  renewalDays: number,
  riskBands: readonly boolean[],
): boolean {
  const renewal = renewals?.[row] ?? MISSING_DAY
  if (renewal === MISSING_DAY || riskBands[bands[row] as number] !== true) return false
  return renewal >= day && renewal - day <= renewalDays
}
