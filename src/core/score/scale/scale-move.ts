import type { Better, Scale } from '../../model/configuration.ts'
import { assertNever } from '../../problem.ts'
import { quantileOf } from '../../table/quantiles.ts'
import { midsOfSorted } from './percentile.ts'

/** The least change of an input that gives it a score. */
export type Move =
  | {
      readonly kind: 'value'
      readonly to: number
      /** Not the value itself, but anything above or below it. */
      readonly beyond: 'above' | 'below' | null
      /** The others are taken to stay where they are, and the account's own value to stay among them. */
      readonly isEstimate: boolean
    }
  | { readonly kind: 'category'; readonly to: string }

/** From where, and to which score. `value` is NaN where the input is missing; `cohort` is ascending, and read by ranks alone. */
export interface Wanted {
  readonly value: number
  readonly score: number
  readonly cohort: Float64Array
}

/** What is lost in binary fractions; a shown score forgives more. */
const DUST = 1e-11

/**
 * The input nearest to the one there is whose score is at least the wanted one; null where no input has it. For scales that rise and
 * fall the nearer side counts; for categories the value with the least score that suffices, of equals the first.
 */
export function moveTo(scale: Scale, wanted: Wanted): Move | null {
  if (!(wanted.score <= 100 + DUST)) return null
  switch (scale.type) {
    case 'linear':
      return value(scale.from + (wanted.score / 100) * (scale.to - scale.from))
    case 'target':
      return moveToTarget(scale, wanted)
    case 'steps':
      return moveToStep(scale, wanted)
    case 'decay':
      return value(scale.halfLife * Math.log2(100 / wanted.score))
    case 'categories':
      return moveToCategory(scale, wanted.score)
    case 'quantiles':
      return moveAmongQuantiles(scale, wanted)
    case 'percentile':
      return scale.reference
        ? moveInRank(Float64Array.from(scale.reference), scale, wanted.score, false)
        : moveInRank(wanted.cohort, scale, wanted.score, true)
    default:
      return assertNever(scale)
  }
}

type ScaleOf<Type extends Scale['type']> = Extract<Scale, { readonly type: Type }>

const value = (to: number, beyond: 'above' | 'below' | null = null, isEstimate = false): Move => ({
  kind: 'value',
  to: to + 0,
  beyond,
  isEstimate,
})

function moveToTarget(scale: ScaleOf<'target'>, { value: now, score }: Wanted): Move {
  const { zeroBelow, fullFrom, fullTo, zeroAbove } = scale
  return now > fullTo
    ? value(zeroAbove - (score / 100) * (zeroAbove - fullTo))
    : value(zeroBelow + (score / 100) * (fullFrom - zeroBelow))
}

function moveToStep({ at, scores }: ScaleOf<'steps'>, { value: now, score }: Wanted): Move | null {
  const suffices = (step: number) => (scores[step] as number) >= score - DUST
  if (Number.isNaN(now))
    return toAnyStep(
      at,
      scores.findIndex((_, step) => suffices(step)),
    )
  let step = 0
  while (step < at.length && (at[step] as number) <= now) step++
  let [up, down] = [step + 1, step - 1]
  while (up < scores.length && !suffices(up)) up++
  while (down >= 0 && !suffices(down)) down--
  const higher = up < scores.length ? (at[up - 1] as number) : NaN
  const lower = down >= 0 ? (at[down] as number) : NaN
  if (Number.isNaN(higher)) return Number.isNaN(lower) ? null : value(lower, 'below')
  return now - lower < higher - now ? value(lower, 'below') : value(higher)
}

/** From no input at all; -1 is no step. */
function toAnyStep(at: readonly number[], step: number): Move | null {
  if (step < 0) return null
  return step === 0 ? value(at[0] as number, 'below') : value(at[step - 1] as number)
}

function moveToCategory({ map }: ScaleOf<'categories'>, score: number): Move | null {
  const enough = Object.entries(map).filter((entry) => entry[1] >= score - DUST)
  const [best] = enough.sort((a, b) => a[1] - b[1])
  return best ? { kind: 'category', to: best[0] } : null
}

function moveAmongQuantiles(scale: ScaleOf<'quantiles'>, { score, cohort }: Wanted): Move | null {
  if (cohort.length === 0) return null
  const [low, high] = [quantileOf(cohort, scale.low), quantileOf(cohort, scale.high)]
  const isHigher = scale.better === 'higher'
  if (low === high) return value(low, score <= 50 ? null : isHigher ? 'above' : 'below', true)
  const share = (score / 100) * (high - low)
  return value(isHigher ? low + share : high - share, null, true)
}

function moveInRank(
  entries: Float64Array,
  { better, top }: { readonly better: Better; readonly top: number },
  score: number,
  isEstimate: boolean,
): Move | null {
  // Lower is better in the mirror.
  const ascending = better === 'higher' ? entries : entries.map((entry) => 0 - entry).reverse()
  const mids = midsOfSorted(ascending)
  const [least, greatest] = [mids[0], mids.at(-1)]
  if (least === undefined || greatest === undefined || least === greatest) return null
  const place = least + (score / 100) * (1 - top) * (greatest - least)
  const { to, isBeyond } = firstAtPlace(ascending, mids, place)
  if (better === 'higher') return value(to, isBeyond ? 'above' : null, isEstimate)
  return value(0 - to, isBeyond ? 'below' : null, isEstimate)
}

/** The least value with that place or a higher one: an entry has the mean place of its equals, and between i and i + 1 it is linear. */
function firstAtPlace(
  entries: Float64Array,
  mids: Float64Array,
  place: number,
): { readonly to: number; readonly isBeyond: boolean } {
  let i = 0
  while (i < entries.length - 1 && (mids[i] as number) < place - DUST) i++
  const entry = entries[i] as number
  const below = entries[i - 1]
  if (below === undefined || below === entry || place >= i) return { to: entry, isBeyond: false }
  const share = place - (i - 1)
  return share > 0
    ? { to: below + share * (entry - below), isBeyond: false }
    : { to: below, isBeyond: true }
}
