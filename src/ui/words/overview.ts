import type { Band } from '../../core/model/configuration.ts'
import type { Distribution, RenewalMonth } from '../../../workers/protocol/overview.ts'
import { isRisk, nameOf } from '../parts/band-look.ts'
import { formatMonth, formatScore, formatShortMoney, plural } from '../parts/format.ts'

/** What the distribution says first: who is one step away from a band of risk, else where most accounts are. */
export function distributionWords({ step, counts }: Distribution, bands: readonly Band[]): string {
  const totals = counts.map((perBand) => perBand.reduce((sum, count) => sum + count, 0))
  if (totals.every((count) => count === 0)) return 'No account is scored.'
  const safe = bands.findIndex((_, band) => !isRisk(band, bands))
  const from = bands[safe]?.from ?? 0
  if (safe > 0 && from % step === 0) {
    const close = totals[from / step] ?? 0
    const verb = close === 1 ? 'sits' : 'sit'
    return `${close === 0 ? 'No accounts' : plural(close, 'account')} ${verb} within ${step} points above ${nameOf(safe - 1, bands)}.`
  }
  const most = totals.indexOf(Math.max(...totals))
  return `Most accounts score from ${formatScore(most * step)} to ${formatScore((most + 1) * step)}.`
}

/** Whom the triage lists first; nothing is known to fall where nothing is compared. */
export function orderWords(hasValue: boolean, isCompared: boolean): string {
  if (hasValue) return `most value with a low ${isCompared ? 'or falling ' : ''}score first`
  return isCompared ? 'lowest and fastest falling scores first' : 'lowest scores first'
}

/** Of what renews in the months shown, what is at risk: in value, or in accounts where no value is known. */
export function renewalWords(
  months: readonly RenewalMonth[],
  bands: readonly Band[],
  hasValue: boolean,
): string {
  const last = months.at(-1)
  if (!last) return 'No renewals ahead.'
  const atRisk = months.reduce(
    (sum, month) => sum + riskOf(hasValue ? month.values : month.counts, bands),
    0,
  )
  const by = `by the end of ${formatMonth(last.month)}.`
  if (atRisk === 0) return `Nothing at risk renews ${by}`
  const what = hasValue ? formatShortMoney(atRisk) : plural(atRisk, 'account')
  return `${what} at risk ${hasValue || atRisk === 1 ? 'renews' : 'renew'} ${by}`
}

/** The part of bands of risk; the entry behind the bands is what is not scored. */
export const riskOf = (perBand: readonly number[], bands: readonly Band[]): number =>
  perBand.reduce(
    (sum, amount, band) => (band < bands.length && isRisk(band, bands) ? sum + amount : sum),
    0,
  )
