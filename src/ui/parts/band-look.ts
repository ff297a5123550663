import type { Band } from '../../core/model/configuration.ts'

export const LOOKS = ['risk', 'watch', 'healthy', 'none'] as const
/** How a band is drawn: colour and shape. `none` is for what is not scored. */
export type Look = (typeof LOOKS)[number]

export const NOT_SCORED = 'Not scored'

/** Bands of risk are red diamonds, the last one a blue circle, whatever lies between an amber triangle; the word tells those apart. */
export function lookOf(band: number | null, bands: readonly Band[]): Look {
  if (band === null) return 'none'
  if (isRisk(band, bands)) return 'risk'
  return band === bands.length - 1 ? 'healthy' : 'watch'
}

export const isRisk = (band: number, bands: readonly Band[]): boolean =>
  bands.some((one) => one.risk === true) ? bands[band]?.risk === true : band === 0

export function nameOf(band: number | null, bands: readonly Band[]): string {
  if (band === null) return NOT_SCORED
  const found = bands[band]
  return found?.name ?? found?.id ?? `Band ${band + 1}`
}

/** The score at which a band ends: where the next one begins, or 100. */
export const endOf = (band: number, bands: readonly Band[]): number => bands[band + 1]?.from ?? 100
